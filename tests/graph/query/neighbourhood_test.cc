#include "graph/query/neighbourhood.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/graph/support/graph_builder.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using query::EdgeReader;
using query::neighbourhood;
using query::NeighbourhoodQuery;

namespace {

NeighbourhoodQuery around(const char* key, std::size_t depth, std::size_t max_nodes = 40) {
  NeighbourhoodQuery query;
  query.centres = {EntityKey(key)};
  query.depth = depth;
  query.max_nodes = max_nodes;
  return query;
}

}  // namespace

TEST_CASE("neighbourhood: depth one holds the centre and those it touches", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const auto found = neighbourhood(EdgeReader(source, {}), around("org:kremlin", 1));
  const std::set<EntityKey> nodes(found.nodes.begin(), found.nodes.end());
  CHECK(nodes == std::set<EntityKey>{EntityKey("org:kremlin"), EntityKey("gpe:turkey"), EntityKey("per:peskov")});
  CHECK(found.nodes.front() == EntityKey("org:kremlin"));
  CHECK(found.edges.size() == 2);
  CHECK(found.nodes_left_out == 0);
}

TEST_CASE("neighbourhood: a budget keeps the best attested and says what it left out", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const auto found = neighbourhood(EdgeReader(source, {}), around("gpe:russia", 1, 2));
  REQUIRE(found.nodes.size() == 2);
  CHECK(found.nodes[1] == EntityKey("org:syrian-regime"));  // three sources; all others have one
  CHECK(found.nodes_left_out == 3);                         // Turkey, Erdogan, the United Nations
  for (const auto& edge : found.edges) {
    CHECK(std::count(found.nodes.begin(), found.nodes.end(), edge.key.source) == 1);
    CHECK(std::count(found.nodes.begin(), found.nodes.end(), edge.key.target) == 1);
  }
}

TEST_CASE("neighbourhood: tells whose neighbours were left out", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const EdgeReader reader(source, {});
  const auto one = neighbourhood(reader, around("gpe:russia", 1, 2));
  CHECK(one.left_out_of == std::vector<std::pair<EntityKey, std::size_t>>{{EntityKey("gpe:russia"), 3}});
  CHECK(neighbourhood(reader, around("gpe:russia", 1)).left_out_of.empty());
  // At two hops they belong to several; each is counted once, by a node that is drawn.
  const auto two = neighbourhood(reader, around("gpe:russia", 2, 4));
  CHECK(two.left_out_of.size() > 1);
  std::size_t all = 0;
  std::size_t before = two.nodes_left_out;
  for (const auto& [key, count] : two.left_out_of) {
    CHECK(std::count(two.nodes.begin(), two.nodes.end(), key) == 1);
    CHECK(count <= before);
    before = count;
    all += count;
  }
  CHECK(all == two.nodes_left_out);
}

TEST_CASE("neighbourhood: deeper is wider, and the order of documents does not matter", "[graph][query]") {
  const auto source = testing::idlib_graph();
  std::size_t before = 0;
  for (const std::size_t depth : {0, 1, 2, 3}) {
    const auto found = neighbourhood(EdgeReader(source, {}), around("org:kremlin", depth));
    CHECK(found.nodes.size() > before);
    before = found.nodes.size();
  }
  testing::MemoryClaimSource reversed;
  for (auto it = source.extractions().rbegin(); it != source.extractions().rend(); ++it) reversed.put(it->second);
  const auto one = neighbourhood(EdgeReader(source, {}), around("gpe:turkey", 2, 6));
  const auto two = neighbourhood(EdgeReader(reversed, {}), around("gpe:turkey", 2, 6));
  CHECK(one.nodes == two.nodes);
}

TEST_CASE("neighbourhood: a limit on edges never cuts a node off", "[graph][query]") {
  const auto source = testing::idlib_graph();
  auto query = around("gpe:turkey", 2);
  query.max_edges = 1;
  const auto found = neighbourhood(EdgeReader(source, {}), query);
  CHECK(found.edges.size() == found.nodes.size() - 1);
  CHECK(found.edges_left_out > 0);
  std::set<EntityKey> reached = {EntityKey("gpe:turkey")};
  for (std::size_t round = 0; round < found.edges.size(); ++round) {
    for (const auto& edge : found.edges) {
      if (reached.contains(edge.key.source)) reached.insert(edge.key.target);
      if (reached.contains(edge.key.target)) reached.insert(edge.key.source);
    }
  }
  CHECK(reached.size() == found.nodes.size());
}

TEST_CASE("neighbourhood: an unknown or lonely centre stands alone", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const auto found = neighbourhood(EdgeReader(source, {}), around("per:nobody", 2));
  CHECK(found.nodes == std::vector{EntityKey("per:nobody")});
  CHECK(found.edges.empty());
}

TEST_CASE("neighbourhood: a known relation outranks an unknown one, however often stated", "[graph][query]") {
  testing::GraphBuilder graph;
  for (const auto* key : {"a", "b", "c"}) graph.entity(key, EntityType::kPerson, "", key);
  graph.document("d1", "one", "2020-01-01", "en").edge("a", RelationType::kOther, "b").edge("a", RelationType::kAid, "c");
  graph.document("d2", "two", "2020-01-02", "en").edge("a", RelationType::kOther, "b");
  const auto source = graph.build();
  const auto found = neighbourhood(EdgeReader(source, {}), around("a", 1, 2));
  CHECK(found.nodes == std::vector{EntityKey("a"), EntityKey("c")});
}
