#include "cli/command_communities.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <vector>

#include "cli/interrupt.h"
#include "cli/options.h"
#include "graph/model/error.h"
#include "graph/query/adjacency.h"
#include "graph/query/groups.h"
#include "graph/query/rank.h"
#include "graph/query/view.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

/// Groups and how good the division is.
struct Division {
  query::Partition partition;
  /// `modularity`, `frustration`; empty where there is no score.
  std::string score_name;
  double score = 0;
  /// One a group, for cores the k; empty otherwise.
  std::vector<std::uint32_t> core;
};

/// The members of one group, strongest first.
struct Group {
  std::size_t number = 0;
  std::vector<std::uint32_t> members;
};

std::vector<Group> groups_of(const query::Partition& partition, const std::vector<double>& strength) {
  std::vector<Group> out(partition.groups);
  for (std::uint32_t node = 0; node < partition.group.size(); ++node) out[partition.group[node]].members.push_back(node);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i].number = i;
    std::stable_sort(out[i].members.begin(), out[i].members.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return strength[a] > strength[b]; });
  }
  return out;
}

std::string fixed(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4f", value);
  return text.data();
}

}  // namespace

void CommandCommunities::setup(CLI::App& app) {
  app.add_option(
         "--method", method_,
         "leiden: tied more than by chance; components: connected at all; cores: by the k that all in it have as neighbours")
      ->check(CLI::IsMember({"leiden", "components", "cores"}))
      ->capture_default_str()
      ->type_name("METHOD");
  app.add_option("--resolution", resolution_, "Leiden: above 1 more and smaller groups")
      ->check(CLI::Range(0.001, 1000.0))
      ->capture_default_str()
      ->type_name("R");
  app.add_option("--seed", seed_, "In which order nodes are looked at first")->capture_default_str()->type_name("N");
  app.add_flag("--sides", sides_, "Who sides with whom: cooperation within the groups, conflict between them");
  app.add_option("--side-count", side_count_, "With --sides: groups at most")
      ->check(CLI::Range(2, 16))
      ->capture_default_str()
      ->type_name("N");
  app.add_option("--labels", labels_, "How many of its strongest members name a group")
      ->check(CLI::Range(1, 100))
      ->capture_default_str()
      ->type_name("N");
  app.add_option("--min-size", min_size_, "Leave out smaller groups")
      ->check(CLI::Range(1, 1000000000))
      ->capture_default_str()
      ->type_name("N");
  question_.add_to(app, "Groups at most; 0 is all");
}

int CommandCommunities::run() {
  question_.open();
  const auto view = query::View::build(question_.reader());
  const auto both = query::adjacency(view, query::Direction::kBoth, [](const EdgeCounts& edge) { return edge.sources * 1.0; });
  Division division;
  std::vector<double> strength(view.node_count(), 0.0);
  if (sides_) {
    if (method_ != "leiden") throw UsageError("--sides is a method of its own: leave out --method");
    const auto found =
        query::sides(query::adjacency(view, query::Direction::kBoth, query::friendship), side_count_, seed_, stop_if_interrupted);
    division = {found.partition, "frustration", found.frustration, {}};
  } else if (method_ == "components") {
    division.partition = query::components(both);
  } else if (method_ == "cores") {
    const auto core = query::core_numbers(both);
    division.partition = query::numbered(core);
    division.core.assign(division.partition.groups, 0);
    for (std::size_t node = 0; node < core.size(); ++node) division.core[division.partition.group[node]] = core[node];
  } else {
    query::CommunityOptions options;
    options.resolution = resolution_;
    options.seed = seed_;
    options.tick = stop_if_interrupted;
    division.partition = query::communities(both, options);
    division.score_name = "modularity";
    division.score = query::modularity(both, division.partition.group, resolution_);
  }
  // A member's strength is what ties it to its own group.
  for (std::uint32_t node = 0; node < strength.size(); ++node) {
    for (std::uint32_t i = both.start[node]; i < both.start[node + 1]; ++i) {
      if (division.partition.group[both.neighbour[i]] == division.partition.group[node]) strength[node] += both.weight[i];
    }
  }
  std::vector<Group> groups = groups_of(division.partition, strength);
  if (!division.core.empty()) {
    std::stable_sort(groups.begin(), groups.end(),
                     [&](const Group& a, const Group& b) { return division.core[a.number] > division.core[b.number]; });
  }
  std::erase_if(groups, [&](const Group& group) { return group.members.size() < min_size_; });

  const auto key_of = [&](std::uint32_t node) -> const EntityKey& { return view.key(query::NodeIndex{node}); };
  const auto label_of = [&](const Group& group) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(labels_, group.members.size()); ++i)
      names.push_back(question_.name(key_of(group.members[i])));
    return names;
  };
  std::vector<TableColumn> columns = {{"group"}, {"members"}, {"strongest"}};
  columns[0].number = columns[1].number = true;
  columns[2].may_shrink = true;
  if (!division.core.empty()) columns[0].name = "core";
  if (!question_.for_people()) {
    for (const char* name : {"entity", "key", "strength"}) columns.push_back({name});
    if (!division.score_name.empty()) columns.push_back({division.score_name});
  }
  const auto table = table_on_stdout(question_.format(), columns);
  for (std::size_t i = 0; i < std::min(groups.size(), question_.limit()); ++i) {
    const Group& group = groups[i];
    const std::vector<TableCell> head = {count_cell(division.core.empty() ? i + 1 : division.core[group.number]),
                                         count_cell(group.members.size()), TableValue(label_of(group))};
    if (question_.for_people()) {
      table->row(head);
      continue;
    }
    for (const std::uint32_t node : group.members) {
      std::vector<TableCell> cells = head;
      cells.emplace_back(question_.name(key_of(node)));
      cells.emplace_back(key_of(node).str());
      cells.emplace_back(TableValue(strength[node]));
      if (!division.score_name.empty()) cells.emplace_back(TableValue(division.score));
      table->row(std::move(cells));
    }
  }
  table->finish();
  if (question_.for_people() && !division.score_name.empty() && !groups.empty()) {
    std::cout << '\n' << division.score_name << ' ' << fixed(division.score) << '\n';
  }
  if (groups.empty()) std::cerr << "isnad: nothing fits\n";
  question_.tell_of_more(groups.size());
  return 0;
}

}  // namespace isnad::cli
