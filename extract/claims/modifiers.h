#pragma once

#include <vector>

#include "extract/claims/antecedent.h"
#include "extract/claims/draft.h"

namespace isnad::claims {

/// What noun phrases say in passing: where their noun is or what it is about: (مجازر، في، إدلب), (ties, with, Damascus).
void add_modifiers(const std::vector<Tree>& trees, int sentence, const Discourse& discourse, std::vector<Draft>& out);

}  // namespace isnad::claims
