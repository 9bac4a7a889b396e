#include "graph/query/path.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>

#include "graph/query/adjacency.h"
#include "graph/query/evidence.h"
#include "graph/query/shortest.h"
#include "graph/query/view_graph.h"

namespace isnad::query {

namespace {

Path to_path(const View& view, const EdgeReader& edges, const NodePath& nodes) {
  Path out;
  for (std::size_t i = 0; i + 1 < nodes.nodes.size(); ++i) {
    const NodeIndex from{nodes.nodes[i]};
    const NodeIndex to{nodes.nodes[i + 1]};
    Hop hop{view.key(from), view.key(to), {}};
    const auto keep = [&](const Edge& edge) {
      hop.edges.push_back(edge);
      return true;
    };
    edges.visit_edges_matching({hop.from, std::nullopt, hop.to}, keep);
    edges.visit_edges_matching({hop.to, std::nullopt, hop.from}, keep);
    std::sort(hop.edges.begin(), hop.edges.end(), stronger);
    out.hops.push_back(std::move(hop));
  }
  return out;
}

/// What hops cost; edges between the same two entities add up to one hop.
Adjacency hop_prices(const View& view) {
  const OrderedArcs arcs = ordered_arcs(view.graph().csr);
  Adjacency out;
  out.start.reserve(view.node_count() + 1);
  for (std::uint32_t node = 0; node < view.node_count(); ++node) {
    Evidence evidence;
    std::uint32_t current = node;
    const auto close = [&] {
      if (current == node) return;
      out.neighbour.push_back(current);
      out.weight.push_back(static_cast<double>(evidence.price()));
    };
    for (const auto& [neighbour, data] : arcs.of(node)) {
      if (neighbour != current) {
        close();
        current = neighbour;
        evidence = {};
      }
      evidence.add(view.edge(data.edge()));
    }
    close();
    out.start.push_back(static_cast<std::uint32_t>(out.neighbour.size()));
  }
  return out;
}

/// Yen: every further path leaves an earlier one at some node (the spur) and must not take a step there that an earlier path
/// with the same beginning took.
std::vector<NodePath> alternatives(ShortestPaths& search, NodePath first, const PathQuery& query, PathOrder order,
                                   const std::vector<std::uint32_t>& avoid) {
  std::vector<NodePath> found = {std::move(first)};
  std::set<NodePath, BetterPath> candidates(BetterPath{order});
  while (found.size() < query.count) {
    const NodePath last = found.back();
    double root_price = 0;
    for (std::size_t spur = 0; spur + 1 < last.nodes.size(); ++spur) {
      const auto root_end = last.nodes.begin() + static_cast<std::ptrdiff_t>(spur);
      ShortestPaths::Banned banned{avoid, {}};
      banned.nodes.insert(banned.nodes.end(), last.nodes.begin(), root_end);
      for (const auto& path : found) {
        if (path.nodes.size() > spur + 1 && std::equal(last.nodes.begin(), root_end + 1, path.nodes.begin())) {
          banned.first_steps.push_back(path.nodes[spur + 1]);
        }
      }
      std::sort(banned.first_steps.begin(), banned.first_steps.end());
      NodePath tail = search.find(*root_end, last.nodes.back(), query.max_hops - spur, banned, order);
      if (!tail.nodes.empty()) {
        NodePath whole{root_price + tail.price, {last.nodes.begin(), root_end}};
        whole.nodes.insert(whole.nodes.end(), tail.nodes.begin(), tail.nodes.end());
        candidates.insert(std::move(whole));
      }
      root_price += search.hop_price(*root_end, *(root_end + 1));
    }
    if (candidates.empty()) break;
    found.push_back(*candidates.begin());
    candidates.erase(candidates.begin());
  }
  return found;
}

/// The best ways from each stop to the next, later ones around the earlier and around the stops still to come.
NodePath through(ShortestPaths& search, const std::vector<std::uint32_t>& stops, const PathQuery& query, PathOrder order,
                 const std::vector<std::uint32_t>& avoid) {
  NodePath whole{0, {stops.front()}};
  for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
    ShortestPaths::Banned banned{avoid, {}};
    banned.nodes.insert(banned.nodes.end(), whole.nodes.begin(), whole.nodes.end() - 1);
    banned.nodes.insert(banned.nodes.end(), stops.begin() + static_cast<std::ptrdiff_t>(i) + 2, stops.end());
    if (whole.hops() >= query.max_hops) return {};
    const NodePath part = search.find(stops[i], stops[i + 1], query.max_hops - whole.hops(), banned, order);
    if (part.nodes.empty()) return {};
    whole.price += part.price;
    whole.nodes.insert(whole.nodes.end(), part.nodes.begin() + 1, part.nodes.end());
  }
  return whole;
}

}  // namespace

std::vector<Path> find_paths(const View& view, const EdgeReader& edges, const PathQuery& query) {
  const PathOrder order = query.by_evidence ? PathOrder::kPrice : PathOrder::kHops;
  std::vector<std::uint32_t> stops;
  std::vector<EntityKey> keys = {query.from};
  keys.insert(keys.end(), query.via.begin(), query.via.end());
  keys.push_back(query.to);
  for (const auto& key : keys) {
    const auto node = view.find(key);
    if (!node || std::find(stops.begin(), stops.end(), static_cast<std::uint32_t>(*node)) != stops.end()) return {};
    stops.push_back(static_cast<std::uint32_t>(*node));
  }
  if (query.count == 0) return {};
  std::vector<std::uint32_t> avoid;
  for (const auto& key : query.avoid) {
    if (const auto node = view.find(key)) avoid.push_back(static_cast<std::uint32_t>(*node));
  }
  const Adjacency prices = hop_prices(view);
  ShortestPaths search(prices);
  NodePath first = through(search, stops, query, order, avoid);
  if (first.nodes.empty()) return {};
  std::vector<Path> out;
  if (!query.via.empty()) {
    out.push_back(to_path(view, edges, first));
    return out;
  }
  for (const auto& path : alternatives(search, std::move(first), query, order, avoid)) out.push_back(to_path(view, edges, path));
  return out;
}

}  // namespace isnad::query
