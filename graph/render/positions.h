#pragma once

#include <chrono>
#include <cstddef>
#include <utility>
#include <vector>

namespace isnad::render {

/// Where the middle of a node stands, in points; y grows upwards.
struct Position {
  double x = 0;
  double y = 0;
};

/// The room that a node takes, in points.
struct Extent {
  double width = 0;
  double height = 0;
};

/// Places nodes so that connected ones are near and none overlap: Graphviz's `sfdp`, in a child process with a deadline. A ring
/// when it fails or takes too long.
///
/// Requires: the ends of `arrows` are below `nodes.size()`.
/// Returns: one position a node, the same for the same input and libraries.
/// Throws: IoError when no process can be started. Cost: about n log n; 1,000 nodes take some tenths of a second.
[[nodiscard]] std::vector<Position> positions(const std::vector<Extent>& nodes,
                                              const std::vector<std::pair<std::size_t, std::size_t>>& arrows,
                                              std::chrono::milliseconds deadline);

}  // namespace isnad::render
