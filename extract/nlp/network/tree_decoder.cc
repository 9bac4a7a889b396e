#include "extract/nlp/network/tree_decoder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace isnad::nlp {
namespace {

constexpr double kWorst = -1e30;

/// Returns: the nodes of one cycle among `head`, or nothing. Node 0 is the root and has no head.
std::vector<int> find_cycle(const std::vector<int>& head) {
  std::vector<int> seen_from(head.size(), -1);
  for (int start = 1; start < static_cast<int>(head.size()); ++start) {
    int at = start;
    while (at != 0 && seen_from[static_cast<std::size_t>(at)] == -1) {
      seen_from[static_cast<std::size_t>(at)] = start;
      at = head[static_cast<std::size_t>(at)];
    }
    if (at == 0 || seen_from[static_cast<std::size_t>(at)] != start) continue;
    std::vector<int> cycle;
    const int first = at;
    do {
      cycle.push_back(at);
      at = head[static_cast<std::size_t>(at)];
    } while (at != first);
    return cycle;
  }
  return {};
}

/// A dense graph whose node 0 is the root; weight(h, d) scores the arc from head to dependent.
struct Graph {
  explicit Graph(std::size_t count) : nodes(count), weights(count * count, kWorst) {}
  [[nodiscard]] double& weight(std::size_t h, std::size_t d) { return weights[h * nodes + d]; }

  std::size_t nodes;
  std::vector<double> weights;
};

std::vector<int> best_heads(Graph& graph) {
  std::vector<int> head(graph.nodes, 0);
  for (std::size_t d = 1; d < graph.nodes; ++d) {
    for (std::size_t h = 0; h < graph.nodes; ++h) {
      if (h != d && graph.weight(h, d) > graph.weight(static_cast<std::size_t>(head[d]), d)) head[d] = static_cast<int>(h);
    }
  }
  return head;
}

/// One level of contraction, to be undone in reverse.
struct Contraction {
  std::vector<int> cycle;
  /// Head of each cycle node within the cycle.
  std::vector<int> cycle_head;
  /// Names, in the graph before, of the nodes of the graph after; the last is the contracted one (-1).
  std::vector<int> old_name;
  /// For each node of the graph after: which cycle node an arc from it enters, which cycle node an arc to it leaves.
  std::vector<int> enters;
  std::vector<int> leaves;
};

Contraction contract(Graph& graph, const std::vector<int>& head, std::vector<int> cycle) {
  Contraction step;
  std::vector<bool> in_cycle(graph.nodes, false);
  for (const int node : cycle) in_cycle[static_cast<std::size_t>(node)] = true;
  for (std::size_t node = 0; node < graph.nodes; ++node) {
    if (!in_cycle[node]) step.old_name.push_back(static_cast<int>(node));
  }
  step.old_name.push_back(-1);
  const std::size_t super = step.old_name.size() - 1;
  Graph smaller(super + 1);
  step.enters.assign(super, -1);
  step.leaves.assign(super, -1);
  for (const int node : cycle) step.cycle_head.push_back(head[static_cast<std::size_t>(node)]);
  for (std::size_t a = 0; a < super; ++a) {
    const auto old_a = static_cast<std::size_t>(step.old_name[a]);
    for (std::size_t b = 1; b < super; ++b) {
      if (a != b) smaller.weight(a, b) = graph.weight(old_a, static_cast<std::size_t>(step.old_name[b]));
    }
    double best_in = -std::numeric_limits<double>::infinity();
    double best_out = -std::numeric_limits<double>::infinity();
    for (const int node : cycle) {
      const auto n = static_cast<std::size_t>(node);
      const double gain = graph.weight(old_a, n) - graph.weight(static_cast<std::size_t>(head[n]), n);
      if (gain > best_in) {
        best_in = gain;
        step.enters[a] = node;
      }
      if (graph.weight(n, old_a) > best_out) {
        best_out = graph.weight(n, old_a);
        step.leaves[a] = node;
      }
    }
    smaller.weight(a, super) = best_in;
    if (a != 0) smaller.weight(super, a) = best_out;
  }
  step.cycle = std::move(cycle);
  graph = std::move(smaller);
  return step;
}

std::vector<int> expand(const Contraction& step, const std::vector<int>& small_head, std::size_t nodes) {
  std::vector<int> head(nodes, 0);
  for (std::size_t k = 0; k < step.cycle.size(); ++k) head[static_cast<std::size_t>(step.cycle[k])] = step.cycle_head[k];
  const std::size_t super = step.old_name.size() - 1;
  for (std::size_t b = 1; b < super; ++b) {
    const auto h = static_cast<std::size_t>(small_head[b]);
    head[static_cast<std::size_t>(step.old_name[b])] = h == super ? step.leaves[b] : step.old_name[h];
  }
  const auto into = static_cast<std::size_t>(small_head[super]);
  head[static_cast<std::size_t>(step.enters[into])] = step.old_name[into];
  return head;
}

}  // namespace

std::vector<int> best_tree(std::span<const float> scores, std::size_t words) {
  if (words == 0) return {};
  Graph graph(words + 1);
  double low = 0;
  double high = 0;
  for (const float score : scores) {
    if (!std::isfinite(score)) continue;
    low = std::min(low, double{score});
    high = std::max(high, double{score});
  }
  for (std::size_t d = 1; d <= words; ++d) {
    for (std::size_t h = 0; h <= words; ++h) {
      if (h == d) continue;
      const float score = scores[(d - 1) * (words + 1) + h];
      graph.weight(h, d) = std::isfinite(score) ? double{score} : low - 1;
    }
  }
  // Every tree uses the root at least once; with arcs from it this dear the best one uses it exactly once.
  std::vector<int> head = best_heads(graph);
  const bool one_root = std::count(head.begin() + 1, head.end(), 0) == 1;
  if (!one_root || !find_cycle(head).empty()) {
    const double toll = (high - low + 2) * static_cast<double>(words + 1);
    for (std::size_t d = 1; d <= words; ++d) graph.weight(0, d) -= toll;
    std::vector<Contraction> steps;
    std::vector<std::size_t> sizes;
    head = best_heads(graph);
    for (std::vector<int> cycle = find_cycle(head); !cycle.empty(); cycle = find_cycle(head)) {
      sizes.push_back(graph.nodes);
      steps.push_back(contract(graph, head, std::move(cycle)));
      head = best_heads(graph);
    }
    while (!steps.empty()) {
      head = expand(steps.back(), head, sizes.back());
      steps.pop_back();
      sizes.pop_back();
    }
  }
  return {head.begin() + 1, head.end()};
}

}  // namespace isnad::nlp
