#include "cli/drawn_groups.h"

#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "cli/fold_table.h"
#include "cli/interrupt.h"
#include "graph/query/adjacency.h"

namespace isnad::cli {

namespace {

using GroupId = std::pair<std::uint32_t, std::uint32_t>;

/// Those who are drawn by what `group_of` calls their group, empty for none; groups in the order of their first member.
template <class GroupOf>
std::vector<std::vector<EntityKey>> grouped(const render::DiagramRequest& request, const ClaimSource& source, const GroupOf& group_of) {
  std::vector<std::vector<EntityKey>> out;
  std::map<GroupId, std::size_t> index;
  for (const auto& node : render::requested_nodes(source, request)) {
    const auto group = group_of(node.entity.key);
    if (!group) continue;
    const auto [it, fresh] = index.try_emplace(*group, out.size());
    if (fresh) out.emplace_back();
    out[it->second].push_back(node.entity.key);
  }
  return out;
}

std::vector<std::vector<EntityKey>> by_communities(const render::DiagramRequest& request, const query::EdgeReader& reader) {
  const query::View view = query::View::build(reader);
  const query::Partition found = communities_of(view);
  return grouped(request, reader.source(), [&](const EntityKey& key) -> std::optional<GroupId> {
    const auto node = view.find(key);
    if (!node) return std::nullopt;
    return GroupId{found.group[query::to_size(*node)], 0};
  });
}

/// Adds to `fold` whoever holds a post in a state, as that state: what its president says it says. Of several the state of most claims, then
/// the first by key.
void fold_holders_of_posts(const query::EdgeReader& reader, std::map<EntityKey, EntityKey>& fold) {
  std::map<EntityKey, std::pair<std::uint32_t, EntityKey>> best;
  reader.visit_edges([&](const Edge& edge) {
    const std::string& holder = edge.key.source.str();
    const bool person = holder.starts_with("per:") || holder.starts_with("name:PER:");
    if (edge.key.type != RelationType::kRole || edge.key.polarity == Polarity::kDenied || !person || fold.contains(edge.key.source)) return true;
    const auto arm = fold.find(edge.key.target);
    const EntityKey& state = arm == fold.end() ? edge.key.target : arm->second;
    if (!state.str().starts_with("gpe:")) return true;
    const auto [known, fresh] = best.try_emplace(edge.key.source, edge.claims, state);
    if (!fresh && edge.claims > known->second.first) known->second = {edge.claims, state};
    return true;
  });
  for (const auto& [holder, state] : best) fold.emplace(holder, state.second);
}

std::vector<std::vector<EntityKey>> by_sides(const render::DiagramRequest& request, const query::EdgeReader& reader) {
  query::ViewFilter filter = reader.filter();
  filter.fold = fold_table(reader.source());
  fold_holders_of_posts(reader, filter.fold);
  const query::EdgeReader folded(reader.source(), filter);
  const query::View view = query::View::build(folded);
  const auto signed_ties = query::adjacency(view, query::Direction::kBoth, query::friendship);
  const auto found = query::sides(signed_ties, 2, 1, stop_if_interrupted).partition;
  // Sides mean something only among those whom ties connect.
  std::vector<query::WeightedArc> ties;
  for (std::uint32_t node = 0; node < signed_ties.nodes(); ++node) {
    for (std::uint32_t i = signed_ties.start[node]; i < signed_ties.start[node + 1]; ++i) {
      if (signed_ties.weight[i] != 0 && node < signed_ties.neighbour[i]) ties.push_back({node, signed_ties.neighbour[i], 1});
    }
  }
  const auto parts = query::components(query::make_adjacency(view.node_count(), ties, query::Direction::kBoth));
  return grouped(request, reader.source(), [&](const EntityKey& key) -> std::optional<GroupId> {
    const auto node = view.find(folded.folded(key));
    if (!node) return std::nullopt;
    const std::size_t i = query::to_size(*node);
    return GroupId{parts.group[i], found.group[i]};
  });
}

}  // namespace

query::Partition communities_of(const query::View& view) {
  query::CommunityOptions options;
  options.tick = stop_if_interrupted;
  const auto both = query::adjacency(view, query::Direction::kBoth, [](const EdgeCounts& edge) { return edge.sources * 1.0; });
  return query::communities(both, options);
}

void add_groups(render::DiagramRequest& request, const query::EdgeReader& reader, const std::string& kind) {
  request.group_kind = kind == "sides" ? render::GroupKind::kSides : render::GroupKind::kCommunities;
  if (request.group_kind == render::GroupKind::kCommunities) {
    request.groups = by_communities(request, reader);
  } else if (!request.facing[0].empty()) {
    request.groups = {request.facing[0], request.facing[1]};
  } else {
    request.groups = by_sides(request, reader);
  }
  std::erase_if(request.groups, [](const auto& members) { return members.size() < 2; });
}

}  // namespace isnad::cli
