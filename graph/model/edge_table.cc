#include "graph/model/edge_table.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace isnad {

namespace {

/// Orders the edges of one source.
std::uint64_t place_in_source(const EdgeCounts& edge) {
  return static_cast<std::uint64_t>(edge.type) << 40U | std::uint64_t{edge.target} << 8U |
         static_cast<std::uint64_t>(edge.polarity);
}

bool in_order(const EdgeCounts& a, const EdgeCounts& b) {
  return a.source != b.source ? a.source < b.source : place_in_source(a) < place_in_source(b);
}

/// Brings edges of one source together, in the order of their sources.
std::vector<EdgeCounts> by_source(const std::vector<EdgeCounts>& edges, std::size_t keys) {
  std::vector<std::uint32_t> place(keys + 1, 0);
  for (const auto& edge : edges) ++place[edge.source + 1];
  std::partial_sum(place.begin(), place.end(), place.begin());
  std::vector<EdgeCounts> out(edges.size());
  for (const auto& edge : edges) out[place[edge.source]++] = edge;
  return out;
}

}  // namespace

std::uint32_t EdgeTableBuilder::number(const EntityKey& key) {
  const auto [it, fresh] = numbers_.try_emplace(key, static_cast<std::uint32_t>(table_.keys.size()));
  if (fresh) table_.keys.push_back(key);
  return it->second;
}

void EdgeTableBuilder::add(const Edge& edge) {
  EdgeCounts counts;
  counts.source = number(edge.key.source);
  counts.target = number(edge.key.target);
  counts.type = edge.key.type;
  counts.polarity = edge.key.polarity;
  counts.claims = edge.claims;
  counts.documents = edge.documents;
  counts.sources = edge.sources;
  table_.edges.push_back(counts);
}

EdgeTable EdgeTableBuilder::take() {
  numbers_.clear();
  EdgeTable out = std::exchange(table_, {});
  put_in_order(out);
  return out;
}

void put_in_order(EdgeTable& table) {
  std::vector<bool> used(table.keys.size(), false);
  for (const auto& edge : table.edges) used[edge.source] = used[edge.target] = true;
  std::vector<std::uint32_t> order;
  for (std::uint32_t i = 0; i < used.size(); ++i) {
    if (used[i]) order.push_back(i);
  }
  const auto by_key = [&](std::uint32_t a, std::uint32_t b) { return table.keys[a] < table.keys[b]; };
  if (!std::is_sorted(order.begin(), order.end(), by_key)) std::sort(order.begin(), order.end(), by_key);
  std::vector<std::uint32_t> rank(table.keys.size());
  std::vector<EntityKey> keys;
  keys.reserve(order.size());
  for (const std::uint32_t old : order) {
    rank[old] = static_cast<std::uint32_t>(keys.size());
    keys.push_back(std::move(table.keys[old]));
  }
  table.keys = std::move(keys);
  for (auto& edge : table.edges) {
    edge.source = rank[edge.source];
    edge.target = rank[edge.target];
  }
  if (std::is_sorted(table.edges.begin(), table.edges.end(), in_order)) return;
  table.edges = by_source(table.edges, table.keys.size());
  for (auto begin = table.edges.begin(); begin != table.edges.end();) {
    const auto end = std::find_if(begin, table.edges.end(), [&](const EdgeCounts& edge) { return edge.source != begin->source; });
    std::sort(begin, end, [](const EdgeCounts& a, const EdgeCounts& b) { return place_in_source(a) < place_in_source(b); });
    begin = end;
  }
}

}  // namespace isnad
