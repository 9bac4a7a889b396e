#include "graph/query/path.h"

#include <algorithm>
#include <cstdint>
#include <set>

#include "graph/query/evidence.h"
#include "graph/query/shortest.h"

namespace isnad::query {

namespace {

Path to_path(const View& view, const NodePath& nodes) {
  Path out;
  for (std::size_t i = 0; i + 1 < nodes.nodes.size(); ++i) {
    const NodeIndex from{nodes.nodes[i]};
    const NodeIndex to{nodes.nodes[i + 1]};
    Hop hop{view.key(from), view.key(to), {}};
    for (const auto& tie : view.ties(from)) {
      if (tie.neighbour == to) hop.edges.push_back(view.edge(tie.edge));
    }
    std::sort(hop.edges.begin(), hop.edges.end(), stronger);
    out.hops.push_back(std::move(hop));
  }
  return out;
}

/// Yen: every further path leaves an earlier one at some node (the spur) and must not take a step there that an earlier path
/// with the same beginning took.
std::vector<NodePath> alternatives(ShortestPaths& search, NodePath first, const PathQuery& query,
                                   const std::vector<std::uint32_t>& avoid) {
  std::vector<NodePath> found = {std::move(first)};
  std::set<NodePath> candidates;
  while (found.size() < query.count) {
    const NodePath last = found.back();
    std::uint64_t root_price = 0;
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
      NodePath tail = search.find(*root_end, last.nodes.back(), query.max_hops - spur, banned);
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

}  // namespace

std::vector<Path> find_paths(const View& view, const PathQuery& query) {
  const auto from = view.find(query.from);
  const auto to = view.find(query.to);
  if (!from || !to || *from == *to || query.count == 0) return {};
  std::vector<std::uint32_t> avoid;
  for (const auto& key : query.avoid) {
    if (const auto node = view.find(key)) avoid.push_back(static_cast<std::uint32_t>(*node));
  }
  ShortestPaths search(view);
  NodePath first = search.find(static_cast<std::uint32_t>(*from), static_cast<std::uint32_t>(*to), query.max_hops, {avoid, {}});
  if (first.nodes.empty()) return {};
  std::vector<Path> out;
  for (const auto& path : alternatives(search, std::move(first), query, avoid)) out.push_back(to_path(view, path));
  return out;
}

}  // namespace isnad::query
