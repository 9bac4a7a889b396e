// What two views, two groups or two voices have in common and what not.

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "graph/query/common.h"
#include "graph/query/diff.h"
#include "graph/query/disputes.h"
#include "tests/graph/support/graph_builder.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using namespace isnad::query;

namespace {

testing::GraphBuilder three() {
  testing::GraphBuilder graph;
  for (const auto* key : {"a", "b", "c"}) graph.entity(key, EntityType::kGpe, "", key);
  return graph;
}

EdgeReader in_period(const ClaimSource& source, const char* date) {
  ViewFilter filter;
  filter.period = DateRange(date, date);
  return {source, filter};
}

std::vector<std::string> lines(const std::vector<Change>& changes) {
  std::vector<std::string> out;
  for (const auto& change : changes) {
    out.push_back(std::string(to_string(change.kind)) + " " + change.source.str() + " " + std::string(to_string(change.type)) + " " + change.target.str());
  }
  return out;
}

}  // namespace

TEST_CASE("diff: edges that appeared, went, changed sign", "[graph][query]") {
  auto graph = three();
  graph.document("old", "s", "2020-01-01", "en");
  graph.edge("a", RelationType::kSupport, "b").edge("a", RelationType::kControl, "c").edge("b", RelationType::kAgree, "c", Polarity::kDenied);
  graph.document("new", "s", "2020-02-01", "en");
  graph.edge("a", RelationType::kAccuse, "b").edge("a", RelationType::kControl, "c", Polarity::kDenied).edge("b", RelationType::kAgree, "c");
  const auto source = graph.build();
  const auto found = lines(changes(in_period(source, "2020-01"), in_period(source, "2020-02")));
  CHECK(found == std::vector<std::string>{"appeared a ACCUSE b", "went a SUPPORT b", "now denied a CONTROL c", "now affirmed b AGREE c",
                                          "turned to conflict a OTHER b"});
  CHECK(changes(in_period(source, "2020-01"), in_period(source, "2020-01")).empty());
}

TEST_CASE("disputes: one affirms and another denies; who says both is no side", "[graph][query]") {
  auto graph = three();
  graph.document("d1", "one", "2020-01-01", "en").edge("a", RelationType::kSupport, "b");
  graph.document("d2", "two", "2020-01-02", "en").edge("a", RelationType::kSupport, "b", Polarity::kDenied);
  graph.document("d3", "two", "2020-01-03", "en").edge("b", RelationType::kAid, "c").edge("b", RelationType::kAid, "c", Polarity::kDenied);
  const auto source = graph.build();
  std::vector<Dispute> found;
  find_disputes(EdgeReader(source, {}), [&](const Dispute& dispute) {
    found.push_back(dispute);
    return true;
  });
  REQUIRE(found.size() == 1);
  CHECK(found[0].affirmed.edge.key.source == EntityKey("a"));
  REQUIRE(found[0].affirmed.voices.size() == 1);
  CHECK(found[0].affirmed.voices[0].name == "one");
  CHECK(found[0].denied.voices[0].name == "two");
  CHECK(found[0].denied.best.document == DocumentId("d2"));
}

TEST_CASE("common: neighbours that all share, and what ties two groups", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const EdgeReader reader(source, {});
  const auto shared = common_neighbours(reader, {EntityKey("gpe:turkey"), EntityKey("gpe:russia")});
  std::vector<std::string> names;
  for (const auto& neighbour : shared) {
    names.push_back(neighbour.entity.str());
    REQUIRE(neighbour.ties.size() == 2);
    CHECK_FALSE(neighbour.ties[0].empty());
    CHECK_FALSE(neighbour.ties[1].empty());
  }
  CHECK(names == std::vector<std::string>{"org:un", "per:erdogan"});
  CHECK(common_neighbours(reader, {EntityKey("per:peskov"), EntityKey("fac:m5")}).empty());

  const auto edges = edges_between(reader, {EntityKey("gpe:turkey"), EntityKey("per:erdogan")}, {EntityKey("gpe:russia"), EntityKey("per:erdogan")});
  for (const auto& edge : edges) CHECK(edge.key.source != edge.key.target);
  CHECK(edges.size() == 5);  // Russia and Turkey 3 (one of them denied), Erdogan and Russia, Erdogan and Turkey
}

TEST_CASE("claim filter: speakers, outlets, languages, days of publication", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const auto count = [&](const ViewFilter& filter) {
    std::size_t edges = 0;
    EdgeReader(source, filter).visit_edges([&](const Edge&) { return ++edges > 0; });
    return edges;
  };
  ViewFilter filter;
  filter.asserted_by = {EntityKey("per:borenkov")};
  CHECK(count(filter) == 2);
  filter.denied_by = {EntityKey("per:peskov")};
  CHECK(count(filter) == 3);
  filter.asserted_by.clear();
  CHECK(count(filter) == 1);
  ViewFilter outlets;
  outlets.sources = {"Daily Courier", "Levant Wire"};
  ViewFilter english;
  english.languages = {"en"};
  CHECK(count(outlets) == count(english));
  CHECK(count(english) > 5);
  ViewFilter early;
  early.as_of = "2020-02-12";
  CHECK(count(early) == 6);
  ViewFilter sure;
  sure.min_confidence = 0.95F;
  CHECK(count(sure) == 0);
  ViewFilter possible;
  possible.modalities = {Modality::kPossible, Modality::kNecessary};
  CHECK(count(possible) == 2);
}
