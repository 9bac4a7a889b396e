#include "graph/query/backbone.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/graph/support/graph_builder.h"

using namespace isnad;
using query::backbone;
using query::BackboneQuery;
using query::EdgeReader;
using query::Neighbourhood;
using query::View;

namespace {

/// A hub with seven neighbours, whom one outlet ties to it; two of them, a and b, are tied by three outlets.
testing::MemoryClaimSource hub_and_pair() {
  testing::GraphBuilder graph;
  const std::vector<std::string> leaves = {"a", "b", "c", "d", "e", "f", "g"};
  graph.entity("hub", EntityType::kOrganisation, "", "hub");
  for (const auto& leaf : leaves) graph.entity(leaf, EntityType::kPerson, "", leaf);
  graph.document("d1", "one", "2020-01-01", "en");
  for (const auto& leaf : leaves) graph.edge("hub", RelationType::kAccuse, leaf);
  for (const char* outlet : {"one", "two", "three"}) {
    graph.document(std::string("pair ") + outlet, outlet, "2020-01-02", "en").edge("a", RelationType::kSupport, "b");
  }
  return graph.build();
}

Neighbourhood of(const ClaimSource& source, const BackboneQuery& query) {
  const EdgeReader reader(source, {});
  return backbone(reader, View::build(reader), query);
}

}  // namespace

TEST_CASE("backbone: a tie that matters to its ends comes before the ties of a hub", "[graph][query]") {
  BackboneQuery query;
  query.max_nodes = 2;
  const auto found = of(hub_and_pair(), query);
  CHECK(found.nodes == std::vector<EntityKey>{EntityKey("a"), EntityKey("b")});
  REQUIRE(found.edges.size() == 1);
  CHECK(found.edges.front().key.type == RelationType::kSupport);
  CHECK(found.edges.front().sources == 3);
  CHECK(found.nodes_left_out == 6);
}

TEST_CASE("backbone: with room for all nothing is left out, and edges are cut from the least significant on", "[graph][query]") {
  const auto source = hub_and_pair();
  auto found = of(source, {});
  CHECK(found.nodes.size() == 8);
  CHECK(found.edges.size() == 8);
  CHECK(found.nodes_left_out == 0);
  CHECK(found.edges_left_out == 0);
  BackboneQuery few;
  few.max_edges = 3;
  found = of(source, few);
  CHECK(found.nodes.size() == 8);
  CHECK(found.edges.size() == 7);  // each node keeps a tie
  CHECK(found.edges_left_out == 1);
  CHECK(std::any_of(found.edges.begin(), found.edges.end(), [](const Edge& edge) { return edge.sources == 3; }));
}

TEST_CASE("backbone: only among those asked for; described actors and ties of no known type only when wanted", "[graph][query]") {
  BackboneQuery some;
  some.within = {EntityKey("hub"), EntityKey("c"), EntityKey("d"), EntityKey("nobody")};
  CHECK(of(hub_and_pair(), some).nodes.size() == 3);

  testing::GraphBuilder graph;
  const std::string gunmen = described_key(EntityType::kPerson, "gunmen", DocumentId("d")).str();
  for (const auto& key : {std::string("a"), std::string("b"), gunmen}) graph.entity(key, EntityType::kPerson, "", key);
  graph.document("d", "one", "2020-01-01", "en").edge(gunmen, RelationType::kAssault, "a").edge("a", RelationType::kOther, "b");
  const auto source = graph.build();
  CHECK(of(source, {}).nodes.empty());
  BackboneQuery all;
  all.described = true;
  CHECK(of(source, all).nodes.size() == 2);
}
