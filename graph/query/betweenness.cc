#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "graph/query/rank.h"

namespace isnad::query {

namespace {

/// Brandes' accumulation from one node at a time; its arrays are made once.
class Brandes {
 public:
  explicit Brandes(const Adjacency& graph) : graph_(graph), depth_(graph.nodes(), kUnseen), ways_(graph.nodes()), share_(graph.nodes()) {
    order_.reserve(graph.nodes());
  }

  /// Calls `use(node, dependency)` for each other node that lies on shortest ways from `source`.
  template <class Use>
  void from(std::uint32_t source, const Use& use) {
    order_.assign(1, source);
    depth_[source] = 0;
    ways_[source] = 1;
    share_[source] = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
      const std::uint32_t node = order_[i];
      const std::uint32_t depth = depth_[node] + 1;
      for (const std::uint32_t next : graph_.neighbours(node)) {
        if (depth_[next] == kUnseen) {
          depth_[next] = depth;
          ways_[next] = ways_[node];
          share_[next] = 0;
          order_.push_back(next);
        } else if (depth_[next] == depth) {
          ways_[next] += ways_[node];
        }
      }
    }
    // Backwards: whoever is one step nearer to the source gets its part of what lies behind.
    for (std::size_t i = order_.size(); i-- > 1;) {
      const std::uint32_t node = order_[i];
      const double part = (1 + share_[node]) / ways_[node];
      const std::uint32_t depth = depth_[node] - 1;
      for (const std::uint32_t before : graph_.neighbours(node)) {
        if (depth_[before] == depth) share_[before] += ways_[before] * part;
      }
      use(node, share_[node]);
    }
    for (const std::uint32_t node : order_) depth_[node] = kUnseen;
  }

 private:
  static constexpr std::uint32_t kUnseen = ~std::uint32_t{0};

  const Adjacency& graph_;
  std::vector<std::uint32_t> depth_;
  std::vector<double> ways_;
  std::vector<double> share_;
  std::vector<std::uint32_t> order_;
};

/// `count` different numbers below `nodes`, in ascending order; the same for the same seed on every machine.
std::vector<std::uint32_t> sample(std::size_t nodes, std::size_t count, std::uint32_t seed) {
  std::vector<std::uint32_t> all(nodes);
  std::iota(all.begin(), all.end(), 0U);
  std::mt19937 random(seed);
  for (std::size_t i = 0; i < count; ++i) std::swap(all[i], all[i + random() % (nodes - i)]);
  all.resize(count);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace

Betweenness betweenness(const Adjacency& both, const BetweennessOptions& options) {
  const std::size_t nodes = both.nodes();
  const bool exact = options.samples == 0 || options.samples >= nodes;
  Betweenness out;
  out.value.assign(nodes, 0.0);
  std::vector<double> squares(exact ? 0 : nodes, 0.0);
  const auto sources = sample(nodes, exact ? nodes : options.samples, options.seed);
  Brandes brandes(both);
  for (const std::uint32_t source : sources) {
    if (options.tick) options.tick();
    brandes.from(source, [&](std::uint32_t node, double dependency) {
      out.value[node] += dependency;
      if (!exact) squares[node] += dependency * dependency;
    });
  }
  if (nodes < 3) return out;
  // Each source gives a node's share of the pairs with that source; all pairs are (n - 1)(n - 2), each seen from both ends.
  const auto count = static_cast<double>(sources.size());
  const double pairs = static_cast<double>(nodes - 1) * static_cast<double>(nodes - 2) / static_cast<double>(nodes);
  if (!exact) out.error.assign(nodes, 0.0);
  for (std::size_t node = 0; node < nodes; ++node) {
    const double mean = out.value[node] / count;
    out.value[node] = mean / pairs;
    if (exact) continue;
    const double variance = count > 1 ? std::max(0.0, (squares[node] - count * mean * mean) / (count - 1)) : 0.0;
    // Sources are drawn without putting back: the more of them, the less is left to chance.
    const double left = 1 - count / static_cast<double>(nodes);
    out.error[node] = 1.96 * std::sqrt(variance / count * left) / pairs;
  }
  return out;
}

}  // namespace isnad::query
