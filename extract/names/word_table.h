#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace isnad::names {

/// Returns: a hash of a form that is the same on every machine, in every version.
[[nodiscard]] std::uint64_t hash_text(std::string_view text);

/// What raw text and lists of names say of a word form.
struct WordClass {
  /// A group of words that are used alike, from 1; 0 for words that are in none.
  std::uint16_t fine = 0;
  /// One of fewer, larger groups, from 1.
  std::uint8_t coarse = 0;
  /// Bits: see `kInPersonNames`, `kInPlaceNames`.
  std::uint8_t lists = 0;

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

  /// A free table of 2^bits slots.
  explicit WordTable(std::uint32_t bits) : bits_(bits), slots_(std::size_t{1} << bits) {}

  /// Requires: `slots.size()` is 2^bits, and some slot is free.
  WordTable(std::uint32_t bits, std::vector<Slot> slots) : bits_(bits), slots_(std::move(slots)) {}

  /// Requires: a slot is free after it. Returns: the class of that form, a new one at first.
  WordClass& at(std::uint64_t form_hash);

  [[nodiscard]] WordClass find(std::uint64_t form_hash) const;

  [[nodiscard]] std::uint32_t bits() const { return bits_; }
  [[nodiscard]] const std::vector<Slot>& slots() const { return slots_; }

 private:
  [[nodiscard]] std::size_t place(std::uint64_t form_hash) const;

  std::uint32_t bits_ = 0;
  std::vector<Slot> slots_;
};

}  // namespace isnad::names
