#include "graph/query/shortest.h"

#include <algorithm>

#include "graph/query/evidence.h"

namespace isnad::query {

ShortestPaths::ShortestPaths(const View& view) : view_(view), csr_(view.graph().csr), banned_(view.node_count(), 0) {
  forward_.marks.resize(view.node_count());
  backward_.marks.resize(view.node_count());
}

std::uint64_t ShortestPaths::hop_price(std::uint32_t a, std::uint32_t b) const {
  Evidence evidence;
  for_each_arc(csr_, a, [&](std::uint32_t neighbour, const ArcData& arc) {
    if (neighbour == b) evidence.add(view_.edge(arc.edge));
  });
  return evidence.price();
}

void ShortestPaths::start(Side& side, std::uint32_t node) {
  side.marks[node] = {search_, 0, 0, node};
  side.frontier = {node};
  side.depth = 0;
  side.frontier_arcs = boost::out_degree(node, csr_);
}

/// Takes the whole next layer. Within a layer the cheapest way to each node wins, so that when the sides meet, the halves of
/// the best shortest path are known.
void ShortestPaths::advance(Side& side, std::uint32_t from, const Banned& banned) {
  const bool is_forward = &side == &forward_;
  const auto barred = [&](std::uint32_t node, std::uint32_t neighbour) {
    if (banned_[neighbour] == search_) return true;
    const std::uint32_t other = is_forward ? neighbour : node;
    const std::uint32_t origin = is_forward ? node : neighbour;
    return origin == from && std::binary_search(banned.first_steps.begin(), banned.first_steps.end(), other);
  };
  std::vector<std::uint32_t> next;
  ++side.depth;
  side.frontier_arcs = 0;
  const auto reach = [&](std::uint32_t node, std::uint32_t neighbour, const Evidence& evidence) {
    Mark& mark = side.marks[neighbour];
    const bool fresh = mark.search != search_;
    if ((!fresh && mark.depth != side.depth) || barred(node, neighbour)) return;
    const std::uint64_t price = side.marks[node].price + evidence.price();
    if (fresh) {
      next.push_back(neighbour);
      side.frontier_arcs += boost::out_degree(neighbour, csr_);
    } else if (price > mark.price || (price == mark.price && node >= mark.previous)) {
      return;
    }
    mark = {search_, side.depth, price, node};
  };
  for (const std::uint32_t node : side.frontier) {
    // Arcs to one neighbour stand together: parallel edges are one hop.
    std::uint32_t current = node;
    Evidence evidence;
    for_each_arc(csr_, node, [&](std::uint32_t neighbour, const ArcData& arc) {
      if (neighbour != current) {
        if (current != node) reach(node, current, evidence);
        current = neighbour;
        evidence = {};
      }
      evidence.add(view_.edge(arc.edge));
    });
    if (current != node) reach(node, current, evidence);
  }
  std::sort(next.begin(), next.end());
  side.frontier = std::move(next);
}

NodePath ShortestPaths::best_meeting() const {
  NodePath best;
  const bool forward_smaller = forward_.frontier.size() < backward_.frontier.size();
  for (const std::uint32_t node : forward_smaller ? forward_.frontier : backward_.frontier) {
    const Mark& to_here = forward_.marks[node];
    const Mark& from_here = backward_.marks[node];
    if (!known(forward_, node) || !known(backward_, node)) continue;
    if (to_here.depth != forward_.depth || from_here.depth != backward_.depth) continue;
    NodePath path;
    path.price = to_here.price + from_here.price;
    if (!best.nodes.empty() && path.price > best.price) continue;
    for (std::uint32_t at = node;; at = forward_.marks[at].previous) {
      path.nodes.push_back(at);
      if (forward_.marks[at].depth == 0) break;
    }
    std::reverse(path.nodes.begin(), path.nodes.end());
    for (std::uint32_t at = node; backward_.marks[at].depth != 0;) {
      at = backward_.marks[at].previous;
      path.nodes.push_back(at);
    }
    if (best.nodes.empty() || path < best) best = std::move(path);
  }
  return best;
}

NodePath ShortestPaths::find(std::uint32_t from, std::uint32_t to, std::size_t max_hops, const Banned& banned) {
  ++search_;
  for (const std::uint32_t node : banned.nodes) banned_[node] = search_;
  if (from == to || banned_[from] == search_ || banned_[to] == search_) return {};
  start(forward_, from);
  start(backward_, to);
  while (!forward_.frontier.empty() && !backward_.frontier.empty() && forward_.depth + backward_.depth < max_hops) {
    Side& cheaper = forward_.frontier_arcs <= backward_.frontier_arcs ? forward_ : backward_;
    advance(cheaper, from, banned);
    if (auto path = best_meeting(); !path.nodes.empty()) return path;
  }
  return {};
}

}  // namespace isnad::query
