#pragma once

#include "extract/claims/draft.h"
#include "extract/claims/tree.h"

namespace isnad::claims {

/// How sure a claim is, in (0, 1): a logistic function of its rule, of what had to be resolved, and of how far apart its
/// parts stand.
[[nodiscard]] float confidence_of(const Draft& draft);

}  // namespace isnad::claims
