#include "graph/query/view.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "graph/model/error.h"
#include "graph/query/view_graph.h"

namespace isnad::query {

View::View() = default;
View::View(View&&) noexcept = default;
View& View::operator=(View&&) noexcept = default;
View::~View() = default;

View View::build(const ClaimSource& source, const ViewFilter& filter) { return build(EdgeReader(source, filter)); }

View View::build(const EdgeReader& reader) { return from_table(reader.edge_table()); }

View View::from_table(EdgeTable table) {
  if (table.edges.size() > std::numeric_limits<std::uint32_t>::max() / 2) throw Error("the view has too many edges: narrow it");
  View view;
  view.table_ = std::move(table);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
  ends.reserve(view.edge_count());
  for (const auto& edge : view.edges()) ends.emplace_back(edge.source, edge.target);
  view.graph_ = std::make_unique<Graph>();
  view.graph_->csr = build_csr(view.node_count(), ends);
  return view;
}

std::optional<NodeIndex> View::find(const EntityKey& key) const {
  const auto it = std::lower_bound(table_.keys.begin(), table_.keys.end(), key);
  if (it == table_.keys.end() || *it != key) return std::nullopt;
  return NodeIndex{static_cast<std::uint32_t>(it - table_.keys.begin())};
}

std::vector<Tie> View::ties(NodeIndex node) const {
  std::vector<Tie> out;
  for_each_arc(graph_->csr, static_cast<std::uint32_t>(node), [&](std::uint32_t neighbour, const ArcData& arc) {
    out.push_back({NodeIndex{neighbour}, arc.edge(), arc.outgoing != 0});
  });
  std::stable_sort(out.begin(), out.end(), [](const Tie& a, const Tie& b) { return a.neighbour < b.neighbour; });
  return out;
}

}  // namespace isnad::query
