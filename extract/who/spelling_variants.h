#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace isnad::who {

/// Two full names of one script that are spellings of one name.
struct SpellingPair {
  /// Places in the list that was asked, `first < second`.
  std::size_t first = 0;
  std::size_t second = 0;
  /// The words that differ, and in what: `قاضي ~ قاظي: ض or ظ`.
  std::string evidence;
  /// In percent.
  std::uint8_t score = 0;

  friend bool operator==(const SpellingPair&, const SpellingPair&) = default;
};

/// Which full names (two words or more) may be another writer's spelling of one name, in Arabic or in English letters:
/// - the same words written together or apart, with or without article (`عبد الرحمن`, `عبدالرحمن`; `Abdul Rahman`, `Abdel-Rahman`);
/// - one Arabic word of five letters or more with the other of two letters that writers confuse (ض ظ);
/// - one Arabic word of six letters or more, no given name, with or without one long vowel within;
/// - a Latin word that differs in nothing but how foreign sounds are written (`Sergei`, `Sergey`), or a given name with several
///   spellings (`Mohammed`, `Muhammad`; lexicon/who/name_spellings.tsv).
///
/// Threads: immutable once made.
class SpellingVariants {
 public:
  /// What the rules know of names, all folded as name keys are.
  struct Names {
    std::unordered_set<std::string> given;
    /// Those of them that Arabs have.
    std::unordered_set<std::string> arab;
    /// A spelling to the one that stands for all of its name.
    std::unordered_map<std::string, std::string> spellings;
  };

  /// Reads `given_names.tsv` and `name_spellings.tsv` of `lexicon/who`. Throws: IoError, FormatError naming file and line.
  SpellingVariants();
  explicit SpellingVariants(Names known) : known_(std::move(known)) {}

  /// Returns: all such pairs, each once, ordered by places.
  /// Requires: `names` are name keys (text/name_key.h), no two the same.
  /// Cost: linear in the names' letters, but for names that share all but one letter.
  [[nodiscard]] std::vector<SpellingPair> pairs(const std::vector<std::string>& names) const;

 private:
  Names known_;
};

}  // namespace isnad::who
