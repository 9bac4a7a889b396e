#include "graph/query/groups.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace isnad::query {

Partition numbered(std::vector<std::uint32_t> group) {
  std::uint32_t most = 0;
  for (const std::uint32_t number : group) most = std::max(most, number + 1);
  struct Seen {
    std::size_t members = 0;
    std::size_t first = 0;
    std::uint32_t number = 0;
  };
  std::vector<Seen> seen(most);
  for (std::size_t node = group.size(); node-- > 0;) {
    auto& entry = seen[group[node]];
    ++entry.members;
    entry.first = node;
    entry.number = group[node];
  }
  std::erase_if(seen, [](const Seen& entry) { return entry.members == 0; });
  std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) { return std::tie(b.members, a.first) < std::tie(a.members, b.first); });
  std::vector<std::uint32_t> rank(most);
  for (std::uint32_t i = 0; i < seen.size(); ++i) rank[seen[i].number] = i;
  for (std::uint32_t& number : group) number = rank[number];
  return {std::move(group), seen.size()};
}

Partition components(const Adjacency& both) {
  constexpr std::uint32_t kNone = ~std::uint32_t{0};
  std::vector<std::uint32_t> group(both.nodes(), kNone);
  std::vector<std::uint32_t> waiting;
  std::uint32_t next = 0;
  for (std::uint32_t start = 0; start < both.nodes(); ++start) {
    if (group[start] != kNone) continue;
    group[start] = next;
    waiting = {start};
    while (!waiting.empty()) {
      const std::uint32_t node = waiting.back();
      waiting.pop_back();
      for (const std::uint32_t other : both.neighbours(node)) {
        if (group[other] != kNone) continue;
        group[other] = next;
        waiting.push_back(other);
      }
    }
    ++next;
  }
  return numbered(std::move(group));
}

std::vector<std::uint32_t> core_numbers(const Adjacency& both) {
  const std::size_t nodes = both.nodes();
  std::vector<std::uint32_t> degree(nodes);
  std::size_t most = 0;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    degree[node] = static_cast<std::uint32_t>(both.degree(node));
    most = std::max<std::size_t>(most, degree[node]);
  }
  // `order`: nodes by what is left of their degree; `begin[d]`: where those of degree d begin.
  std::vector<std::uint32_t> begin(most + 2, 0);
  for (const std::uint32_t d : degree) ++begin[d + 1];
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  std::vector<std::uint32_t> order(nodes);
  std::vector<std::uint32_t> place(nodes);
  {
    auto free = begin;
    for (std::uint32_t node = 0; node < nodes; ++node) {
      place[node] = free[degree[node]]++;
      order[place[node]] = node;
    }
  }
  for (std::size_t i = 0; i < nodes; ++i) {
    const std::uint32_t node = order[i];
    for (const std::uint32_t other : both.neighbours(node)) {
      if (degree[other] <= degree[node]) continue;
      // Swap it with the first of its degree, which then begins one later.
      const std::uint32_t first = std::max(begin[degree[other]], static_cast<std::uint32_t>(i + 1));
      const std::uint32_t moved = order[first];
      std::swap(order[first], order[place[other]]);
      std::swap(place[moved], place[other]);
      begin[degree[other]] = first + 1;
      --degree[other];
    }
  }
  return degree;
}

double modularity(const Adjacency& both, const std::vector<std::uint32_t>& group, double resolution) {
  double total = 0;
  double within = 0;
  std::vector<double> strength;
  for (std::uint32_t node = 0; node < both.nodes(); ++node) {
    if (group[node] >= strength.size()) strength.resize(group[node] + 1, 0.0);
    for (std::uint32_t i = both.start[node]; i < both.start[node + 1]; ++i) {
      total += both.weight[i];
      strength[group[node]] += both.weight[i];
      if (group[both.neighbour[i]] == group[node]) within += both.weight[i];
    }
  }
  if (total <= 0) return 0;
  double expected = 0;
  for (const double s : strength) expected += s / total * (s / total);
  return within / total - resolution * expected;
}

}  // namespace isnad::query
