#pragma once

#include <string>

#include "graph/model/claim.h"
#include "graph/model/edge.h"
#include "graph/model/edge_table.h"
#include "graph/model/entity.h"

namespace isnad::testing {

// Every field of a value as text, so that tests can compare values and show how they differ.

[[nodiscard]] std::string describe(const Claim& claim);
[[nodiscard]] std::string describe(const Entity& entity);
[[nodiscard]] std::string describe(const Edge& edge);
[[nodiscard]] std::string describe(const EdgeTable& table);
[[nodiscard]] std::string describe(const Document& document);
[[nodiscard]] std::string describe(const Extraction& extraction);

}  // namespace isnad::testing
