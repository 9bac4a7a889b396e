#pragma once

#include <string_view>
#include <vector>

#include "extract/claims/tree.h"
#include "graph/model/claim.h"

namespace isnad::claims {

/// Words of one sentence that stand for somebody or something.
struct Phrase {
  /// Index of the sentence in the document.
  int sentence = -1;
  /// Ids in text order, each once.
  std::vector<int> words;
  /// Whose word it is; for a pronoun its own id.
  int head = 0;
  /// What the head refers to when that is another word, as for a pronoun: sentence and id; id 0 when the head is meant.
  int referent_sentence = -1;
  int referent = 0;
  /// The clause that uses it leaves it out.
  bool elided = false;
  /// Whoever speaks means himself; without words until the speaker is known.
  bool first_person = false;

  [[nodiscard]] bool empty() const { return words.empty(); }
};

/// The smallest noun phrase of `head` that names it: determiners, numbers, adjectives, genitives, names and short
/// appositions; no relative clauses, no conjuncts of the head, no prepositional modifiers unless the head measures them
/// (`عدد من القرى`, `part of the road`).
[[nodiscard]] Phrase noun_phrase(const Tree& tree, int sentence, int head);

/// Returns: `head` and the nominals coordinated with it, in text order.
[[nodiscard]] std::vector<int> conjuncts(const Tree& tree, int head);

/// Returns: the word that matters in a noun phrase: the name after a title or a kind, the noun after a measure.
[[nodiscard]] int content_head(const Tree& tree, int head);

/// Returns: true when the noun with its preposition only says how something is meant or done: بالفعل، بشدة، في المقابل.
[[nodiscard]] bool is_adverbial(const Tree& tree, int id);

/// Adds the words of `noun_phrase` to `out`, unsorted.
void add_noun_phrase(const Tree& tree, int head, std::vector<int>& out);

/// Sorts word ids, drops repeats, and adds the hyphens and commas that stand between two of them.
void tidy(const Tree& tree, std::vector<int>& words);

/// Makes a slot of some words: spans that touch are joined, the text has one blank between the others.
[[nodiscard]] Slot make_slot(const Tree& tree, const std::vector<int>& words, int head, std::string_view text);

}  // namespace isnad::claims
