#pragma once

#include "extract/claims/tree.h"

namespace isnad::claims {

/// Mends what parsers of Arabic most often get wrong about who does what, when and where: circumstances hung on a noun,
/// predicates without their copula, a verb of doing without its noun, لكن inside a relative clause.
///
/// Requires: `tree.arabic()`.
/// Cost: linear in the words for each word that is moved.
void repair_arabic(Tree& tree);

}  // namespace isnad::claims
