#include "cli/drawn_part.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

#include "cli/drawn_groups.h"
#include "cli/names.h"
#include "cli/options.h"
#include "cli/question.h"
#include "graph/model/error.h"
#include "graph/query/backbone.h"
#include "graph/query/common.h"
#include "graph/query/neighbourhood.h"
#include "graph/query/path.h"
#include "graph/query/view.h"

namespace isnad::cli {

namespace {

std::vector<EntityKey> folded_keys(const query::EdgeReader& reader, const std::vector<std::string>& names) {
  std::vector<EntityKey> keys;
  for (const EntityKey& named : entities_named(reader.source(), names)) {
    const EntityKey& key = reader.folded(named);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
  }
  return keys;
}

render::DiagramRequest request_of(query::Neighbourhood part) {
  render::DiagramRequest request;
  request.nodes = std::move(part.nodes);
  request.edges = std::move(part.edges);
  request.nodes_left_out = part.nodes_left_out;
  request.left_out_of = std::move(part.left_out_of);
  request.edges_left_out = part.edges_left_out;
  return request;
}

/// Those that are in the same community as `member`; none when it has no edge.
std::vector<EntityKey> community_of(const query::View& view, const EntityKey& member) {
  const auto node = view.find(member);
  if (!node) return {};
  const auto group = communities_of(view).group;
  std::vector<EntityKey> members;
  for (std::uint32_t i = 0; i < group.size(); ++i) {
    if (group[i] == group[query::to_size(*node)]) members.push_back(view.keys()[i]);
  }
  return members;
}

}  // namespace

void DrawnPart::add_to(CLI::App& app) {
  app.add_option("--around", around_, "Whom the diagram is about (repeatable)")->type_name("NAME")->allow_extra_args(false);
  app.add_option("--path", path_, "How these two are connected")->expected(2)->type_name("NAME");
  app.add_option("--between", between_,
                 "What ties two groups, facing each other; names of a group are separated by commas: Russia,Iran")
      ->expected(2)
      ->type_name("GROUP");
  app.add_option("--community", community_, "The community that this actor is in")->type_name("NAME");
  app.add_option("-k,--paths", paths_, "With --path: so many of the best")
      ->check(CLI::Range(1, 100))
      ->capture_default_str()
      ->type_name("N");
  app.add_option("--depth", depth_, "With --around: hops from whom it is about")
      ->check(CLI::Range(1, 10))
      ->capture_default_str()
      ->type_name("N");
  app.add_option("--max-edges", max_edges_, "Relations at most; 0 is all")
      ->check(CLI::Validator(CLI::Range(0, 1000000000)).description(""))
      ->capture_default_str()
      ->type_name("N");
  app.add_option("--cluster", cluster_, "Boxes around those who take one side, or are one community")
      ->check(CLI::IsMember({"sides", "communities"}))
      ->type_name("GROUPS");
  app.add_flag("--described", described_, "Without --around: draw those, too, whom one article describes without a name");
}

void DrawnPart::check() const {
  const int given = static_cast<int>(!around_.empty()) + static_cast<int>(!path_.empty()) + static_cast<int>(!between_.empty()) +
                    static_cast<int>(!community_.empty());
  if (given > 1) throw UsageError("--around, --path, --between and --community: one of them at a time");
}

render::DiagramRequest DrawnPart::choose(const query::EdgeReader& reader, std::size_t max_nodes) const {
  render::DiagramRequest request = !around_.empty()    ? neighbourhood(reader, max_nodes)
                                   : !path_.empty()    ? path(reader)
                                   : !between_.empty() ? two_groups(reader)
                                                       : backbone(reader, max_nodes);
  if (!cluster_.empty()) add_groups(request, reader, cluster_);
  return request;
}

render::DiagramRequest DrawnPart::neighbourhood(const query::EdgeReader& reader, std::size_t max_nodes) const {
  query::NeighbourhoodQuery query;
  query.centres = folded_keys(reader, around_);
  query.depth = depth_;
  query.max_nodes = max_nodes;
  query.max_edges = max_edges_;
  render::DiagramRequest request = request_of(query::neighbourhood(reader, query));
  request.focus = query.centres;
  return request;
}

render::DiagramRequest DrawnPart::path(const query::EdgeReader& reader) const {
  const std::vector<EntityKey> ends = folded_keys(reader, path_);
  if (ends.size() < 2) throw UsageError("'" + path_.front() + "' and '" + path_.back() + "' are one actor");
  query::PathQuery query;
  query.from = ends.front();
  query.to = ends.back();
  query.count = paths_;
  query::Neighbourhood part;
  std::set<EdgeKey> seen;
  for (const auto& path : query::find_paths(query::View::build(reader), reader, query)) {
    for (const auto& hop : path.hops) {
      part.nodes.push_back(hop.from);
      for (const auto& edge : hop.edges) {
        if (!seen.insert(edge.key).second) continue;
        if (max_edges_ != 0 && part.edges.size() >= max_edges_) {
          ++part.edges_left_out;
        } else {
          part.edges.push_back(edge);
        }
      }
    }
  }
  render::DiagramRequest request = request_of(std::move(part));
  request.focus = ends;
  return request;
}

render::DiagramRequest DrawnPart::two_groups(const query::EdgeReader& reader) const {
  const auto left = folded_keys(reader, split_names(between_.front()));
  const auto right = folded_keys(reader, split_names(between_.back()));
  if (left.empty() || right.empty()) throw UsageError("a group needs a name: Russia,Iran");
  query::Neighbourhood part;
  part.edges = query::edges_between(reader, left, right);
  if (max_edges_ != 0 && part.edges.size() > max_edges_) {
    part.edges_left_out = part.edges.size() - max_edges_;
    part.edges.resize(max_edges_);
  }
  render::DiagramRequest request = request_of(std::move(part));
  request.focus = left;
  request.focus.insert(request.focus.end(), right.begin(), right.end());
  request.facing = {left, right};
  return request;
}

render::DiagramRequest DrawnPart::backbone(const query::EdgeReader& reader, std::size_t max_nodes) const {
  query::BackboneQuery query;
  query.max_nodes = max_nodes;
  query.max_edges = max_edges_;
  query.described = described_;
  const query::View view = query::View::build(reader);
  std::vector<EntityKey> focus;
  if (!community_.empty()) {
    focus = folded_keys(reader, {community_});
    query.within = community_of(view, focus.front());
    if (query.within.empty()) query.within = focus;
  }
  render::DiagramRequest request = request_of(query::backbone(reader, view, query));
  request.focus = std::move(focus);
  return request;
}

}  // namespace isnad::cli
