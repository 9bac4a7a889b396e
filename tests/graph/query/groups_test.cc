#include "graph/query/groups.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

using namespace isnad::query;

namespace {

Adjacency random_graph(std::uint32_t nodes, int arcs, unsigned seed, bool with_signs = false) {
  std::mt19937 random(seed);
  std::vector<WeightedArc> out;
  for (int i = 0; i < arcs; ++i) {
    const double weight = with_signs && random() % 2 == 0 ? -1.0 - static_cast<double>(random() % 4) : 1.0 + static_cast<double>(random() % 4);
    out.push_back({static_cast<std::uint32_t>(random() % nodes), static_cast<std::uint32_t>(random() % nodes), weight});
  }
  return make_adjacency(nodes, out, Direction::kBoth);
}

/// Cliques of five, each tied to the next by one edge.
Adjacency ring_of_cliques(std::uint32_t cliques) {
  std::vector<WeightedArc> arcs;
  for (std::uint32_t c = 0; c < cliques; ++c) {
    for (std::uint32_t i = 0; i < 5; ++i) {
      for (std::uint32_t j = i + 1; j < 5; ++j) arcs.push_back({c * 5 + i, c * 5 + j, 1});
    }
    arcs.push_back({c * 5, (c + 1) % cliques * 5 + 1, 1});
  }
  return make_adjacency(std::size_t{cliques} * 5, arcs, Direction::kBoth);
}

double frustrated(const Adjacency& graph, const std::vector<std::uint32_t>& side) {
  double sum = 0;
  for (std::uint32_t v = 0; v < graph.nodes(); ++v) {
    for (std::uint32_t i = graph.start[v]; i < graph.start[v + 1]; ++i) {
      const bool together = side[v] == side[graph.neighbour[i]];
      if (together != (graph.weight[i] > 0)) sum += std::abs(graph.weight[i]) / 2;
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("groups: components are numbered by size, then by their first node", "[graph][query]") {
  const std::vector<WeightedArc> arcs = {{0, 4}, {1, 2}, {2, 3}};
  const Partition parts = components(make_adjacency(6, arcs, Direction::kBoth));
  CHECK(parts.groups == 3);
  CHECK(parts.group == std::vector<std::uint32_t>{1, 0, 0, 0, 1, 2});
}

TEST_CASE("groups: core numbers agree with peeling", "[graph][query]") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const Adjacency graph = random_graph(30, 80, seed);
    std::vector<std::uint32_t> expected(30, 0);
    for (std::uint32_t k = 1; k < 30; ++k) {
      std::vector<bool> in(30, true);
      for (bool changed = true; changed;) {
        changed = false;
        for (std::uint32_t v = 0; v < 30; ++v) {
          if (!in[v]) continue;
          const auto row = graph.neighbours(v);
          if (static_cast<std::uint32_t>(std::count_if(row.begin(), row.end(), [&](std::uint32_t w) { return in[w]; })) < k) {
            in[v] = false;
            changed = true;
          }
        }
      }
      for (std::uint32_t v = 0; v < 30; ++v) {
        if (in[v]) expected[v] = k;
      }
    }
    CHECK(core_numbers(graph) == expected);
  }
}

TEST_CASE("communities: finds cliques, whatever the seed, the same for the same seed", "[graph][query]") {
  const Adjacency graph = ring_of_cliques(8);
  for (std::uint32_t seed = 1; seed <= 5; ++seed) {
    CommunityOptions options;
    options.seed = seed;
    const Partition found = communities(graph, options);
    CHECK(found.groups == 8);
    for (std::uint32_t v = 0; v < 40; ++v) CHECK(found.group[v] == found.group[v / 5 * 5]);
    CHECK(communities(graph, options).group == found.group);
  }
  CommunityOptions coarse;
  coarse.resolution = 0.05;
  CHECK(communities(graph, coarse).groups < 4);
  CHECK(communities(Adjacency{}).groups == 0);
}

TEST_CASE("communities: each hangs together, and no single move makes them better", "[graph][query]") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    const Adjacency graph = random_graph(60, 120, seed);
    const Partition found = communities(graph);
    const double value = modularity(graph, found.group);
    for (std::uint32_t v = 0; v < 60; ++v) {
      for (const std::uint32_t w : graph.neighbours(v)) {
        auto moved = found.group;
        moved[v] = found.group[w];
        CHECK(modularity(graph, moved) <= value + 1e-9);
      }
    }
    std::vector<WeightedArc> within;
    for (std::uint32_t v = 0; v < 60; ++v) {
      for (const std::uint32_t w : graph.neighbours(v)) {
        if (found.group[v] == found.group[w]) within.push_back({v, w, 1});
      }
    }
    CHECK(components(make_adjacency(60, within, Direction::kBoth)).groups == found.groups);
  }
}

TEST_CASE("sides: as little frustration as trying all partitions", "[graph][query]") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    constexpr std::uint32_t kNodes = 11;
    const Adjacency graph = random_graph(kNodes, 26, seed, true);
    double least = 1e9;
    for (unsigned mask = 0; mask < (1U << kNodes); ++mask) {
      std::vector<std::uint32_t> side(kNodes);
      for (std::uint32_t v = 0; v < kNodes; ++v) side[v] = (mask >> v) & 1U;
      least = std::min(least, frustrated(graph, side));
    }
    const Sides found = sides(graph);
    CAPTURE(seed);
    CHECK(found.frustrated_weight == Approx(least));
    CHECK(frustrated(graph, found.partition.group) == Approx(found.frustrated_weight));
    CHECK(found.frustration == Approx(found.frustrated_weight / found.total_weight));
  }
}

TEST_CASE("sides: two camps without a traitor have no frustration", "[graph][query]") {
  const std::vector<WeightedArc> arcs = {{0, 1, 3}, {1, 2, 2}, {3, 4, 5}, {0, 3, -4}, {2, 4, -1}};
  const Sides found = sides(make_adjacency(5, arcs, Direction::kBoth));
  CHECK(found.frustration == 0);
  CHECK(found.partition.group == std::vector<std::uint32_t>{0, 0, 0, 1, 1});
}
