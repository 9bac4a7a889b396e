#pragma once

#include <vector>

#include "extract/claims/clause.h"
#include "extract/claims/tree.h"

namespace isnad::claims {

/// The words that do the work of one predicate: a verb, or a chain such as `tried to leave`, `أقدم على خطف`, `تم إبرام`.
struct Chain {
  /// From the word in the tree's place to the one that says what is done.
  std::vector<int> links;
  /// Their words with negation, auxiliaries, particles.
  std::vector<int> relation;
  std::string lemma;
  /// For each link, the words and the lemma up to it.
  std::vector<std::vector<int>> relation_to;
  std::vector<std::string> lemma_to;
};

/// Follows chain verbs to what is done.
[[nodiscard]] Chain follow_chain(const Tree& tree, int head);

/// Returns: the arguments of every link of the chain, coordinated ones apart.
[[nodiscard]] std::vector<Argument> arguments_of(const Tree& tree, const Chain& chain);

/// Returns: the words of a predicate itself: negation, auxiliaries and particles with the word.
[[nodiscard]] std::vector<int> predicate_words(const Tree& tree, int head);

/// The words of a reported clause that say what it is about: its predicate with negation and auxiliaries, its subject and
/// its objects.
[[nodiscard]] Phrase clause_phrase(const Tree& tree, int sentence, int head);

/// Returns: a noun of action whose genitive is what it is done to, so that it can carry an object.
[[nodiscard]] bool carries_object(const Tree& tree, int noun);

}  // namespace isnad::claims
