#pragma once

#include <vector>

#include "extract/claims/antecedent.h"
#include "extract/claims/clause.h"
#include "extract/claims/draft.h"

namespace isnad::claims {

/// Offices and appositions: (أردوغان, الرئيس, التركي), (Peskov, spokesman for, Kremlin), (his mother, =is, Michelle).
void add_titles(const std::vector<Tree>& trees, int sentence, const std::vector<Clause>& clauses, const Discourse& discourse,
                std::vector<Draft>& out);

}  // namespace isnad::claims
