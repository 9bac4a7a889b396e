#pragma once

// Inside graph/render only: nodes that keep the places of an earlier drawing.

#include <cstddef>
#include <optional>
#include <vector>

#include "graph/render/geometry.h"

namespace isnad::render {

/// Two nodes that an arrow joins, with the room that its label takes.
struct Tie {
  std::size_t a = 0;
  std::size_t b = 0;
  Extent label;
};

/// Where nodes stand when some of them have a place already: these stay where they were, all moved apart by one factor where they
/// would overlap now; each of the others comes near those that it is tied to, where nothing stands and few arrows pass.
///
/// A node whose place another one had already taken counts as one without a place.
/// Requires: `earlier` has as many elements as `nodes`, and the ends of ties are below.
/// Returns: one place a node, none overlapping another; the same for the same input.
/// Cost: nodes without a place times some hundred places times nodes and ties.
[[nodiscard]] std::vector<Position> keep_places(const std::vector<Extent>& nodes, const std::vector<std::optional<Position>>& earlier,
                                                const std::vector<Tie>& ties);

}  // namespace isnad::render
