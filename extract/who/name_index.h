#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/who/word_fold.h"

namespace isnad::who {

/// What a sequence of words may mean.
struct Sense {
  enum class Kind : std::uint8_t {
    kEntry,    ///< a name of a lexicon entry
    kDemonym,  ///< an adjective of a country: `تركي`, `Turkish`
    kPeople,   ///< a people: `الأتراك`, `Turks`
    kKind,     ///< a noun of `kinds.tsv`
    kOffice,   ///< a post of `office_kinds.tsv`
  };
  Kind kind = Kind::kEntry;
  /// Into the lexicon's entries (a demonym's is its country), kinds or offices.
  std::uint32_t index = 0;
  /// An entry's name: counts only when the document supports it otherwise. A kind: counts only with a target.
  bool weak = false;
  /// Counts only where the tagger sees a proper name.
  bool proper = false;
  /// The text must write it in capitals throughout.
  bool all_caps = false;
  /// Bit i: atom i must start with a capital.
  std::uint32_t capitals = 0;
};

/// A trie over folded words, for longest-match look-up of names in running text.
///
/// Threads: immutable once filled.
class NameIndex {
 public:
  using Node = std::uint32_t;
  static constexpr Node kRoot = 0;
  static constexpr Node kNone = 0xFFFFFFFF;

  void reserve(std::size_t names);

  /// Adds a name as written; `sense.all_caps` and `sense.capitals` are set from its letters unless `any_case`.
  void add(std::string_view name, Sense sense, bool any_case = false);

  /// Returns: the number of an atom; `kNone` when no name holds it.
  [[nodiscard]] std::uint32_t atom_id(std::string_view atom) const;

  /// Returns: the node that `atom` leads to; `kNone` when no name goes on like that.
  [[nodiscard]] Node next(Node node, std::uint32_t atom) const;

  /// Returns: what a name that ends here means, in the order of adding.
  [[nodiscard]] const std::vector<Sense>& senses(Node node) const { return senses_[node]; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
  };

  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> atoms_;
  std::unordered_map<std::uint64_t, Node> edges_;
  std::vector<std::vector<Sense>> senses_{1};
};

}  // namespace isnad::who
