#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace isnad::names {

/// Returns: a hash of a form that is the same on every machine, in every version.
[[nodiscard]] std::uint64_t hash_text(std::string_view text);

/// Returns: where in a table of `slots` slots the search for a hash begins.
[[nodiscard]] inline std::size_t first_slot(std::uint64_t hash, std::size_t slots) {
  return static_cast<std::size_t>((hash >> 32U) * slots >> 32U);
}

/// Returns: what tells apart the hashes that meet in a slot; never 0.
[[nodiscard]] inline std::uint16_t fingerprint_of(std::uint64_t hash) {
  const auto fingerprint = static_cast<std::uint16_t>(hash);
  return fingerprint == 0 ? std::uint16_t{1} : fingerprint;
}

/// What raw text and lists of names say of a word form.
struct WordClass {
  /// A group of words that are used alike, from 1; 0 for words that are in none.
  std::uint16_t fine = 0;
  /// One of fewer, larger groups, from 1.
  std::uint8_t middle = 0;
  /// One of even fewer, from 1.
  std::uint8_t coarse = 0;
  /// Bits: see `kInPersonNames`, `kInPlaceNames`.
  std::uint8_t lists = 0;
  /// What the contexts of raw text take the word for: see `context_code`.
  std::uint8_t contexts = 0;

  friend bool operator==(const WordClass&, const WordClass&) = default;
};

/// Word forms with their classes, as fingerprints from which no word can be read back.
///
/// One form in some ten thousand passes for another.
class WordTable {
 public:
  struct Slot {
    /// 0 marks a free slot.
    std::uint16_t fingerprint = 0;
    WordClass value;

    friend bool operator==(const Slot&, const Slot&) = default;
  };

  WordTable() = default;

  /// A table of `slots` free slots.
  explicit WordTable(std::uint32_t slots) : slots_(slots) {}

  /// Requires: some slot is free.
  explicit WordTable(std::vector<Slot> slots) : slots_(std::move(slots)) {}

  /// Requires: a slot is free after it. Returns: the class of that form, a new one at first.
  WordClass& at(std::uint64_t form_hash);

  [[nodiscard]] WordClass find(std::uint64_t form_hash) const;

  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t form_hash) const;

  std::vector<Slot> slots_;
};

}  // namespace isnad::names
