#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extract/claims/antecedent.h"
#include "extract/claims/phrase.h"
#include "extract/claims/tree.h"
#include "graph/model/claim.h"

namespace isnad::claims {

/// Something that a predicate relates its subject to.
struct Argument {
  enum class Role { kObject, kOblique, kAgent, kClause, kPredicate };
  int head = 0;
  Role role = Role::kObject;
  /// Folded, as `Tree::preposition` gives it.
  std::string preposition;
  /// The words of the preposition, for the relation.
  std::vector<int> preposition_words;
  /// Which link of the clause's chain it belongs to.
  std::size_t link = 0;
  /// Further words of the relation to this argument: the noun of action between it and the verb.
  std::vector<int> through;
};

/// One predication of a sentence: who, does what, to whom.
struct Clause {
  enum class Kind { kVerbal, kNominal, kParticiple };
  Kind kind = Kind::kVerbal;
  /// The word that the tree hangs the clause on.
  int head = 0;
  /// The word that says what is done: `head`, or the verb or noun of action at the end of its chain.
  int core = 0;
  /// Words of the relation, in text order.
  std::vector<int> relation;
  /// Dictionary form of the relation without preposition.
  std::string lemma;
  /// Relation and lemma up to each link of a chain; empty for clauses that are none.
  std::vector<std::vector<int>> relation_to;
  std::vector<std::string> lemma_to;
  std::vector<Phrase> subjects;
  std::vector<Argument> arguments;
  /// The subject is the one it is done to.
  bool passive = false;
  /// Filled by whoever knows the clause's surroundings.
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kFact;
  /// For `--explain`.
  std::string rule;
};

/// Finds the clauses of one sentence, heads before what is embedded in them, each with its subjects and arguments.
///
/// Requires: `trees[sentence]`; `discourse` was made of `trees`.
[[nodiscard]] std::vector<Clause> find_clauses(const std::vector<Tree>& trees, int sentence, const Discourse& discourse);

/// Returns: the noun that a clause modifies, through coordinated relative clauses; 0 when the word is not in a modifying clause.
[[nodiscard]] int modified_noun(const Tree& tree, int clause);

/// Returns: what a pronoun stands for: a relative's noun, the antecedent of a personal one (with the pronoun's own words
/// where it stands alone); the plain noun phrase of anything else. `others` are words of the sentence that a pronoun cannot
/// mean, such as the subject of the verb whose object it is.
[[nodiscard]] Phrase resolved(const std::vector<Tree>& trees, int sentence, int head, const Discourse& discourse,
                              const std::vector<int>& others = {});

}  // namespace isnad::claims
