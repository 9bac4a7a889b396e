#include "graph/query/adjacency.h"

#include <numeric>

#include "graph/query/view.h"
#include "graph/query/view_graph.h"

namespace isnad::query {

namespace {

/// Appends to the last row, adding to the last entry when the neighbour is the same.
void append(Adjacency& out, std::uint32_t neighbour, double weight) {
  if (out.neighbour.size() > out.start.back() && out.neighbour.back() == neighbour) {
    out.weight.back() += weight;
  } else {
    out.neighbour.push_back(neighbour);
    out.weight.push_back(weight);
  }
}

/// Entries of one node's row before rows are merged.
struct Entry {
  std::uint32_t neighbour;
  double weight;
};

}  // namespace

Adjacency adjacency(const View& view, Direction direction, const std::function<double(const EdgeCounts&)>& weight) {
  const OrderedArcs arcs = ordered_arcs(view.graph().csr);
  Adjacency out;
  out.start.reserve(view.node_count() + 1);
  for (std::uint32_t node = 0; node < view.node_count(); ++node) {
    for (const auto& [neighbour, data] : arcs.of(node)) {
      if (direction != Direction::kBoth && (data.outgoing != 0) != (direction == Direction::kOut)) continue;
      append(out, neighbour, weight ? weight(view.edge(data.edge())) : 1.0);
    }
    out.start.push_back(static_cast<std::uint32_t>(out.neighbour.size()));
  }
  return out;
}

Adjacency make_adjacency(std::size_t nodes, std::span<const WeightedArc> arcs, Direction direction) {
  // Two passes of a counting sort, by the far end and then by the near one, leave rows in order.
  const auto sorted = [&](const std::vector<std::pair<std::uint32_t, Entry>>& in, const auto& end) {
    std::vector<std::uint32_t> place(nodes + 1, 0);
    for (const auto& entry : in) ++place[end(entry) + 1];
    std::partial_sum(place.begin(), place.end(), place.begin());
    std::vector<std::pair<std::uint32_t, Entry>> out(in.size());
    for (const auto& entry : in) out[place[end(entry)]++] = entry;
    return out;
  };
  std::vector<std::pair<std::uint32_t, Entry>> entries;
  entries.reserve(arcs.size() * (direction == Direction::kBoth ? 2 : 1));
  for (const auto& arc : arcs) {
    if (arc.from == arc.to) continue;
    if (direction != Direction::kIn) entries.push_back({arc.from, {arc.to, arc.weight}});
    if (direction != Direction::kOut) entries.push_back({arc.to, {arc.from, arc.weight}});
  }
  entries = sorted(entries, [](const auto& entry) { return entry.second.neighbour; });
  entries = sorted(entries, [](const auto& entry) { return entry.first; });
  Adjacency out;
  out.start.reserve(nodes + 1);
  out.neighbour.reserve(entries.size());
  out.weight.reserve(entries.size());
  std::size_t at = 0;
  for (std::uint32_t node = 0; node < nodes; ++node) {
    for (; at < entries.size() && entries[at].first == node; ++at)
      append(out, entries[at].second.neighbour, entries[at].second.weight);
    out.start.push_back(static_cast<std::uint32_t>(out.neighbour.size()));
  }
  return out;
}

}  // namespace isnad::query
