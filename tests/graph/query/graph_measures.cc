// What Isnad's algorithms say of a graph, for comparison with others' (oracle_test.py).
//
// Reads `nodes`, then lines `from to weight` (directed, whole weights, parallel edges allowed), from standard input. Writes one
// line a measure: its name, then a value a node or what the line says.

#include <cstdio>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "graph/query/adjacency.h"
#include "graph/query/groups.h"
#include "graph/query/rank.h"
#include "graph/query/shortest.h"

namespace {

using namespace isnad::query;

template <class Values>
void write(const char* name, const Values& values) {
  std::printf("%s", name);
  for (const auto value : values) std::printf(" %.17g", static_cast<double>(value));
  std::printf("\n");
}

void measure() {
  std::size_t nodes = 0;
  std::cin >> nodes;
  std::vector<WeightedArc> arcs;
  for (WeightedArc arc; std::cin >> arc.from >> arc.to >> arc.weight;) {
    if (arc.from >= nodes || arc.to >= nodes) throw isnad::Error("an end is no node");
    arcs.push_back(arc);
  }
  const Adjacency out = make_adjacency(nodes, arcs, Direction::kOut);
  const Adjacency in = make_adjacency(nodes, arcs, Direction::kIn);
  const Adjacency both = make_adjacency(nodes, arcs, Direction::kBoth);
  write("pagerank", page_rank(in));
  const Hits found = hits(out, in);
  write("hubs", found.hubs);
  write("authorities", found.authorities);
  write("betweenness", betweenness(both).value);
  write("articulation", articulation_points(both));
  write("constraint", constraint(both));
  write("components", components(both).group);
  write("cores", core_numbers(both));
  const Partition groups = communities(both);
  write("communities", groups.group);
  write("modularity", std::vector<double>{modularity(both, groups.group)});
  ShortestPaths search(both);
  // From the first node to all: hops, and the least sum of weights.
  std::vector<double> hops;
  std::vector<double> price;
  for (std::uint32_t node = 1; node < nodes; ++node) {
    const auto by_hops = search.find(0, node, nodes, {}, PathOrder::kHops);
    const auto by_price = search.find(0, node, nodes, {}, PathOrder::kPrice);
    hops.push_back(by_hops.nodes.empty() ? -1.0 : static_cast<double>(by_hops.hops()));
    price.push_back(by_price.nodes.empty() ? -1.0 : by_price.price);
  }
  write("hops", hops);
  write("price", price);
}

}  // namespace

int main() {
  try {
    measure();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "graph_measures: %s\n", error.what());
    return 1;
  }
  return 0;
}
