#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>
#include <random>
#include <tuple>

#include "graph/query/groups.h"

namespace isnad::query {

namespace {

constexpr std::size_t kStarts = 16;
/// A chain of worsening moves is given up after so many.
constexpr std::size_t kPatience = 50;
constexpr double kGain = 1e-9;

/// Local search over partitions of a signed graph.
class Camps {
 public:
  Camps(const Adjacency& graph, std::size_t max_sides, const std::function<void()>& tick)
      : graph_(graph), sides_(std::max<std::size_t>(1, max_sides)), tick_(tick), side_(graph.nodes(), 0), pull_(graph.nodes() * sides_, 0.0) {}

  void start(std::vector<std::uint32_t> side) {
    side_ = std::move(side);
    std::fill(pull_.begin(), pull_.end(), 0.0);
    for (std::uint32_t node = 0; node < graph_.nodes(); ++node) {
      for (std::uint32_t i = graph_.start[node]; i < graph_.start[node + 1]; ++i) pull(node, side_[graph_.neighbour[i]]) += graph_.weight[i];
    }
  }

  /// Moves single nodes while that helps, then chains of moves (after Kernighan and Lin), until neither does.
  void improve() {
    do {
      descend();
    } while (chain());
  }

  [[nodiscard]] const std::vector<std::uint32_t>& side() const { return side_; }

  [[nodiscard]] double frustrated() const {
    double sum = 0;
    for (std::uint32_t node = 0; node < graph_.nodes(); ++node) {
      for (std::uint32_t i = graph_.start[node]; i < graph_.start[node + 1]; ++i) {
        const bool together = side_[node] == side_[graph_.neighbour[i]];
        if (together != (graph_.weight[i] > 0)) sum += std::abs(graph_.weight[i]);
      }
    }
    return sum / 2;
  }

 private:
  double& pull(std::uint32_t node, std::uint32_t side) { return pull_[node * sides_ + side]; }

  /// The side where a node is best off, and what that gains.
  std::pair<std::uint32_t, double> best_move(std::uint32_t node) {
    std::uint32_t best = side_[node];
    double gain = -1e300;
    for (std::uint32_t side = 0; side < sides_; ++side) {
      if (side == side_[node]) continue;
      const double value = pull(node, side) - pull(node, side_[node]);
      if (value > gain) {
        gain = value;
        best = side;
      }
    }
    return {best, gain};
  }

  void move(std::uint32_t node, std::uint32_t to) {
    for (std::uint32_t i = graph_.start[node]; i < graph_.start[node + 1]; ++i) {
      pull(graph_.neighbour[i], side_[node]) -= graph_.weight[i];
      pull(graph_.neighbour[i], to) += graph_.weight[i];
    }
    side_[node] = to;
  }

  void descend() {
    bool moved = sides_ > 1;
    while (moved) {
      moved = false;
      for (std::uint32_t node = 0; node < graph_.nodes(); ++node) {
        const auto [side, gain] = best_move(node);
        if (gain <= kGain) continue;
        move(node, side);
        moved = true;
      }
      if (tick_) tick_();
    }
  }

  /// Moves each node at most once, always the one that gains most or loses least, and goes back to the best point on the way.
  bool chain() {
    if (sides_ < 2) return false;
    struct Step {
      std::uint32_t node;
      std::uint32_t from;
    };
    using Entry = std::tuple<double, std::uint32_t, std::uint32_t>;  // gain, ~node, side
    std::priority_queue<Entry> queue;
    const auto offer = [&](std::uint32_t node) {
      const auto [side, gain] = best_move(node);
      queue.emplace(gain, ~node, side);
    };
    for (std::uint32_t node = 0; node < graph_.nodes(); ++node) {
      if (graph_.degree(node) > 0) offer(node);
    }
    std::vector<char> moved(graph_.nodes(), 0);
    std::vector<Step> steps;
    double sum = 0;
    double best_sum = kGain;
    std::size_t best = 0;
    while (!queue.empty() && steps.size() < best + kPatience) {
      const auto [gain, inverted, side] = queue.top();
      queue.pop();
      const std::uint32_t node = ~inverted;
      if (moved[node] != 0) continue;
      const auto [now_side, now_gain] = best_move(node);
      if (now_side != side || now_gain != gain) continue;  // a neighbour has moved since; a newer entry is in the queue
      if (tick_) tick_();
      moved[node] = 1;
      steps.push_back({node, side_[node]});
      move(node, side);
      sum += gain;
      if (sum > best_sum) {
        best_sum = sum;
        best = steps.size();
      }
      for (const std::uint32_t other : graph_.neighbours(node)) {
        if (moved[other] == 0) offer(other);
      }
    }
    while (steps.size() > best) {
      move(steps.back().node, steps.back().from);
      steps.pop_back();
    }
    return best > 0;
  }

  const Adjacency& graph_;
  std::size_t sides_;
  const std::function<void()>& tick_;
  std::vector<std::uint32_t> side_;
  /// For each node and side the weight of its ties to that side.
  std::vector<double> pull_;
};

/// Follows the strongest ties first: friends on the same side, enemies on the next. Right whenever the graph is balanced.
std::vector<std::uint32_t> by_strongest_ties(const Adjacency& graph, std::size_t sides) {
  std::vector<std::uint32_t> side(graph.nodes(), 0);
  std::vector<char> placed(graph.nodes(), 0);
  using Entry = std::tuple<double, std::uint32_t, std::uint32_t>;  // strength, ~node, side
  for (std::uint32_t root = 0; root < graph.nodes(); ++root) {
    if (placed[root] != 0) continue;
    std::priority_queue<Entry> queue;
    queue.emplace(0.0, ~root, 0);
    while (!queue.empty()) {
      const auto [strength, inverted, wanted] = queue.top();
      queue.pop();
      const std::uint32_t node = ~inverted;
      if (placed[node] != 0) continue;
      placed[node] = 1;
      side[node] = wanted;
      for (std::uint32_t i = graph.start[node]; i < graph.start[node + 1]; ++i) {
        if (placed[graph.neighbour[i]] != 0 || graph.weight[i] == 0) continue;
        const auto other = graph.weight[i] > 0 ? wanted : static_cast<std::uint32_t>((wanted + 1) % sides);
        queue.emplace(std::abs(graph.weight[i]), ~graph.neighbour[i], other);
      }
    }
  }
  return side;
}

/// Turns the sides of each component so that its largest part is on side 0, its second largest on side 1, and so on.
void align(const Adjacency& graph, std::size_t sides, std::vector<std::uint32_t>& side) {
  const Partition parts = components(graph);
  std::vector<std::vector<std::uint32_t>> members(parts.groups);
  for (std::uint32_t node = 0; node < graph.nodes(); ++node) members[parts.group[node]].push_back(node);
  for (const auto& nodes : members) {
    std::vector<std::tuple<std::size_t, std::uint32_t, std::uint32_t>> order;  // ~members, first member, side
    for (std::uint32_t s = 0; s < sides; ++s) order.emplace_back(~std::size_t{0}, ~std::uint32_t{0}, s);
    for (const std::uint32_t node : nodes) {
      auto& [count, first, number] = order[side[node]];
      --count;
      first = std::min(first, node);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::uint32_t> turned(sides);
    for (std::uint32_t i = 0; i < sides; ++i) turned[std::get<2>(order[i])] = i;
    for (const std::uint32_t node : nodes) side[node] = turned[side[node]];
  }
}

}  // namespace

double friendship(const EdgeCounts& edge) {
  return edge.polarity == Polarity::kDenied ? 0.0 : static_cast<double>(info(edge.type).goldstein) * edge.claims;
}

Sides sides(const Adjacency& both, std::size_t max_sides, std::uint32_t seed, const std::function<void()>& tick) {
  const std::size_t count = std::max<std::size_t>(1, max_sides);
  Camps camps(both, count, tick);
  std::mt19937 random(seed);
  std::vector<std::uint32_t> best;
  double least = 0;
  for (std::size_t attempt = 0; attempt < kStarts; ++attempt) {
    std::vector<std::uint32_t> start = by_strongest_ties(both, count);
    if (attempt > 0) {
      for (std::uint32_t& side : start) {
        // Half of the further starts shake the first one, half are drawn anew.
        if (attempt % 2 == 0 || random() % 4 == 0) side = static_cast<std::uint32_t>(random() % count);
      }
    }
    camps.start(std::move(start));
    camps.improve();
    const double frustrated = camps.frustrated();
    if (attempt == 0 || frustrated < least - kGain) {
      least = frustrated;
      best = camps.side();
    }
    if (least <= kGain) break;
  }
  align(both, count, best);
  Sides out;
  out.frustrated_weight = least;
  for (const double weight : both.weight) out.total_weight += std::abs(weight) / 2;
  out.frustration = out.total_weight > 0 ? least / out.total_weight : 0;
  out.partition = numbered(std::move(best));
  return out;
}

}  // namespace isnad::query
