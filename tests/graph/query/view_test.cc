#include "graph/query/view.h"

#include <catch2/catch.hpp>
#include <set>

#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using query::View;

TEST_CASE("view: every edge stands at both its ends, once, with its direction", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const View view = View::build(source);
  std::size_t ties = 0;
  for (std::uint32_t i = 0; i < view.node_count(); ++i) {
    const query::NodeIndex node{i};
    REQUIRE(view.find(view.key(node)) == node);
    std::set<query::EdgeIndex> seen;
    for (const auto& tie : view.ties(node)) {
      CHECK(seen.insert(tie.edge).second);
      const auto& edge = view.edge(tie.edge);
      CHECK((tie.outgoing ? edge.source : edge.target) == i);
      CHECK((tie.outgoing ? edge.target : edge.source) == static_cast<std::uint32_t>(tie.neighbour));
      ++ties;
    }
  }
  CHECK(ties == 2 * view.edge_count());
  CHECK(view.node_count() == 11);  // the general speaks, and has no edge
  CHECK_FALSE(view.find(EntityKey("per:borenkov")));
}

TEST_CASE("view: an empty graph is a view without nodes", "[graph][query]") {
  const testing::MemoryClaimSource source;
  const View view = View::build(source);
  CHECK(view.node_count() == 0);
  CHECK(view.edge_count() == 0);
  CHECK_FALSE(view.find(EntityKey("x")));
}
