#pragma once

#include <optional>

#include "graph/model/claim.h"
#include "store/value_codec.h"

namespace isnad::store {

/// What decisions can change in a document, as it says itself.
[[nodiscard]] Undecided undecided_of(const Extraction& said);

/// Returns: `decided` with all that decisions changed as the document said it.
/// Throws: CorruptionError when the two do not belong together.
[[nodiscard]] Extraction said_by(Extraction decided, const std::optional<Undecided>& undecided);

}  // namespace isnad::store
