#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "graph/model/edge_table.h"

namespace isnad::query {

class View;

/// Who is next to whom, in flat arrays: what algorithms read that visit all of a graph many times. Nodes are numbers from 0;
/// parallel edges are one entry.
struct Adjacency {
  /// Where the row of each node begins in the other arrays; one more at the end.
  std::vector<std::uint32_t> start = {0};
  /// Ascending within a row, each neighbour once, never the node itself.
  std::vector<std::uint32_t> neighbour;
  /// One for each entry of `neighbour`: the sum over parallel edges.
  std::vector<double> weight;

  [[nodiscard]] std::size_t nodes() const { return start.size() - 1; }
  [[nodiscard]] std::size_t entries() const { return neighbour.size(); }
  [[nodiscard]] std::size_t degree(std::uint32_t node) const { return start[node + 1] - start[node]; }
  [[nodiscard]] std::span<const std::uint32_t> neighbours(std::uint32_t node) const {
    return {neighbour.data() + start[node], degree(node)};
  }
  [[nodiscard]] std::span<const double> weights(std::uint32_t node) const { return {weight.data() + start[node], degree(node)}; }
};

enum class Direction : std::uint8_t {
  /// Whom a node's edges point to.
  kOut,
  /// Whose edges point to a node.
  kIn,
  /// Both ends of an edge see each other.
  kBoth,
};

/// Returns: the neighbours in a view, numbered as its `NodeIndex`.
///
/// `weight`: what an edge weighs; 1 when empty. Edges of weight 0 count all the same.
[[nodiscard]] Adjacency adjacency(const View& view, Direction direction,
                                  const std::function<double(const EdgeCounts&)>& weight = {});

/// One edge between two numbered nodes.
struct WeightedArc {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  double weight = 1;
};

/// Returns: the rows of `arcs` read in a direction; loops are left out.
///
/// Requires: ends below `nodes`.
[[nodiscard]] Adjacency make_adjacency(std::size_t nodes, std::span<const WeightedArc> arcs, Direction direction);

}  // namespace isnad::query
