#include <algorithm>
#include <cstdint>
#include <deque>
#include <numeric>
#include <random>
#include <utility>

#include "graph/query/groups.h"

namespace isnad::query {

namespace {

using Groups = std::vector<std::uint32_t>;

constexpr std::size_t kManyNodes = 20'000;
constexpr double kLeastGain = 1e-3;

/// A graph whose nodes stand for groups of nodes.
struct Level {
  Adjacency graph;
  /// The weight of a node's ends: its row and twice what lies within it.
  std::vector<double> strength;

  [[nodiscard]] std::size_t nodes() const { return graph.nodes(); }
};

Level first_level(const Adjacency& both) {
  Level level{both, std::vector<double>(both.nodes(), 0.0)};
  for (std::uint32_t node = 0; node < both.nodes(); ++node) {
    for (const double weight : both.weights(node)) level.strength[node] += weight;
  }
  return level;
}

/// The weights from one node to the groups around it, found by one look at its row.
class GroupWeights {
 public:
  explicit GroupWeights(std::size_t groups) : weight_(groups, 0.0), touched_(groups, 0) {}

  template <class Use>
  void collect(const Level& level, std::uint32_t node, const Groups& groups, const Use& counts) {
    clear();
    const auto neighbours = level.graph.neighbours(node);
    const auto weights = level.graph.weights(node);
    for (std::size_t i = 0; i < neighbours.size(); ++i) {
      if (!counts(neighbours[i])) continue;
      const std::uint32_t group = groups[neighbours[i]];
      if (touched_[group] == 0) {
        touched_[group] = 1;
        groups_.push_back(group);
      }
      weight_[group] += weights[i];
    }
  }

  [[nodiscard]] const Groups& groups() const { return groups_; }
  [[nodiscard]] double to(std::uint32_t group) const { return weight_[group]; }

 private:
  void clear() {
    for (const std::uint32_t group : groups_) {
      weight_[group] = 0;
      touched_[group] = 0;
    }
    groups_.clear();
  }

  std::vector<double> weight_;
  std::vector<char> touched_;
  Groups groups_;
};

class Leiden {
 public:
  Leiden(const Adjacency& both, const CommunityOptions& options)
      : options_(options), total_(std::accumulate(both.weight.begin(), both.weight.end(), 0.0)), random_(options.seed) {}

  /// Improves `groups` until a whole pass over all levels changes nothing.
  Groups run(const Adjacency& both) {
    Groups groups(both.nodes());
    std::iota(groups.begin(), groups.end(), 0U);
    if (total_ <= 0) return groups;
    double best = modularity(both, groups, options_.resolution);
    for (std::size_t round = 0; round < options_.max_rounds; ++round) {
      Groups improved = pass(both, groups);
      const double value = modularity(both, improved, options_.resolution);
      const double gained = value - best;
      if (gained <= 1e-12) break;
      best = value;
      groups = std::move(improved);
      // Large graphs go on finding moves that nobody would notice.
      if (gained < kLeastGain && both.nodes() > kManyNodes) break;
    }
    return groups;
  }

 private:
  /// One pass: move nodes, split groups into parts that hang together, make each part a node, and again.
  Groups pass(const Adjacency& both, Groups groups) {
    Level level = first_level(both);
    Groups node_of(both.nodes());  // which node of the level stands for each of the graph
    std::iota(node_of.begin(), node_of.end(), 0U);
    while (true) {
      groups = compact(std::move(groups));
      move_nodes(level, groups);
      const Groups parts = compact(refine(level, groups));
      const std::size_t count = parts.empty() ? 0 : *std::max_element(parts.begin(), parts.end()) + std::size_t{1};
      // Nothing can be joined any more: what was moved is the answer.
      if (count == level.nodes()) return spread(node_of, groups);
      Groups group_of_part(count);
      for (std::size_t node = 0; node < parts.size(); ++node) group_of_part[parts[node]] = groups[node];
      for (std::uint32_t& node : node_of) node = parts[node];
      level = joined(level, parts, count);
      groups = std::move(group_of_part);
    }
  }

  static Groups spread(const Groups& node_of, const Groups& groups) {
    Groups out(node_of.size());
    for (std::size_t i = 0; i < node_of.size(); ++i) out[i] = groups[node_of[i]];
    return out;
  }

  static Groups compact(Groups groups) { return numbered(std::move(groups)).group; }

  Groups shuffled(std::size_t nodes) {
    Groups order(nodes);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = nodes; i > 1; --i) std::swap(order[i - 1], order[random_() % i]);
    return order;
  }

  /// What modularity gains (times half of the total weight) when a node of `strength` with `weight` to a group of `group_strength`
  /// joins it.
  [[nodiscard]] double gain(double weight, double strength, double group_strength) const {
    return weight - options_.resolution * strength * group_strength / total_;
  }

  void move_nodes(const Level& level, Groups& groups) {
    const std::size_t nodes = level.nodes();
    std::vector<double> group_strength(nodes, 0.0);
    std::vector<std::uint32_t> members(nodes, 0);
    for (std::uint32_t node = 0; node < nodes; ++node) {
      group_strength[groups[node]] += level.strength[node];
      ++members[groups[node]];
    }
    Groups empty;
    for (std::uint32_t group = 0; group < nodes; ++group) {
      if (members[group] == 0) empty.push_back(group);
    }
    const Groups order = shuffled(nodes);
    std::deque<std::uint32_t> waiting(order.begin(), order.end());
    std::vector<char> waits(nodes, 1);
    GroupWeights around(nodes);
    while (!waiting.empty()) {
      if (options_.tick) options_.tick();
      const std::uint32_t node = waiting.front();
      waiting.pop_front();
      waits[node] = 0;
      around.collect(level, node, groups, [](std::uint32_t) { return true; });
      const std::uint32_t old = groups[node];
      group_strength[old] -= level.strength[node];
      std::uint32_t best = old;
      double best_gain = gain(around.to(old), level.strength[node], group_strength[old]);
      for (const std::uint32_t group : around.groups()) {
        const double value = gain(around.to(group), level.strength[node], group_strength[group]);
        if (value > best_gain + 1e-10 || (value > best_gain - 1e-10 && best != old && group < best)) {
          best_gain = std::max(value, best_gain);
          best = group;
        }
      }
      // Alone is worth nothing: better than a group that costs.
      if (best_gain < -1e-10 && members[old] > 1 && !empty.empty()) best = empty.back();
      group_strength[best] += level.strength[node];
      if (best == old) continue;
      if (!empty.empty() && best == empty.back()) empty.pop_back();
      if (--members[old] == 0) empty.push_back(old);
      ++members[best];
      groups[node] = best;
      for (const std::uint32_t other : level.graph.neighbours(node)) {
        if (groups[other] == best || waits[other] != 0) continue;
        waits[other] = 1;
        waiting.push_back(other);
      }
    }
  }

  /// Within each group joins nodes that are well tied to the rest of it, each to the part that gains most.
  Groups refine(const Level& level, const Groups& groups) {
    const std::size_t nodes = level.nodes();
    Groups parts(nodes);
    std::iota(parts.begin(), parts.end(), 0U);
    std::vector<double> group_strength(nodes, 0.0);
    for (std::uint32_t node = 0; node < nodes; ++node) group_strength[groups[node]] += level.strength[node];
    std::vector<double> part_strength = level.strength;
    std::vector<double> tied(nodes, 0.0);  // a part's weight to the rest of its group
    std::vector<std::uint32_t> members(nodes, 1);
    for (std::uint32_t node = 0; node < nodes; ++node) {
      for (std::uint32_t i = level.graph.start[node]; i < level.graph.start[node + 1]; ++i) {
        if (groups[level.graph.neighbour[i]] == groups[node]) tied[node] += level.graph.weight[i];
      }
    }
    const auto well_tied = [&](std::uint32_t part, std::uint32_t group) {
      return tied[part] >= options_.resolution * part_strength[part] * (group_strength[group] - part_strength[part]) / total_ - 1e-10;
    };
    GroupWeights around(nodes);
    for (const std::uint32_t node : shuffled(nodes)) {
      const std::uint32_t own = parts[node];
      if (members[own] != 1 || !well_tied(own, groups[node])) continue;
      around.collect(level, node, parts, [&](std::uint32_t other) { return groups[other] == groups[node]; });
      std::uint32_t best = own;
      double best_gain = 0;
      for (const std::uint32_t part : around.groups()) {
        if (part == own || !well_tied(part, groups[node])) continue;
        const double value = gain(around.to(part), level.strength[node], part_strength[part]);
        if (value > best_gain + 1e-10 || (best != own && value > best_gain - 1e-10 && part < best)) {
          best_gain = std::max(value, best_gain);
          best = part;
        }
      }
      if (best == own) continue;
      tied[best] += tied[own] - 2 * around.to(best);
      part_strength[best] += part_strength[own];
      part_strength[own] = 0;
      ++members[best];
      members[own] = 0;
      parts[node] = best;
    }
    return parts;
  }

  static Level joined(const Level& level, const Groups& parts, std::size_t count) {
    std::vector<WeightedArc> arcs;
    Level out;
    out.strength.assign(count, 0.0);
    for (std::uint32_t node = 0; node < level.nodes(); ++node) {
      out.strength[parts[node]] += level.strength[node];
      for (std::uint32_t i = level.graph.start[node]; i < level.graph.start[node + 1]; ++i) {
        const std::uint32_t other = level.graph.neighbour[i];
        if (parts[other] != parts[node]) arcs.push_back({parts[node], parts[other], level.graph.weight[i]});
      }
    }
    out.graph = make_adjacency(count, arcs, Direction::kOut);
    return out;
  }

  const CommunityOptions& options_;
  /// Twice the weight of all edges.
  double total_;
  std::mt19937 random_;
};

}  // namespace

Partition communities(const Adjacency& both, const CommunityOptions& options) { return numbered(Leiden(both, options).run(both)); }

}  // namespace isnad::query
