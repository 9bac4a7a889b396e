#pragma once

#include <string>
#include <string_view>

#include "graph/model/decision.h"

namespace isnad::store {

/// How the keys of decisions begin in `meta`.
inline constexpr std::string_view kDecisionRow = "decision";

/// Returns: the key of a decision's row; two that cannot stand side by side have the same.
[[nodiscard]] std::string decision_key(const Decision& decision);

[[nodiscard]] std::string encode_decision(const Decision& decision);

/// Throws: CorruptionError for bytes that no encoder made.
[[nodiscard]] Decision decode_decision(std::string_view bytes);

}  // namespace isnad::store
