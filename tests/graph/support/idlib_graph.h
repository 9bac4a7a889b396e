#pragma once

#include "tests/support/memory_claim_source.h"

namespace isnad::testing {

/// A small graph as real news makes it: Idlib, February 2020; names in two scripts, several outlets, attribution, a denial, a
/// threat, offices and places.
[[nodiscard]] MemoryClaimSource idlib_graph();

}  // namespace isnad::testing
