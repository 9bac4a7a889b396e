#include "graph/query/common.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "graph/query/evidence.h"

namespace isnad::query {

std::vector<CommonNeighbour> common_neighbours(const EdgeReader& reader, const std::vector<EntityKey>& actors) {
  std::vector<EntityKey> asked;
  for (const auto& actor : actors) asked.push_back(reader.folded(actor));
  std::map<EntityKey, std::vector<std::vector<Edge>>> ties;
  for (std::size_t i = 0; i < asked.size(); ++i) {
    reader.visit_edges_of(asked[i], [&](const Edge& edge) {
      const EntityKey& other = edge.key.source == asked[i] ? edge.key.target : edge.key.source;
      auto found = ties.find(other);
      if (found == ties.end()) {
        // Who is no neighbour of the first is none of all.
        if (i != 0) return true;
        found = ties.emplace(other, std::vector<std::vector<Edge>>(asked.size())).first;
      }
      found->second[i].push_back(edge);
      return true;
    });
    std::erase_if(ties, [&](const auto& entry) { return entry.second[i].empty(); });
  }
  std::vector<CommonNeighbour> out;
  for (auto& [entity, edges] : ties) {
    if (std::find(asked.begin(), asked.end(), entity) != asked.end()) continue;
    for (auto& list : edges) std::sort(list.begin(), list.end(), stronger);
    out.push_back({entity, std::move(edges)});
  }
  const auto weakest = [](const CommonNeighbour& neighbour) -> const Edge& {
    const auto& list = *std::max_element(neighbour.ties.begin(), neighbour.ties.end(),
                                         [](const auto& a, const auto& b) { return stronger(a.front(), b.front()); });
    return list.front();
  };
  std::sort(out.begin(), out.end(), [&](const CommonNeighbour& a, const CommonNeighbour& b) {
    const Edge& x = weakest(a);
    const Edge& y = weakest(b);
    return x.key != y.key ? stronger(x, y) : a.entity < b.entity;
  });
  return out;
}

std::vector<Edge> edges_between(const EdgeReader& reader, const std::vector<EntityKey>& group, const std::vector<EntityKey>& other) {
  std::set<EntityKey> a;
  std::set<EntityKey> b;
  for (const auto& key : group) a.insert(reader.folded(key));
  for (const auto& key : other) b.insert(reader.folded(key));
  std::map<EdgeKey, Edge> found;
  const auto keep = [&](const Edge& edge) {
    found.try_emplace(edge.key, edge);
    return true;
  };
  for (const auto& x : a) {
    for (const auto& y : b) {
      if (x == y) continue;
      reader.visit_edges_matching({x, {}, y}, keep);
      reader.visit_edges_matching({y, {}, x}, keep);
    }
  }
  std::vector<Edge> out;
  for (auto& [key, edge] : found) out.push_back(std::move(edge));
  std::sort(out.begin(), out.end(), stronger);
  return out;
}

}  // namespace isnad::query
