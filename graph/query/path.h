#pragma once

#include <cstddef>
#include <vector>

#include "graph/model/edge.h"
#include "graph/model/ids.h"
#include "graph/query/edge_reader.h"
#include "graph/query/view.h"

namespace isnad::query {

/// One step of a path and all that ties its two ends, in either direction, strongest first. `edge.key.source` tells the
/// direction of each.
struct Hop {
  EntityKey from;
  EntityKey to;
  std::vector<Edge> edges;
};

struct Path {
  std::vector<Hop> hops;
};

struct PathQuery {
  EntityKey from;
  EntityKey to;
  /// How many paths at most: the shortest, then the next best without loops.
  std::size_t count = 1;
  std::size_t max_hops = 8;
  /// Entities that no path may pass.
  std::vector<EntityKey> avoid;
  /// Entities that the path must pass, in this order. Requires: `count` is 1 when there are any.
  std::vector<EntityKey> via;
  /// The best attested path (the least sum of `Evidence::price`) rather than the one of fewest hops.
  bool by_evidence = false;
};

/// How two entities are connected, whatever the direction of the edges: fewest hops first; among equals the best attested
/// (`Evidence::price` summed over the hops); among those the smaller keys. With `by_evidence` the other way around.
///
/// A path `via` others is put together of the best ways from each to the next, later ones around the earlier: the whole is
/// without loops, but need not be the best of all paths that pass them. `edges`: what the view was built from; tells what ties
/// the ends of the hops that are found. Returns: at most `count` different paths, best first; none when there is no connection,
/// or an end is not in the view. `from == to` gives none. Cost: a bidirectional breadth-first search; for alternatives one more
/// for each node of each path found. Source: J. Y. Yen, Finding the K Shortest Loopless Paths in a Network, Management Science
/// 17(11), 1971, doi:10.1287/mnsc.17.11.712.
[[nodiscard]] std::vector<Path> find_paths(const View& view, const EdgeReader& edges, const PathQuery& query);

}  // namespace isnad::query
