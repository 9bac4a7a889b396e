#pragma once

// Inside graph/query only: keeps Boost.Graph out of the public headers.

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "graph/query/view.h"

namespace isnad::query {

/// What an arc of the compact graph carries, in four bytes. Every edge stands twice, once at each end, because reachability
/// between actors has no direction; `outgoing` keeps the direction.
struct ArcData {
  std::uint32_t number : 31;
  std::uint32_t outgoing : 1;

  [[nodiscard]] EdgeIndex edge() const { return EdgeIndex{number}; }
};

struct View::Graph {
  using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, ArcData, boost::no_property, std::uint32_t,
                                                 std::uint32_t>;
  Csr csr;
};

/// Builds the compact graph of edges between numbered nodes. The arcs of a node are in the order of the edges.
///
/// Requires: ends below `nodes`; fewer than 2^31 edges; no edge from a node to itself.
/// Cost: three passes over the edges.
[[nodiscard]] View::Graph::Csr build_csr(std::size_t nodes, std::span<const std::pair<std::uint32_t, std::uint32_t>> ends);

/// Calls `use(neighbour, arc data)` for each arc of the node, in order.
template <class Use>
void for_each_arc(const View::Graph::Csr& csr, std::uint32_t node, const Use& use) {
  const auto [begin, end] = boost::out_edges(node, csr);
  for (auto it = begin; it != end; ++it) use(boost::target(*it, csr), csr[*it]);
}

/// One arc as its node sees it.
struct Arc {
  std::uint32_t neighbour = 0;
  ArcData data{};
};

/// All arcs by node and then by neighbour, those between the same two in the order of the edges.
struct OrderedArcs {
  /// [nodes + 1]: where the arcs of each node begin.
  std::vector<std::uint32_t> start;
  std::vector<Arc> arcs;

  [[nodiscard]] std::span<const Arc> of(std::uint32_t node) const {
    return std::span(arcs).subspan(start[node], start[node + 1] - start[node]);
  }
};

/// Cost: two passes over the arcs.
[[nodiscard]] OrderedArcs ordered_arcs(const View::Graph::Csr& csr);

}  // namespace isnad::query
