#pragma once

#include "extract/claims/tree.h"

namespace isnad::claims {

/// Mends what parsers of English most often get wrong about who says what: speakers behind their words, reports without
/// `that`, participles of saying.
///
/// Requires: `!tree.arabic()`.
/// Cost: linear in the words for each word that is moved.
void repair_english(Tree& tree);

}  // namespace isnad::claims
