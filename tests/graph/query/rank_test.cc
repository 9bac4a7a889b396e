#include "graph/query/rank.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "graph/query/adjacency.h"
#include "graph/query/groups.h"

using namespace isnad::query;

namespace {

std::vector<WeightedArc> random_arcs(std::uint32_t nodes, int arcs, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<WeightedArc> out;
  for (int i = 0; i < arcs; ++i) {
    out.push_back({static_cast<std::uint32_t>(random() % nodes), static_cast<std::uint32_t>(random() % nodes), 1.0 + static_cast<double>(random() % 3)});
  }
  return out;
}

/// All shortest distances and numbers of shortest ways, by Floyd and Warshall: slow and obvious.
struct AllPairs {
  explicit AllPairs(const Adjacency& graph) : n(graph.nodes()), distance(n * n, 1e9), ways(n * n, 0) {
    for (std::uint32_t v = 0; v < n; ++v) {
      distance[v * n + v] = 0;
      ways[v * n + v] = 1;
      for (const auto w : graph.neighbours(v)) {
        distance[v * n + w] = 1;
        ways[v * n + w] = 1;
      }
    }
    for (std::size_t k = 0; k < n; ++k) {
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
          if (i == k || j == k || i == j) continue;
          const double through = distance[i * n + k] + distance[k * n + j];
          if (through < distance[i * n + j]) {
            distance[i * n + j] = through;
            ways[i * n + j] = ways[i * n + k] * ways[k * n + j];
          } else if (through == distance[i * n + j]) {
            ways[i * n + j] += ways[i * n + k] * ways[k * n + j];
          }
        }
      }
    }
  }
  std::size_t n;
  std::vector<double> distance;
  std::vector<double> ways;
};

}  // namespace

TEST_CASE("adjacency: rows are sorted, parallel edges are one entry, loops are none", "[graph][query]") {
  const std::vector<WeightedArc> arcs = {{2, 0, 1}, {0, 1, 2}, {0, 1, 3}, {1, 1, 9}, {0, 2, 1}};
  const Adjacency both = make_adjacency(3, arcs, Direction::kBoth);
  CHECK(both.start == std::vector<std::uint32_t>{0, 2, 3, 4});
  CHECK(both.neighbour == std::vector<std::uint32_t>{1, 2, 0, 0});
  CHECK(both.weight == std::vector<double>{5, 2, 5, 2});
  CHECK(make_adjacency(3, arcs, Direction::kIn).neighbour == std::vector<std::uint32_t>{2, 0, 0});
}

TEST_CASE("pagerank: solves its own equation, dangling nodes included", "[graph][query]") {
  for (unsigned seed = 1; seed <= 10; ++seed) {
    constexpr std::uint32_t kNodes = 30;
    const auto arcs = random_arcs(kNodes, 60, seed);
    const Adjacency in = make_adjacency(kNodes, arcs, Direction::kIn);
    const Adjacency out = make_adjacency(kNodes, arcs, Direction::kOut);
    const auto rank = page_rank(in);
    CHECK(std::accumulate(rank.begin(), rank.end(), 0.0) == Approx(1));
    std::vector<double> expected(kNodes, 0.15 / kNodes);
    for (std::uint32_t v = 0; v < kNodes; ++v) {
      const auto weights = out.weights(v);
      const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
      for (std::uint32_t w = 0; w < kNodes && total == 0; ++w) expected[w] += 0.85 * rank[v] / kNodes;
      for (std::size_t i = 0; i < weights.size(); ++i) expected[out.neighbours(v)[i]] += 0.85 * rank[v] * weights[i] / total;
    }
    for (std::uint32_t v = 0; v < kNodes; ++v) CHECK(rank[v] == Approx(expected[v]).epsilon(1e-7));
  }
  CHECK(page_rank(Adjacency{}).empty());
}

TEST_CASE("hits: hubs and authorities of a small web", "[graph][query]") {
  const std::vector<WeightedArc> arcs = {{0, 2}, {0, 3}, {1, 2}, {1, 3}, {1, 4}};
  const auto result = hits(make_adjacency(5, arcs, Direction::kOut), make_adjacency(5, arcs, Direction::kIn));
  CHECK(result.hubs[1] > result.hubs[0]);
  CHECK(result.hubs[2] == Approx(0).margin(1e-12));
  CHECK(result.authorities[2] == Approx(result.authorities[3]));
  CHECK(result.authorities[2] > result.authorities[4]);
}

TEST_CASE("betweenness: agrees with counting all shortest ways", "[graph][query]") {
  for (unsigned seed = 1; seed <= 8; ++seed) {
    constexpr std::uint32_t kNodes = 18;
    const Adjacency graph = make_adjacency(kNodes, random_arcs(kNodes, 30, seed), Direction::kBoth);
    const AllPairs all(graph);
    const auto found = betweenness(graph);
    CHECK(found.error.empty());
    for (std::size_t v = 0; v < kNodes; ++v) {
      double expected = 0;
      for (std::size_t s = 0; s < kNodes; ++s) {
        for (std::size_t t = 0; t < kNodes; ++t) {
          if (s == t || s == v || t == v || all.distance[s * kNodes + t] > 1e8) continue;
          if (all.distance[s * kNodes + v] + all.distance[v * kNodes + t] != all.distance[s * kNodes + t]) continue;
          expected += all.ways[s * kNodes + v] * all.ways[v * kNodes + t] / all.ways[s * kNodes + t];
        }
      }
      CHECK(found.value[v] == Approx(expected / ((kNodes - 1) * (kNodes - 2))).margin(1e-12));
    }
  }
}

TEST_CASE("betweenness: samples come near, within the error that they state", "[graph][query]") {
  constexpr std::uint32_t kNodes = 300;
  const Adjacency graph = make_adjacency(kNodes, random_arcs(kNodes, 900, 5), Direction::kBoth);
  const auto exact = betweenness(graph);
  BetweennessOptions options;
  options.samples = 100;
  const auto sampled = betweenness(graph, options);
  REQUIRE(sampled.error.size() == kNodes);
  int within = 0;
  for (std::size_t v = 0; v < kNodes; ++v) within += std::abs(sampled.value[v] - exact.value[v]) <= sampled.error[v] + 1e-9 ? 1 : 0;
  CHECK(within > 240);  // 285 of 300 where dependencies spread evenly; skewed ones are rarer within
  options.samples = kNodes;
  CHECK(betweenness(graph, options).error.empty());
}

TEST_CASE("articulation points: agree with taking each node away", "[graph][query]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    constexpr std::uint32_t kNodes = 16;
    const auto arcs = random_arcs(kNodes, 17, seed);
    const Adjacency graph = make_adjacency(kNodes, arcs, Direction::kBoth);
    const auto cuts = articulation_points(graph);
    const std::size_t parts = components(graph).groups;
    for (std::uint32_t v = 0; v < kNodes; ++v) {
      std::vector<WeightedArc> without;
      for (const auto& arc : arcs) {
        if (arc.from != v && arc.to != v) without.push_back(arc);
      }
      // v itself remains as a part of its own
      const std::size_t left = components(make_adjacency(kNodes, without, Direction::kBoth)).groups - 1;
      CAPTURE(seed, v);
      CHECK(cuts[v] == (left > parts - (graph.degree(v) == 0 ? 1 : 0)));
    }
  }
}

TEST_CASE("constraint: a star's centre brokers, a triangle's corners do not", "[graph][query]") {
  const std::vector<WeightedArc> star = {{0, 1}, {0, 2}, {0, 3}, {0, 4}};
  const auto of_star = constraint(make_adjacency(6, star, Direction::kBoth));
  CHECK(of_star[0] == Approx(0.25));
  CHECK(of_star[1] == Approx(1.0));
  CHECK(std::isnan(of_star[5]));
  const std::vector<WeightedArc> triangle = {{0, 1}, {1, 2}, {2, 0}};
  CHECK(constraint(make_adjacency(3, triangle, Direction::kBoth))[0] == Approx(2 * 0.75 * 0.75));
}
