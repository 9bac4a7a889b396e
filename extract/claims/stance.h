#pragma once

#include <vector>

#include "extract/claims/clause.h"
#include "extract/claims/tree.h"
#include "graph/model/claim.h"

namespace isnad::claims {

/// How a statement is meant: is it denied, and how real is it.
struct Stance {
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kFact;
};

/// What the words above each word make of it, by word id (index 0 unused): conditions, demands, denials, `without`.
///
/// Cost: linear in the words.
[[nodiscard]] std::vector<Stance> context_stances(const Tree& tree);

/// Returns: the stance of a clause: its context's, turned by its own negation, auxiliaries and chain.
[[nodiscard]] Stance clause_stance(const Tree& tree, const Clause& clause, const Stance& context);

}  // namespace isnad::claims
