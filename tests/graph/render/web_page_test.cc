#include "graph/render/web_page.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "graph/render/positions.h"
#include "tests/graph/render/page_data.h"
#include "tests/graph/render/request_of.h"
#include "tests/graph/support/graph_builder.h"

using namespace isnad;
using nlohmann::json;

namespace {

testing::MemoryClaimSource two_articles() {
  testing::GraphBuilder graph;
  graph.entity("gpe:a", EntityType::kGpe, "ألف", "Alpha").entity("gpe:b", EntityType::kGpe, "باء", "Beta");
  testing::ClaimSpec accuses{"Alpha", "gpe:a", RelationType::kAccuse, "accuses", "Beta", "gpe:b", "يتهم", "accuses"};
  graph.document("one", "Agency", "2020-01-01", "en").sentence("Alpha accuses Beta", {accuses});
  accuses.speaker = "Beta";
  accuses.speaker_entity = "gpe:b";
  accuses.polarity = Polarity::kDenied;
  graph.document("two", "Paper", "", "en").sentence("Beta says no: Alpha accuses Beta", {accuses});
  return graph.build();
}

}  // namespace

TEST_CASE("web page: every arrow has its sentences, speakers, dates and sources", "[graph][render]") {
  const auto source = two_articles();
  const std::string page = render::web_page(source, testing::request_of(source, "ar", {EntityKey("gpe:a")}));
  CHECK(page.find("dir=\"rtl\"") != std::string::npos);
  CHECK(page.find("<title>العلاقات حول ألف</title>") != std::string::npos);
  const json data = testing::page_data(page);
  CHECK(data["title"][1] == "Relations around Alpha");
  REQUIRE(data["nodes"].size() == 2);
  CHECK(data["nodes"][0]["names"] == json::array({"ألف", "Alpha"}));
  CHECK(data["nodes"][0]["focus"] == true);
  REQUIRE(data["edges"].size() == 2);
  CHECK(data["dates"] == json::array({"2020-01-01"}));
  const json& said = data["edges"][0];
  CHECK(said["denied"] == false);
  CHECK(said["labels"] == json::array({"يتهم", "accuses"}));
  CHECK(said["facts"][0][0] == 0);
  const json& proof = said["proofs"][0];
  CHECK(data["sentences"][proof["sentence"].get<std::size_t>()]["text"] == "Alpha accuses Beta");
  CHECK(proof["marks"] == json::array({json::array({0, 5, "s"}), json::array({6, 13, "r"}), json::array({14, 18, "o"})}));
  CHECK(proof["who"] == "");
  const json& denied = data["edges"][1];
  CHECK(denied["denied"] == true);
  CHECK(denied["labels"] == json::array({"لا يتهم", "does not accuse"}));
  CHECK(denied["proofs"][0]["who"] == "باء");
  CHECK(denied["facts"][0][0] == -1);
}

TEST_CASE("web page: the same request gives the same bytes", "[graph][render]") {
  const auto source = two_articles();
  CHECK(render::web_page(source, testing::request_of(source, "en", {EntityKey("gpe:a")})) == render::web_page(source, testing::request_of(source, "en", {EntityKey("gpe:a")})));
}

TEST_CASE("web page: an empty selection says so", "[graph][render]") {
  const auto source = two_articles();
  render::DiagramRequest request;
  request.lang = "en";
  const json data = testing::page_data(render::web_page(source, request));
  CHECK(data["nodes"].empty());
  CHECK(data["subtitle"][1] == "No relations match this selection.");
}

TEST_CASE("web page: asks nothing of the network", "[graph][render]") {
  const auto source = two_articles();
  const std::string page = render::web_page(source, testing::request_of(source, "en", {EntityKey("gpe:a")}));
  CHECK(page.find("default-src 'none'") != std::string::npos);
  for (const std::string_view from_outside : {"<script src", "<link", "@import", "url(http"}) CHECK(page.find(from_outside) == std::string::npos);
}

TEST_CASE("positions: nodes do not overlap, whatever the graph", "[graph][render]") {
  std::vector<render::Extent> nodes(30, {120, 40});
  std::vector<std::pair<std::size_t, std::size_t>> arrows = {{5, 5}};
  for (std::size_t i = 1; i < nodes.size(); ++i) arrows.emplace_back(i % 4, i);
  for (const auto deadline : {std::chrono::milliseconds(20'000), std::chrono::milliseconds(0)}) {
    const auto places = render::positions(nodes, arrows, deadline);
    REQUIRE(places.size() == nodes.size());
    for (std::size_t a = 0; a < nodes.size(); ++a) {
      for (std::size_t b = a + 1; b < nodes.size(); ++b) {
        const bool apart = std::abs(places[a].x - places[b].x) >= 120 || std::abs(places[a].y - places[b].y) >= 40;
        CAPTURE(a, b, deadline.count());
        CHECK(apart);
      }
    }
  }
}
