#include "graph/query/backbone.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "graph/model/entity.h"
#include "graph/query/evidence.h"
#include "graph/query/view_graph.h"

namespace isnad::query {

namespace {

/// All edges between two nodes.
struct Pair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  /// Sources, summed over the edges of known type.
  std::uint32_t weight = 0;
  /// How likely chance would make the tie as strong: the smaller, the more it matters.
  double chance = 1;
  /// Whether one of the nodes is drawn because of it.
  bool brings = false;
};

std::vector<bool> allowed_nodes(const View& view, const BackboneQuery& query) {
  std::vector<bool> allowed(view.node_count(), query.within.empty());
  for (const auto& key : query.within) {
    if (const auto node = view.find(key)) allowed[to_size(*node)] = true;
  }
  if (query.described) return allowed;
  for (std::size_t node = 0; node < allowed.size(); ++node) {
    if (is_described(view.keys()[node])) allowed[node] = false;
  }
  return allowed;
}

/// Each pair once, ordered by its nodes.
std::vector<Pair> pairs_of(const View& view, const std::vector<bool>& allowed) {
  const OrderedArcs arcs = ordered_arcs(view.graph().csr);
  std::vector<Pair> pairs;
  for (std::uint32_t node = 0; node < view.node_count(); ++node) {
    if (!allowed[node]) continue;
    for (const auto& [neighbour, data] : arcs.of(node)) {
      const EdgeCounts& edge = view.edge(data.edge());
      if (neighbour <= node || !allowed[neighbour] || edge.type == RelationType::kOther) continue;
      if (pairs.empty() || pairs.back().a != node || pairs.back().b != neighbour) pairs.push_back({node, neighbour});
      pairs.back().weight += edge.sources;
    }
  }
  return pairs;
}

void rate(std::vector<Pair>& pairs, std::size_t nodes) {
  std::vector<double> strength(nodes, 0);
  std::vector<std::uint32_t> degree(nodes, 0);
  for (const auto& pair : pairs) {
    for (const std::uint32_t end : {pair.a, pair.b}) {
      strength[end] += pair.weight;
      ++degree[end];
    }
  }
  for (auto& pair : pairs) {
    for (const std::uint32_t end : {pair.a, pair.b}) {
      // An end with one neighbour cannot deal anything out.
      if (degree[end] > 1) pair.chance = std::min(pair.chance, std::pow(1 - pair.weight / strength[end], degree[end] - 1.0));
    }
  }
}

/// All edges between two entities, those of known type first, then by evidence.
std::vector<Edge> edges_of(const EdgeReader& reader, const EntityKey& a, const EntityKey& b) {
  std::vector<Edge> edges;
  const auto take = [&](const Edge& edge) {
    edges.push_back(edge);
    return true;
  };
  reader.visit_edges_matching({a, std::nullopt, b}, take);
  reader.visit_edges_matching({b, std::nullopt, a}, take);
  std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) {
    const bool x_typed = x.key.type != RelationType::kOther;
    const bool y_typed = y.key.type != RelationType::kOther;
    return x_typed != y_typed ? x_typed : stronger(x, y);
  });
  return edges;
}

}  // namespace

Neighbourhood backbone(const EdgeReader& reader, const View& view, const BackboneQuery& query) {
  std::vector<Pair> pairs = pairs_of(view, allowed_nodes(view, query));
  rate(pairs, view.node_count());
  std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
    return std::tie(a.chance, b.weight, a.a, a.b) < std::tie(b.chance, a.weight, b.a, b.b);
  });

  Neighbourhood out;
  std::vector<bool> chosen(view.node_count(), false);
  std::vector<bool> seen(view.node_count(), false);
  for (auto& pair : pairs) {
    std::size_t fresh = 0;
    for (const std::uint32_t end : {pair.a, pair.b}) fresh += chosen[end] ? 0 : 1;
    const bool fits = out.nodes.size() + fresh <= query.max_nodes;
    pair.brings = fits && fresh > 0;
    for (const std::uint32_t end : {pair.a, pair.b}) {
      seen[end] = true;
      if (fits && !chosen[end]) {
        chosen[end] = true;
        out.nodes.push_back(view.keys()[end]);
      }
    }
  }
  out.nodes_left_out = static_cast<std::size_t>(std::count(seen.begin(), seen.end(), true)) - out.nodes.size();

  std::vector<Edge> others;
  for (const auto& pair : pairs) {
    if (!chosen[pair.a] || !chosen[pair.b]) continue;
    std::vector<Edge> edges = edges_of(reader, view.keys()[pair.a], view.keys()[pair.b]);
    // What brought a node in is never cut, or the node would stand alone.
    if (pair.brings && !edges.empty()) {
      out.edges.push_back(std::move(edges.front()));
      edges.erase(edges.begin());
    }
    std::move(edges.begin(), edges.end(), std::back_inserter(others));
  }
  const std::size_t room = query.max_edges == 0 ? others.size() : query.max_edges - std::min(query.max_edges, out.edges.size());
  if (others.size() > room) {
    out.edges_left_out = others.size() - room;
    others.resize(room);
  }
  std::move(others.begin(), others.end(), std::back_inserter(out.edges));
  std::sort(out.edges.begin(), out.edges.end(), [](const Edge& a, const Edge& b) { return a.key < b.key; });
  return out;
}

}  // namespace isnad::query
