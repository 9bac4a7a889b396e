#pragma once

#include <vector>

#include "extract/who/draft.h"
#include "extract/who/resolver.h"

namespace isnad::who {

/// Turns a finished draft into what the graph keeps: entities with their names, mentions with their spans, both in order.
[[nodiscard]] Resolver::Resolution build_resolution(const Draft& draft);

}  // namespace isnad::who
