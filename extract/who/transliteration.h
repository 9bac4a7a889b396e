#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace isnad::who {

/// How Arabic letters are written in Latin ones: pieces of up to two Arabic and three Latin letters with what each costs, learned
/// from pairs of names (lexicon/who/transliteration.md says which).
///
/// Threads: immutable once made.
class Transliteration {
 public:
  /// (Arabic piece, Latin piece) to its cost in thousandths of a natural logarithm, never negative.
  using Costs = std::unordered_map<std::string, std::unordered_map<std::string, int>>;

  /// Reads `lexicon/who/transliteration.tsv`. Throws: IoError, FormatError naming file and line.
  Transliteration();
  explicit Transliteration(Costs costs) : costs_(std::move(costs)) {}

  /// Returns: what the cheapest way to write `arabic` as `latin` costs, divided by the number of Latin letters; a large number when
  /// there is none. Both are words as `letters_of` gives them.
  /// Cost: product of the lengths.
  [[nodiscard]] int distance(std::string_view arabic, std::string_view latin) const;

  /// Two words with a distance up to this are spellings of one name: chosen on pairs that the costs were not learned from.
  static constexpr int kSame = 1700;
  /// What is returned for words that no pieces join.
  static constexpr int kFar = 1'000'000;

 private:
  Costs costs_;
};

/// Returns: the words of a name in the letters that transliteration knows: Arabic without vowel signs, hamza carriers as alif,
/// without ال, `عبد` joined with the word behind it, ابن as بن; Latin small, without accents, apostrophes or the article (al-, el-),
/// `abdul`, `abdel`, `abd al` as one with what follows. Particles (bin, ben, de, von) stay.
[[nodiscard]] std::vector<std::string> name_words(std::string_view name);

/// Returns: coarse keys of words, one of which two spellings of one name share nearly always (and many other names as well): classes
/// of consonants, vowels and h left out. The same function for both scripts.
[[nodiscard]] std::vector<std::string> consonant_keys(const std::vector<std::string>& words);

}  // namespace isnad::who
