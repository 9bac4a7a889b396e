#pragma once

// Inside graph/query only: keeps Boost.Graph out of the public headers.

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <cstdint>

#include "graph/query/view.h"

namespace isnad::query {

/// What an arc of the compact graph carries. Every edge stands twice, once at each end, because reachability between actors
/// has no direction; `outgoing` keeps the direction.
struct ArcData {
  EdgeIndex edge{};
  bool outgoing = true;
};

struct View::Graph {
  using Csr = boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, ArcData, boost::no_property, std::uint32_t,
                                                 std::uint32_t>;
  Csr csr;
};

/// Calls `use(neighbour, arc data)` for each arc of the node, in order.
template <class Use>
void for_each_arc(const View::Graph::Csr& csr, std::uint32_t node, const Use& use) {
  const auto [begin, end] = boost::out_edges(node, csr);
  for (auto it = begin; it != end; ++it) use(boost::target(*it, csr), csr[*it]);
}

}  // namespace isnad::query
