#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "graph/query/adjacency.h"

namespace isnad::query {

struct PageRankOptions {
  double damping = 0.85;
  /// Ends when the values of a round differ from those of the last by less than this in sum.
  double tolerance = 1e-10;
  std::size_t max_rounds = 200;
};

/// How often one comes by each node who follows edges by their weight, and with 1 - damping begins anew anywhere. Nodes without
/// outgoing edges lead anywhere.
///
/// `in`: the rows of `Direction::kIn`.
/// Returns: one value a node, 1 in sum.
/// Source: L. Page, S. Brin, R. Motwani, T. Winograd, The PageRank Citation Ranking, Stanford InfoLab 1999-66.
[[nodiscard]] std::vector<double> page_rank(const Adjacency& in, const PageRankOptions& options = {});

struct Hits {
  /// Points to good authorities; 1 in sum.
  std::vector<double> hubs;
  /// Good hubs point to it; 1 in sum.
  std::vector<double> authorities;
};

/// Source: J. Kleinberg, Authoritative Sources in a Hyperlinked Environment, JACM 46(5), 1999, doi:10.1145/324133.324140.
[[nodiscard]] Hits hits(const Adjacency& out, const Adjacency& in, double tolerance = 1e-12, std::size_t max_rounds = 1000);

struct BetweennessOptions {
  /// From how many nodes to look; 0, or as many as there are: all, and the values are exact.
  std::size_t samples = 0;
  std::uint32_t seed = 1;
  /// Called for each node looked from; may throw to stop. None when empty.
  std::function<void()> tick;
};

struct Betweenness {
  /// The share of all pairs of other nodes whose shortest ways pass through the node: from 0 to 1.
  std::vector<double> value;
  /// Half of the 95 % interval around each value; empty when they are exact.
  std::vector<double> error;
};

/// `both`: the rows of `Direction::kBoth`; weights do not matter.
/// Cost: samples * entries.
/// Source: U. Brandes, A Faster Algorithm for Betweenness Centrality, J. Math. Sociology 25(2), 2001,
/// doi:10.1080/0022250X.2001.9990249; U. Brandes, C. Pich, Centrality Estimation in Large Networks, Int. J. Bifurcation and
/// Chaos 17(7), 2007, doi:10.1142/S0218127407018403 (sampling).
[[nodiscard]] Betweenness betweenness(const Adjacency& both, const BetweennessOptions& options = {});

/// Returns: for each node whether the graph falls into more parts without it.
/// Source: R. Tarjan, Depth-First Search and Linear Graph Algorithms, SIAM J. Computing 1(2), 1972, doi:10.1137/0201010.
[[nodiscard]] std::vector<bool> articulation_points(const Adjacency& both);

/// How far each node's contacts are tied to each other: near 0 who connects strangers, 1 and more who is closed in; NaN for a
/// node without neighbours.
///
/// Cost: for each node the sum of its neighbours' degrees.
/// Source: R. S. Burt, Structural Holes, Harvard University Press 1992 (constraint).
[[nodiscard]] std::vector<double> constraint(const Adjacency& both);

}  // namespace isnad::query
