#include "graph/query/neighbourhood.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "graph/query/evidence.h"

namespace isnad::query {

namespace {

/// The order in which edges are worth a place on a diagram.
bool more_telling(const Edge& a, const Edge& b) {
  const bool a_typed = a.key.type != RelationType::kOther;
  const bool b_typed = b.key.type != RelationType::kOther;
  return a_typed != b_typed ? a_typed : stronger(a, b);
}

/// The best edge by which a node that is not chosen yet could come in.
struct Candidate {
  Edge edge;
  std::size_t depth = 0;
};

class Growth {
 public:
  Growth(const EdgeReader& reader, const NeighbourhoodQuery& query) : reader_(reader), query_(query) {}

  Neighbourhood run() {
    for (const auto& key : query_.centres) choose(reader_.folded(key), 0, nullptr);
    while (!candidates_.empty() && out_.nodes.size() < query_.max_nodes) {
      const auto best = std::min_element(candidates_.begin(), candidates_.end(),
                                         [](const auto& a, const auto& b) { return more_telling(a.second.edge, b.second.edge); });
      const auto [key, candidate] = *best;
      candidates_.erase(best);
      choose(key, candidate.depth, &candidate.edge);
    }
    out_.nodes_left_out = candidates_.size();
    count_left_out();
    collect_edges();
    return std::move(out_);
  }

 private:
  void choose(const EntityKey& key, std::size_t depth, const Edge* by) {
    if (!chosen_.insert(key).second) return;
    out_.nodes.push_back(key);
    candidates_.erase(key);
    if (by != nullptr) backbone_.insert(by->key);
    if (depth >= query_.depth) return;
    reader_.visit_edges_of(key, [&](const Edge& edge) {
      const EntityKey& other = edge.key.source == key ? edge.key.target : edge.key.source;
      if (chosen_.contains(other)) return true;
      const auto [it, fresh] = candidates_.try_emplace(other);
      // A stronger edge from farther away must not lengthen the way: depth counts from the nearest centre.
      if (fresh || depth + 1 < it->second.depth || (depth + 1 == it->second.depth && more_telling(edge, it->second.edge))) {
        it->second = {edge, depth + 1};
      }
      return true;
    });
  }

  void count_left_out() {
    std::map<EntityKey, std::size_t> counts;
    for (const auto& [key, candidate] : candidates_) {
      const EdgeKey& edge = candidate.edge.key;
      ++counts[edge.source == key ? edge.target : edge.source];
    }
    out_.left_out_of.assign(counts.begin(), counts.end());
    std::stable_sort(out_.left_out_of.begin(), out_.left_out_of.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  }

  void collect_edges() {
    std::map<EdgeKey, Edge> between;
    for (const auto& key : out_.nodes) {
      reader_.visit_edges_of(key, [&](const Edge& edge) {
        if (chosen_.contains(edge.key.source) && chosen_.contains(edge.key.target)) between.try_emplace(edge.key, edge);
        return true;
      });
    }
    for (auto& [key, edge] : between) out_.edges.push_back(std::move(edge));
    if (query_.max_edges == 0 || out_.edges.size() <= query_.max_edges) return;
    std::stable_sort(out_.edges.begin(), out_.edges.end(), [&](const Edge& a, const Edge& b) {
      const bool a_first = backbone_.contains(a.key);
      const bool b_first = backbone_.contains(b.key);
      return a_first != b_first ? a_first : more_telling(a, b);
    });
    const std::size_t kept = std::max(query_.max_edges, backbone_.size());
    if (out_.edges.size() > kept) {
      out_.edges_left_out = out_.edges.size() - kept;
      out_.edges.resize(kept);
    }
    std::sort(out_.edges.begin(), out_.edges.end(), [](const Edge& a, const Edge& b) { return a.key < b.key; });
  }

  const EdgeReader& reader_;
  const NeighbourhoodQuery& query_;
  Neighbourhood out_;
  std::set<EntityKey> chosen_;
  std::set<EdgeKey> backbone_;
  std::map<EntityKey, Candidate> candidates_;
};

}  // namespace

Neighbourhood neighbourhood(const EdgeReader& reader, const NeighbourhoodQuery& query) { return Growth(reader, query).run(); }

}  // namespace isnad::query
