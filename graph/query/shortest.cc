#include "graph/query/shortest.h"

#include <algorithm>
#include <new>
#include <unordered_map>
#include <utility>

namespace isnad::query {

ShortestPaths::Marks ShortestPaths::fresh_marks(std::size_t nodes) {
  static_assert(std::is_trivial_v<Mark>);
  void* memory = std::calloc(std::max<std::size_t>(1, nodes), sizeof(Mark));
  if (memory == nullptr) throw std::bad_alloc();
  return Marks(static_cast<Mark*>(memory));
}

ShortestPaths::ShortestPaths(const Adjacency& prices) : graph_(prices), banned_(fresh_marks(prices.nodes())) {
  forward_.marks = fresh_marks(prices.nodes());
  backward_.marks = fresh_marks(prices.nodes());
}

double ShortestPaths::hop_price(std::uint32_t a, std::uint32_t b) const {
  const auto row = graph_.neighbours(a);
  const auto at = std::lower_bound(row.begin(), row.end(), b);
  return graph_.weights(a)[static_cast<std::size_t>(at - row.begin())];
}

void ShortestPaths::start(Side& side, std::uint32_t node) {
  side.marks[node] = {search_, 0, 0, node};
  side.frontier = {node};
  side.depth = 0;
  side.frontier_arcs = graph_.degree(node);
}

/// Takes the whole next layer. Within a layer the cheapest way to each node wins, so that when the sides meet, the halves of
/// the best shortest path are known.
void ShortestPaths::advance(Side& side, std::uint32_t from, const Banned& banned) {
  const bool is_forward = &side == &forward_;
  const auto barred = [&](std::uint32_t node, std::uint32_t neighbour) {
    if (is_banned(neighbour)) return true;
    const std::uint32_t other = is_forward ? neighbour : node;
    const std::uint32_t origin = is_forward ? node : neighbour;
    return origin == from && std::binary_search(banned.first_steps.begin(), banned.first_steps.end(), other);
  };
  std::vector<std::uint32_t> next;
  ++side.depth;
  side.frontier_arcs = 0;
  for (const std::uint32_t node : side.frontier) {
    const double so_far = side.marks[node].price;
    for (std::uint32_t i = graph_.start[node]; i < graph_.start[node + 1]; ++i) {
      const std::uint32_t neighbour = graph_.neighbour[i];
      Mark& mark = side.marks[neighbour];
      const bool fresh = mark.search != search_;
      if ((!fresh && mark.depth != side.depth) || barred(node, neighbour)) continue;
      const double price = so_far + graph_.weight[i];
      if (fresh) {
        next.push_back(neighbour);
        side.frontier_arcs += graph_.degree(neighbour);
      } else if (price > mark.price || (price == mark.price && node >= mark.previous)) {
        continue;
      }
      mark = {search_, side.depth, price, node};
    }
  }
  std::sort(next.begin(), next.end());
  side.frontier = std::move(next);
}

NodePath ShortestPaths::best_meeting() const {
  NodePath best;
  const BetterPath better{PathOrder::kHops};
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
    if (best.nodes.empty() || better(path, best)) best = std::move(path);
  }
  return best;
}

/// Hop by hop the cheapest way to each node in at most so many hops (Bellman and Ford, from the nodes that became cheaper).
NodePath ShortestPaths::cheapest(std::uint32_t from, std::uint32_t to, std::size_t max_hops, const Banned& banned) const {
  struct Way {
    double price;
    std::uint32_t previous;
  };
  // One map a hop: a node may be cheap to reach in three hops and cheaper in five, and both ways must be found again.
  std::vector<std::unordered_map<std::uint32_t, Way>> layers(1);
  std::unordered_map<std::uint32_t, double> best = {{from, 0.0}};
  layers[0] = {{from, {0.0, from}}};
  std::size_t best_hops = 0;
  double bound = 0;
  for (std::size_t hops = 1; hops <= max_hops && !layers.back().empty(); ++hops) {
    std::unordered_map<std::uint32_t, Way> next;
    for (const auto& [node, way] : layers.back()) {
      if (best_hops != 0 && way.price >= bound) continue;
      for (std::uint32_t i = graph_.start[node]; i < graph_.start[node + 1]; ++i) {
        const std::uint32_t neighbour = graph_.neighbour[i];
        if (is_banned(neighbour) || neighbour == from) continue;
        if (node == from && std::binary_search(banned.first_steps.begin(), banned.first_steps.end(), neighbour)) continue;
        const double price = way.price + graph_.weight[i];
        const auto known = best.find(neighbour);
        if (known != best.end() && known->second <= price) {
          // Equally cheap in this very hop: the smaller predecessor, so that answers do not depend on the order of maps.
          const auto same = next.find(neighbour);
          if (same != next.end() && same->second.price == price && node < same->second.previous) same->second.previous = node;
          continue;
        }
        best[neighbour] = price;
        next[neighbour] = {price, node};
      }
    }
    if (const auto reached = next.find(to); reached != next.end()) {
      best_hops = hops;
      bound = reached->second.price;
    }
    layers.push_back(std::move(next));
  }
  if (best_hops == 0) return {};
  NodePath path;
  path.price = bound;
  path.nodes.assign(best_hops + 1, to);
  for (std::size_t hops = best_hops; hops > 0; --hops) path.nodes[hops - 1] = layers[hops].at(path.nodes[hops]).previous;
  return path;
}

NodePath ShortestPaths::find(std::uint32_t from, std::uint32_t to, std::size_t max_hops, const Banned& banned, PathOrder order) {
  ++search_;
  for (const std::uint32_t node : banned.nodes) banned_[node].search = search_;
  if (from == to || is_banned(from) || is_banned(to)) return {};
  if (order == PathOrder::kPrice) return cheapest(from, to, max_hops, banned);
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
