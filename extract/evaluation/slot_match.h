#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::evaluation {

/// A word in the one spelling that all its usual ones share; UTF-32, so that letters can be counted.
using WordKey = std::u32string;

/// Returns: the keys of a text's words, punctuation, free-standing prepositions and English function words left out.
[[nodiscard]] std::vector<WordKey> word_keys(std::string_view text);

/// Returns: whether two words are the same but for an attached conjunction, preposition, article or pronoun.
[[nodiscard]] bool same_word(const WordKey& a, const WordKey& b);

/// Returns: the harmonic mean of the shares of words that each has in common with the other; 0 when either is empty.
[[nodiscard]] double overlap_f1(const std::vector<WordKey>& a, const std::vector<WordKey>& b);

/// One way to fill a slot as gold files write it, `[اللواء] يوري بورينكوف`: words outside brackets must be there, words inside may.
struct Formulation {
  std::vector<WordKey> required;
  /// The required words, then the optional ones.
  std::vector<WordKey> allowed;

  /// `=is`: any copula will do; `∅`: the slot is empty.
  [[nodiscard]] bool is_copula() const;
  [[nodiscard]] bool is_empty() const;
};

[[nodiscard]] Formulation formulation_from(std::string_view text);

using Formulations = std::vector<Formulation>;

/// Returns: whether a slot holds every required word of one formulation and no word outside it.
[[nodiscard]] bool matches_exactly(const std::vector<WordKey>& slot, const Formulations& forms);

/// Returns: whether a subject or object shares half of its words with one formulation (F1 of at least 0.5).
[[nodiscard]] bool matches_loosely(const std::vector<WordKey>& slot, const Formulations& forms);

/// Returns: whether a relation holds every required word of one formulation, whatever else it holds.
[[nodiscard]] bool relation_matches_loosely(const std::vector<WordKey>& slot, const Formulations& forms);

}  // namespace isnad::evaluation
