#include "graph/export/event_formats.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "graph/export/export.h"
#include "graph/model/error.h"
#include "tests/graph/support/graph_builder.h"

using namespace isnad;
using exporting::actor_country;
using exporting::actor_role;

namespace {

bool is_ruritania(const EntityKey& key) { return key.str() == "gpe:ruritania"; }

std::vector<std::string> lines_of(const ClaimSource& source) {
  std::ostringstream out;
  exporting::write_events_csv(source, is_ruritania, out);
  std::istringstream in(out.str());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

testing::GraphBuilder actors() {
  testing::GraphBuilder graph;
  graph.entity("gpe:ruritania", EntityType::kGpe, "روريتانيا", "Ruritania");
  graph.entity("org:armed-forces:graustark", EntityType::kOrganisation, "جيش غراوستارك", "Graustark army");
  graph.entity("gpe:edelweiss", EntityType::kGpe, "إدلفايس", "Edelweiss");
  return graph;
}

}  // namespace

TEST_CASE("events: one line an event, its place from the same predicate, structure left out", "[graph][export][events]") {
  auto graph = actors();
  graph.document("d1", "Post", "2020-03-01", "en");
  graph.sentence("Graustark army shelled Ruritania, a neighbour, in Edelweiss .",
                 {{.subject = "Graustark army", .subject_entity = "org:armed-forces:graustark", .type = RelationType::kAssault,
                   .relation = "shelled", .object = "Ruritania", .object_entity = "gpe:ruritania", .label_en = "shells",
                   .event_date = "2020-02"},
                  {.subject = "Graustark army", .subject_entity = "org:armed-forces:graustark", .type = RelationType::kLocated,
                   .relation = "shelled", .object = "Edelweiss", .object_entity = "gpe:edelweiss"}});
  const auto lines = lines_of(graph.build());
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].starts_with("event_id,date,date_granularity,published,source,"));
  CHECK(lines[1].find(",2020-02,month,2020-03-01,org:armed-forces:graustark,Graustark army,graustark,ORG,MIL,gpe:ruritania,Ruritania,"
                      "ruritania,GPE,GOV,ASSAULT,shells,19,4,-10.0,Edelweiss,affirmed,fact,") != std::string::npos);
  CHECK(lines[1].ends_with(R"("Graustark army shelled Ruritania, a neighbour, in Edelweiss .")"));
}

TEST_CASE("events: what a sentence only mentions is told apart", "[graph][export][events]") {
  auto graph = actors();
  graph.document("d1", "Post", "2020-03-01", "en");
  graph.sentence("Ruritania condemned the army that once shelled Edelweiss .",
                 {{.subject = "army", .subject_entity = "org:armed-forces:graustark", .type = RelationType::kAssault, .relation = "shelled",
                   .object = "Edelweiss", .object_entity = "gpe:edelweiss", .mentioned = true}});
  graph.edge("gpe:ruritania", RelationType::kAid, "gpe:edelweiss");
  const auto lines = lines_of(graph.build());
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].find(",attributed_to,reported,sources,") != std::string::npos);
  CHECK(lines[1].find(",no,1,") != std::string::npos);
  CHECK(lines[2].find(",yes,1,") != std::string::npos);
}

TEST_CASE("events: an undated event has its article's day", "[graph][export][events]") {
  auto graph = actors();
  graph.document("d1", "Post", "2020-03-01", "en");
  graph.edge("gpe:ruritania", RelationType::kAid, "gpe:edelweiss");
  const auto lines = lines_of(graph.build());
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].find(",2020-03-01,article,") != std::string::npos);
  // No field here holds a comma, so that columns can be counted.
  CHECK(std::count(lines[0].begin(), lines[0].end(), ',') == std::count(lines[1].begin(), lines[1].end(), ','));
}

TEST_CASE("events: outlets that reprint one agency are one source", "[graph][export][events]") {
  auto graph = actors();
  for (const char* outlet : {"Wire A", "Wire B", "Post"}) {
    graph.document(outlet, outlet, "2020-03-01", "en");
    if (std::string(outlet).starts_with("Wire")) graph.agency("Wire");
    graph.edge("gpe:ruritania", RelationType::kAid, "gpe:edelweiss");
  }
  const auto lines = lines_of(graph.build());
  REQUIRE(lines.size() == 4);
  std::size_t credited = 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    CHECK((lines[i].find(",2,Wire,Wire ") != std::string::npos || lines[i].find(",2,,Post,") != std::string::npos));
    credited += lines[i].find(",Wire,") != std::string::npos ? 1 : 0;
  }
  CHECK(credited == 2);
}

TEST_CASE("events: who an actor is, by key", "[graph][export][events]") {
  CHECK(actor_role(EntityKey("gpe:ruritania"), is_ruritania) == "GOV");
  CHECK(actor_role(EntityKey("gpe:edelweiss"), is_ruritania).empty());
  CHECK(actor_role(EntityKey("norp:civilians:ruritania"), is_ruritania) == "CVL");
  CHECK(actor_country(EntityKey("norp:civilians:ruritania"), is_ruritania) == "ruritania");
  CHECK(actor_country(EntityKey("gpe:edelweiss"), is_ruritania).empty());
  // Free words in a key are no kind.
  CHECK(actor_role(EntityKey("name:ORG:police"), is_ruritania).empty());
  CHECK(actor_role(described_key(EntityType::kOrganisation, "police", DocumentId("d1")), is_ruritania).empty());
}

TEST_CASE("events: only as csv", "[graph][export][events]") {
  std::ostringstream out;
  exporting::ExportRequest request;
  request.what = exporting::What::kEvents;
  CHECK_THROWS_AS(exporting::write_export(actors().build(), request, out), UsageError);
  CHECK(out.str().empty());
}

TEST_CASE("events: quad classes cover exactly the types with a CAMEO code, control and travel", "[graph][export][events]") {
  for (const auto& row : relation_types()) {
    INFO(row.name);
    const bool event = !row.cameo_root.empty() || row.type == RelationType::kControl || row.type == RelationType::kTravel;
    CHECK((exporting::quad_class(row.type) != 0) == event);
  }
}
