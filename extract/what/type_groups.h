#pragma once

#include "graph/model/relation_type.h"

namespace isnad::what {

/// Returns: false for posts and ties, which stay what they are wherever they are.
[[nodiscard]] bool may_become_location(RelationType type);

/// Returns: true for what somebody does to somebody.
[[nodiscard]] bool is_deed(RelationType type);

/// Returns: true for REJECT, PROTEST, SANCTION, MOBILIZE, COERCE and ASSAULT: what one does against another, beyond words.
[[nodiscard]] bool is_hostile(RelationType type);

/// Returns: true for SUPPORT, COOPERATE, AID, CONCEDE, RETREAT and CONSULT.
[[nodiscard]] bool is_friendly(RelationType type);

}  // namespace isnad::what
