#pragma once

#include <vector>

#include "extract/claims/antecedent.h"
#include "extract/claims/clause.h"
#include "extract/claims/draft.h"

namespace isnad::claims {

/// Nouns of action as predicates: (أردوغان, تهديد, النظام), (Turkey, attack on, Idlib), and what noun phrases say of
/// themselves by a place or a nationality: (مجازر, في, إدلب).
void add_nominals(const std::vector<Tree>& trees, int sentence, const std::vector<Clause>& clauses, const Discourse& discourse,
                  std::vector<Draft>& out);

}  // namespace isnad::claims
