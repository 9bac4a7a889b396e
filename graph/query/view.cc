#include "graph/query/view.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/model/error.h"
#include "graph/query/view_graph.h"

namespace isnad::query {

namespace {

/// Numbers the ends of edges in the order of their keys.
///
/// Returns: both ends of each edge; `keys` gets the key of each number.
std::vector<std::pair<std::uint32_t, std::uint32_t>> number_nodes(const std::vector<Edge>& edges, std::vector<EntityKey>& keys) {
  // First come, first numbered, with one look-up an end; then only the distinct keys are sorted.
  std::unordered_map<std::string_view, std::uint32_t> number_of;
  std::vector<std::string_view> names;
  const auto number = [&](const EntityKey& key) {
    const auto [it, fresh] = number_of.try_emplace(key.str(), static_cast<std::uint32_t>(names.size()));
    if (fresh) names.push_back(key.str());
    return it->second;
  };
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(edges.size());
  for (const auto& edge : edges) {
    const std::uint32_t from = number(edge.key.source);
    ends.emplace_back(from, number(edge.key.target));
  }
  std::vector<std::uint32_t> order(names.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return names[a] < names[b]; });
  std::vector<std::uint32_t> rank(names.size());
  keys.reserve(names.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
    keys.emplace_back(std::string(names[order[i]]));
  }
  for (auto& [from, to] : ends) {
    from = rank[from];
    to = rank[to];
  }
  return ends;
}

}  // namespace

View::View() = default;
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

View View::build(const ClaimSource& source, const ViewFilter& filter) { return build(EdgeReader(source, filter)); }

View View::build(const EdgeReader& reader) {
  std::vector<Edge> edges;
  reader.visit_edges([&](const Edge& edge) {
    edges.push_back(edge);
    return true;
  });
  return from_edges(std::move(edges));
}

View View::from_edges(std::vector<Edge> edges) {
  if (edges.size() > std::numeric_limits<std::uint32_t>::max() / 2) throw Error("the view has too many edges: narrow it");
  View view;
  view.edges_ = std::move(edges);
  const auto by_key = [](const Edge& a, const Edge& b) { return a.key < b.key; };
  // Sources give edges in order; moving so many of them for nothing would cost more than all that follows.
  if (!std::is_sorted(view.edges_.begin(), view.edges_.end(), by_key)) std::sort(view.edges_.begin(), view.edges_.end(), by_key);
  const auto ends_of_edges = number_nodes(view.edges_, view.keys_);

  view.graph_ = std::make_unique<Graph>();
  view.graph_->csr = build_csr(view.keys_.size(), ends_of_edges);
  return view;
}

std::optional<NodeIndex> View::find(const EntityKey& key) const {
  const auto it = std::lower_bound(keys_.begin(), keys_.end(), key);
  if (it == keys_.end() || *it != key) return std::nullopt;
  return NodeIndex{static_cast<std::uint32_t>(it - keys_.begin())};
}

std::vector<Tie> View::ties(NodeIndex node) const {
  std::vector<Tie> out;
  for_each_arc(graph_->csr, static_cast<std::uint32_t>(node), [&](std::uint32_t neighbour, const ArcData& arc) {
    out.push_back({NodeIndex{neighbour}, arc.edge(), arc.outgoing != 0});
  });
  return out;
}

}  // namespace isnad::query
