#pragma once

// Inside graph/render only: labels of arrows where arrows already lie.

#include <vector>

#include "graph/render/geometry.h"

namespace isnad::render {

/// An arrow as the points that it runs through, and the room that its label takes; no label when that is nothing.
struct LabelledLine {
  std::vector<Position> points;
  Extent label;
};

struct LabelPlaces {
  /// The middle of each label; the line's middle for one without any room.
  std::vector<Position> middles;
  /// Pairs of boxes, of labels and nodes, that overlap in spite of all.
  std::size_t overlaps = 0;
};

/// Puts each label beside its line so that it lies on no node and on no other label, on as few other lines as can be, and near
/// the line's middle.
///
/// Requires: every line has at least one point.
/// Returns: the same places for the same input. Cost: labels times boxes and lines near them; above 400 lines only boxes count.
[[nodiscard]] LabelPlaces place_labels(const std::vector<Rect>& nodes, const std::vector<LabelledLine>& lines);

}  // namespace isnad::render
