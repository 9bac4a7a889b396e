#include "graph/query/edge_reader.h"

#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "tests/graph/support/graph_builder.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using query::DateRange;
using query::EdgeReader;
using query::ViewFilter;

namespace {

std::vector<Edge> all_edges(const ClaimSource& source, const ViewFilter& filter) {
  std::vector<Edge> out;
  EdgeReader(source, filter).visit_edges([&](const Edge& edge) {
    out.push_back(edge);
    return true;
  });
  return out;
}

const Edge* find(const std::vector<Edge>& edges, const char* from, RelationType type, const char* to) {
  for (const auto& edge : edges) {
    if (edge.key.source.str() == from && edge.key.type == type && edge.key.target.str() == to) return &edge;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("edge reader: no filter gives every edge as the source has it", "[graph][query]") {
  const auto source = testing::idlib_graph();
  std::vector<EdgeKey> expected;
  source.visit_edges([&](const Edge& edge) {
    expected.push_back(edge.key);
    return true;
  });
  std::vector<EdgeKey> seen;
  for (const auto& edge : all_edges(source, {})) seen.push_back(edge.key);
  CHECK(seen == expected);
  CHECK(seen.size() > 15);
}

TEST_CASE("edge reader: a period recounts claims, documents and sources", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const auto whole = all_edges(source, {});
  const Edge* support = find(whole, "gpe:russia", RelationType::kSupport, "org:syrian-regime");
  REQUIRE(support != nullptr);
  CHECK(support->claims == 3);
  CHECK(support->sources == 3);

  ViewFilter filter;
  filter.period = DateRange("2020-02-13", "2020-02-13");
  const auto thirteenth = all_edges(source, filter);
  const Edge* cut = find(thirteenth, "gpe:russia", RelationType::kSupport, "org:syrian-regime");
  REQUIRE(cut != nullptr);
  CHECK(cut->claims == 1);
  CHECK(cut->documents == 1);
  CHECK(cut->sources == 1);
  CHECK(cut->first_date == "2020-02-13");
  CHECK(cut->last_date == "2020-02-13");
  REQUIRE(cut->claim_ids.size() == 1);
  CHECK(find(thirteenth, "per:erdogan", RelationType::kThreaten, "org:syrian-regime") == nullptr);
}

TEST_CASE("edge reader: types, families, polarity, sources and kinds of entity narrow", "[graph][query]") {
  const auto source = testing::idlib_graph();
  ViewFilter conflict;
  conflict.families = {RelationFamily::kConflict};
  for (const auto& edge : all_edges(source, conflict)) CHECK(info(edge.key.type).family == RelationFamily::kConflict);

  ViewFilter accuse = conflict;
  accuse.types = {RelationType::kRole};
  const auto either = all_edges(source, accuse);
  CHECK(find(either, "per:peskov", RelationType::kRole, "org:kremlin") != nullptr);
  CHECK(find(either, "org:kremlin", RelationType::kAccuse, "gpe:turkey") != nullptr);
  CHECK(find(either, "gpe:russia", RelationType::kSupport, "org:syrian-regime") == nullptr);

  ViewFilter denied;
  denied.polarity = Polarity::kDenied;
  const auto only_denied = all_edges(source, denied);
  REQUIRE(only_denied.size() == 1);
  CHECK(only_denied.front().key.source == EntityKey("gpe:turkey"));

  ViewFilter strong;
  strong.min_sources = 2;
  for (const auto& edge : all_edges(source, strong)) CHECK(edge.sources >= 2);
  CHECK(all_edges(source, strong).size() == 2);

  ViewFilter countries;
  countries.entity_types = {EntityType::kGpe};
  const auto among = all_edges(source, countries);
  CHECK(find(among, "gpe:russia", RelationType::kAccuse, "gpe:turkey") != nullptr);
  CHECK(find(among, "org:kremlin", RelationType::kAccuse, "gpe:turkey") == nullptr);
}

TEST_CASE("edge reader: folding joins edges and counts each document once", "[graph][query]") {
  const auto source = testing::idlib_graph();
  ViewFilter filter;
  filter.fold = {{EntityKey("org:kremlin"), EntityKey("gpe:russia")}};
  const auto edges = all_edges(source, filter);
  CHECK(find(edges, "org:kremlin", RelationType::kAccuse, "gpe:turkey") == nullptr);
  const Edge* accuse = find(edges, "gpe:russia", RelationType::kAccuse, "gpe:turkey");
  REQUIRE(accuse != nullptr);
  CHECK(accuse->claims == 3);  // the Kremlin in ar1 and en1, Russia in ar1
  CHECK(accuse->documents == 2);
  CHECK(accuse->sources == 2);
  CHECK(find(edges, "per:peskov", RelationType::kRole, "gpe:russia") != nullptr);
  for (std::size_t i = 1; i < edges.size(); ++i) CHECK(edges[i - 1].key < edges[i].key);
}

TEST_CASE("edge reader: edges of one entity are those of all that touch it", "[graph][query]") {
  const auto source = testing::idlib_graph();
  ViewFilter plain;
  ViewFilter folded;
  folded.fold = {{EntityKey("org:kremlin"), EntityKey("gpe:russia")}};
  ViewFilter narrow = folded;
  narrow.families = {RelationFamily::kConflict};
  narrow.period = DateRange("2020-02-13", "");
  for (const auto& filter : {plain, folded, narrow}) {
    const EdgeReader reader(source, filter);
    const auto everything = all_edges(source, filter);
    source.visit_entities([&](const Entity& entity) {
      std::set<EdgeKey> expected;
      for (const auto& edge : everything) {
        if (edge.key.source == entity.key || edge.key.target == entity.key) expected.insert(edge.key);
      }
      std::set<EdgeKey> seen;
      reader.visit_edges_of(entity.key, [&](const Edge& edge) {
        CHECK(seen.insert(edge.key).second);
        return true;
      });
      CAPTURE(entity.key.str());
      CHECK(seen == expected);
      return true;
    });
  }
}
