#include "graph/query/view.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "graph/model/error.h"
#include "graph/query/view_graph.h"

namespace isnad::query {

namespace {

struct Arc {
  std::uint32_t from;
  std::uint32_t to;
  ArcData data;
};

}  // namespace

View::View() = default;
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

View View::build(const ClaimSource& source, const ViewFilter& filter) {
  std::vector<Edge> edges;
  EdgeReader(source, filter).visit_edges([&](const Edge& edge) {
    edges.push_back(edge);
    return true;
  });
  return from_edges(std::move(edges));
}

View View::from_edges(std::vector<Edge> edges) {
  if (edges.size() > std::numeric_limits<std::uint32_t>::max() / 2) throw Error("the view has too many edges: narrow it");
  View view;
  view.edges_ = std::move(edges);
  std::sort(view.edges_.begin(), view.edges_.end(), [](const Edge& a, const Edge& b) { return a.key < b.key; });

  view.keys_.reserve(view.edges_.size() * 2);
  for (const auto& edge : view.edges_) {
    view.keys_.push_back(edge.key.source);
    view.keys_.push_back(edge.key.target);
  }
  std::sort(view.keys_.begin(), view.keys_.end());
  view.keys_.erase(std::unique(view.keys_.begin(), view.keys_.end()), view.keys_.end());
  view.keys_.shrink_to_fit();

  std::vector<Arc> arcs;
  arcs.reserve(view.edges_.size() * 2);
  for (std::uint32_t i = 0; i < view.edges_.size(); ++i) {
    const auto from = static_cast<std::uint32_t>(*view.find(view.edges_[i].key.source));
    const auto to = static_cast<std::uint32_t>(*view.find(view.edges_[i].key.target));
    arcs.push_back({from, to, {EdgeIndex{i}, true}});
    arcs.push_back({to, from, {EdgeIndex{i}, false}});
  }
  std::sort(arcs.begin(), arcs.end(),
            [](const Arc& a, const Arc& b) { return std::tie(a.from, a.to, a.data.edge) < std::tie(b.from, b.to, b.data.edge); });

  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  std::vector<ArcData> data;
  ends.reserve(arcs.size());
  data.reserve(arcs.size());
  for (const auto& arc : arcs) {
    ends.emplace_back(arc.from, arc.to);
    data.push_back(arc.data);
  }
  view.graph_ = std::make_unique<Graph>();
  view.graph_->csr =
      Graph::Csr(boost::edges_are_sorted, ends.begin(), ends.end(), data.begin(), static_cast<std::uint32_t>(view.keys_.size()));
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
    out.push_back({NodeIndex{neighbour}, arc.edge, arc.outgoing});
  });
  return out;
}

}  // namespace isnad::query
