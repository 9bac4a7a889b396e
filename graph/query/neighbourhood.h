#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "graph/model/edge.h"
#include "graph/model/ids.h"
#include "graph/query/edge_reader.h"

namespace isnad::query {

struct NeighbourhoodQuery {
  /// Whom it is about; always in, even without edges.
  std::vector<EntityKey> centres;
  /// How many hops from the nearest centre a node may be.
  std::size_t depth = 1;
  /// Nodes at most, centres included (which are never cut).
  std::size_t max_nodes = 40;
  /// Edges at most; those that tie a node to the centres are never cut. 0: no limit.
  std::size_t max_edges = 120;
};

/// A small part of the graph, with what had to be left out to keep it small.
struct Neighbourhood {
  /// Centres as given, then in the order in which they were chosen (best attested first).
  std::vector<EntityKey> nodes;
  /// All edges between those nodes that pass the filter (up to the limit), in key order.
  std::vector<Edge> edges;
  /// Neighbours that were seen and did not fit.
  std::size_t nodes_left_out = 0;
  /// By which chosen node they would have come in, and how many by each: most first, then in key order.
  std::vector<std::pair<EntityKey, std::size_t>> left_out_of;
  std::size_t edges_left_out = 0;
};

/// The surroundings of some actors: grows from the centres along the best attested edge (`stronger`) until depth or budget ends
/// it, then takes the edges between what was chosen. Edges whose type is known come before those of type OTHER, which tell a
/// reader little. No hairballs, and the same answer every time.
///
/// Cost: reads the edges of the chosen nodes only, never the whole graph; memory for the edges of one node at a time and one
/// candidate a neighbour.
[[nodiscard]] Neighbourhood neighbourhood(const EdgeReader& reader, const NeighbourhoodQuery& query);

}  // namespace isnad::query
