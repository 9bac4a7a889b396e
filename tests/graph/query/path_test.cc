#include "graph/query/path.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>

#include "graph/query/evidence.h"
#include "tests/graph/support/graph_builder.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using query::Path;
using query::PathQuery;
using query::View;

namespace {

PathQuery between(const std::string& from, const std::string& to, std::size_t count = 1) {
  PathQuery query;
  query.from = EntityKey(from);
  query.to = EntityKey(to);
  query.count = count;
  return query;
}

std::vector<Path> paths_of(const ClaimSource& source, const PathQuery& query) {
  const query::EdgeReader reader(source, {});
  return query::find_paths(View::build(reader), reader, query);
}

std::string stops(const Path& path) {
  std::string out = path.hops.empty() ? "" : path.hops.front().from.str();
  for (const auto& hop : path.hops) out += ">" + hop.to.str();
  return out;
}

/// Every path without loops, by trying all: what the clever search must agree with.
class Exhaustive {
 public:
  explicit Exhaustive(const View& view) {
    for (const auto& edge : view.edges()) {
      const std::string& from = view.keys()[edge.source].str();
      const std::string& to = view.keys()[edge.target].str();
      hops_[from][to].add(edge);
      hops_[to][from].add(edge);
    }
  }

  /// (hops, price) of all paths, ascending.
  std::vector<std::pair<std::size_t, std::uint64_t>> costs(const std::string& from, const std::string& to, std::size_t max_hops) {
    out_.clear();
    visited_ = {from};
    walk(from, to, 0, 0, max_hops);
    std::sort(out_.begin(), out_.end());
    return out_;
  }

  std::pair<std::size_t, std::uint64_t> cost(const Path& path) {
    std::uint64_t price = 0;
    for (const auto& hop : path.hops) price += hops_.at(hop.from.str()).at(hop.to.str()).price();
    return {path.hops.size(), price};
  }

 private:
  void walk(const std::string& at, const std::string& to, std::size_t hops, std::uint64_t price, std::size_t max_hops) {
    if (at == to) {
      out_.emplace_back(hops, price);
      return;
    }
    if (hops == max_hops) return;
    for (const auto& [next, evidence] : hops_[at]) {
      if (!visited_.insert(next).second) continue;
      walk(next, to, hops + 1, price + evidence.price(), max_hops);
      visited_.erase(next);
    }
  }

  std::map<std::string, std::map<std::string, query::Evidence>> hops_;
  std::set<std::string> visited_;
  std::vector<std::pair<std::size_t, std::uint64_t>> out_;
};

}  // namespace

TEST_CASE("path: goes against arrows and keeps their direction", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const auto paths = paths_of(source, between("per:peskov", "org:hts"));
  REQUIRE(paths.size() == 1);
  CHECK(stops(paths.front()) == "per:peskov>org:kremlin>gpe:turkey>gpe:idlib>org:hts");
  const auto& last = paths.front().hops.back();
  REQUIRE(last.edges.size() == 1);
  CHECK(last.edges.front().key.source == EntityKey("org:hts"));
  CHECK(last.edges.front().key.type == RelationType::kControl);
}

TEST_CASE("path: among equally short ones the best attested wins", "[graph][query]") {
  testing::GraphBuilder graph;
  for (const auto* key : {"a", "b", "c", "z"}) graph.entity(key, EntityType::kPerson, "", key);
  graph.document("d1", "one", "2020-01-01", "en").edge("a", RelationType::kAccuse, "b").edge("b", RelationType::kAccuse, "z");
  graph.edge("a", RelationType::kAccuse, "c").edge("c", RelationType::kAccuse, "z");
  graph.document("d2", "two", "2020-01-02", "en").edge("a", RelationType::kAccuse, "c").edge("c", RelationType::kAccuse, "z");
  const auto source = graph.build();
  const auto paths = paths_of(source, between("a", "z", 5));
  REQUIRE(paths.size() == 2);
  CHECK(stops(paths[0]) == "a>c>z");
  CHECK(stops(paths[1]) == "a>b>z");
}

TEST_CASE("path: none without a connection, to itself, to strangers, beyond the limit", "[graph][query]") {
  testing::GraphBuilder graph;
  for (const auto* key : {"a", "b", "c", "x", "y"}) graph.entity(key, EntityType::kPerson, "", key);
  graph.document("d", "s", "2020-01-01", "en");
  graph.edge("a", RelationType::kAccuse, "b").edge("b", RelationType::kAccuse, "c").edge("x", RelationType::kAccuse, "y");
  const auto source = graph.build();
  CHECK(paths_of(source, between("a", "x")).empty());
  CHECK(paths_of(source, between("a", "a")).empty());
  CHECK(paths_of(source, between("a", "nobody")).empty());
  CHECK(paths_of(source, between("a", "c", 0)).empty());
  auto near = between("a", "c");
  near.max_hops = 1;
  CHECK(paths_of(source, near).empty());
  auto around = between("a", "c");
  around.avoid = {EntityKey("b")};
  CHECK(paths_of(source, around).empty());
  CHECK(paths_of(source, between("a", "c", 3)).size() == 1);
}

TEST_CASE("path: the k best agree with trying all paths, on random graphs", "[graph][query]") {
  constexpr int kNodes = 8;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
    testing::GraphBuilder graph;
    for (int i = 0; i < kNodes; ++i) graph.entity("n" + std::to_string(i), EntityType::kPerson, "", "n" + std::to_string(i));
    for (int d = 0; d < 3; ++d) {
      graph.document("d" + std::to_string(d), "s" + std::to_string(d), "2020-01-01", "en");
      for (int e = 0; e < 6; ++e) {
        const int a = below(kNodes);
        const int b = below(kNodes);
        if (a != b)
          graph.edge("n" + std::to_string(a), below(2) == 0 ? RelationType::kAccuse : RelationType::kSupport,
                     "n" + std::to_string(b));
      }
    }
    const auto source = graph.build();
    const View view = View::build(source);
    Exhaustive all(view);
    const auto expected = all.costs("n0", "n1", 5);
    auto query = between("n0", "n1", 6);
    query.max_hops = 5;
    const auto found = paths_of(source, query);
    CAPTURE(seed);
    REQUIRE(found.size() == std::min<std::size_t>(6, expected.size()));
    std::set<std::string> different;
    for (std::size_t i = 0; i < found.size(); ++i) {
      CHECK(all.cost(found[i]) == expected[i]);
      CHECK(different.insert(stops(found[i])).second);
      std::set<EntityKey> visited = {found[i].hops.front().from};
      for (const auto& hop : found[i].hops) CHECK(visited.insert(hop.to).second);
    }
  }
}
