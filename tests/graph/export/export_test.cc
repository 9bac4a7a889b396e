#include "graph/export/export.h"

#include <graphviz/cgraph.h>
#include <libxml/parser.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "graph/export/record_formats.h"
#include "graph/model/error.h"
#include "tests/graph/support/graph_builder.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using exporting::ExportRequest;
using exporting::Format;
using exporting::What;
using Json = nlohmann::json;

namespace {

std::string exported(const ClaimSource& source, What what, Format format, bool by_document = false) {
  std::ostringstream out;
  exporting::write_export(source, ExportRequest{what, format, by_document}, out);
  return out.str();
}

std::vector<Json> json_lines(const std::string& text) {
  std::vector<Json> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.push_back(Json::parse(line));
  return out;
}

/// RFC 4180, as any reader does it.
std::vector<std::vector<std::string>> csv_rows(const std::string& text) {
  std::vector<std::vector<std::string>> rows(1);
  std::string field;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted) {
      if (text[i] != '"') {
        field += text[i];
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        field += text[++i];
      } else {
        quoted = false;
      }
    } else if (text[i] == '"') {
      quoted = true;
    } else if (text[i] == ',') {
      rows.back().push_back(std::move(field));
      field.clear();
    } else if (text.compare(i, 2, "\r\n") == 0) {
      rows.back().push_back(std::move(field));
      field.clear();
      rows.emplace_back();
      ++i;
    } else {
      field += text[i];
    }
  }
  rows.pop_back();
  return rows;
}

std::size_t count_edges(const ClaimSource& source) {
  std::size_t count = 0;
  source.visit_edges([&](const Edge&) { return ++count > 0; });
  return count;
}

std::size_t count_entities(const ClaimSource& source) {
  std::size_t count = 0;
  source.visit_entities([&](const Entity&) { return ++count > 0; });
  return count;
}

void count_elements(const xmlNode* node, std::map<std::string, std::size_t>& counts) {
  for (; node != nullptr; node = node->next) {
    if (node->type != XML_ELEMENT_NODE) continue;
    ++counts[reinterpret_cast<const char*>(node->name)];
    count_elements(node->children, counts);
  }
}

std::map<std::string, std::size_t> element_counts(const std::string& xml) {
  const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
      xmlReadMemory(xml.data(), static_cast<int>(xml.size()), "test.xml", nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR),
      xmlFreeDoc);
  REQUIRE(document != nullptr);
  std::map<std::string, std::size_t> counts;
  count_elements(xmlDocGetRootElement(document.get()), counts);
  return counts;
}

/// A graph whose every string tries to break out of its format.
testing::MemoryClaimSource hostile_graph() {
  const std::string name = "<a href=\"x\">&amp;\\N\"'\n\r\t,;\x01|{}]]>\x7F";
  testing::GraphBuilder graph;
  graph.entity("k<&\"'>\n", EntityType::kPerson, name, name + "2", {name + "3"})
      .entity("other key", EntityType::kOrganisation, "", name);
  testing::ClaimSpec spec{"x", "k<&\"'>\n", RelationType::kAccuse, "x", "x", "other key", name, name};
  graph.document("doc <\"> 1\n", name, "2020", "en").sentence("x " + name, {spec});
  return graph.build();
}

}  // namespace

TEST_CASE("export: edges by document are what scorers read", "[graph][export]") {
  const auto source = testing::idlib_graph();
  const auto lines = json_lines(exported(source, What::kEdges, Format::kJsonl, true));
  std::map<std::string, std::size_t> claims_of;  // by document
  for (const auto& line : lines) {
    for (const auto* field : {"doc", "s", "o", "rel", "neg", "claims"}) REQUIRE(line.contains(field));
    REQUIRE(line["s"].is_array());
    REQUIRE_FALSE(line["s"].empty());
    for (const auto& id : line["claims"]) {
      CHECK(id.get<std::string>().rfind(line["doc"].get<std::string>() + "#", 0) == 0);
      ++claims_of[line["doc"]];
    }
  }
  source.visit_claims([&](const Claim& claim) {
    if (edge_key_of(claim)) --claims_of[claim.document.str()];
    return true;
  });
  for (const auto& [document, left] : claims_of) CHECK(left == 0);

  const auto kremlin =
      std::find_if(lines.begin(), lines.end(), [](const Json& line) { return line["doc"] == "en1" && line["rel"] == "ACCUSE"; });
  REQUIRE(kremlin != lines.end());
  CHECK((*kremlin)["s"] == Json::array({"الكرملين", "Kremlin"}));
  CHECK((*kremlin)["o"] == Json::array({"تركيا", "Turkey", "أنقرة", "Ankara"}));
  CHECK((*kremlin)["neg"] == false);
  CHECK((*kremlin)["claims"] == Json::array({"en1#0#0"}));
}

TEST_CASE("export: JSON lines and CSV hold every record", "[graph][export]") {
  const auto source = testing::idlib_graph();
  std::size_t claims = 0;
  source.visit_claims([&](const Claim&) { return ++claims > 0; });
  CHECK(json_lines(exported(source, What::kClaims, Format::kJsonl)).size() == claims);
  CHECK(json_lines(exported(source, What::kEdges, Format::kJsonl)).size() == count_edges(source));
  CHECK(json_lines(exported(source, What::kEntities, Format::kJsonl)).size() == count_entities(source));
  CHECK(csv_rows(exported(source, What::kClaims, Format::kCsv)).size() == claims + 1);
  CHECK(csv_rows(exported(source, What::kEdges, Format::kCsv)).size() == count_edges(source) + 1);
  CHECK(csv_rows(exported(source, What::kEntities, Format::kCsv)).size() == count_entities(source) + 1);
  const auto first = json_lines(exported(source, What::kClaims, Format::kJsonl)).front();
  CHECK(first["sent"] == "ar1#0");
  CHECK(first["sentence"] == "اتهم الكرملين تركيا بأنها لم تفِ بما تعهدت به في محافظة إدلب.");
  CHECK(first["published"] == "2020-02-13");
}

TEST_CASE("export: a deed that is only mentioned has its type as what it mentions", "[graph][export]") {
  testing::GraphBuilder graph;
  graph.entity("gpe:a", EntityType::kGpe, "أ", "A");
  graph.entity("gpe:b", EntityType::kGpe, "ب", "B");
  graph.document("d1", "Post", "2020-03-01", "en");
  graph.sentence("A once shelled B .", {{.subject = "A", .subject_entity = "gpe:a", .type = RelationType::kAssault, .relation = "shelled",
                                         .object = "B", .object_entity = "gpe:b", .mentioned = true}});
  const auto source = graph.build();
  const auto claim = json_lines(exported(source, What::kClaims, Format::kJsonl)).front();
  CHECK(claim["type"] == "OTHER");
  CHECK(claim["mentions"] == "ASSAULT");
  CHECK(json_lines(exported(source, What::kEdges, Format::kJsonl)).front()["rel"] == "ASSAULT");
}

TEST_CASE("export: every row of a table has as many fields as its head, whatever the names", "[graph][export]") {
  const auto source = hostile_graph();
  for (const auto what : {What::kClaims, What::kEdges, What::kEntities}) {
    const auto rows = csv_rows(exported(source, what, Format::kCsv));
    REQUIRE(rows.size() >= 2);
    for (const auto& row : rows) CHECK(row.size() == rows.front().size());
  }
  CHECK(csv_rows(exported(source, What::kEdges, Format::kCsv))[1][0] == "k<&\"'>\n");
}

TEST_CASE("export: sentences stand on one clean line, whatever the article holds", "[graph][export]") {
  const auto source = hostile_graph();
  const std::string sentence = "x <a href=\"x\">&amp;\\N\"' ,;|{}]]>";
  CHECK(json_lines(exported(source, What::kClaims, Format::kJsonl)).front()["sentence"] == sentence);
  const auto rows = csv_rows(exported(source, What::kClaims, Format::kCsv));
  const auto column = std::find(rows[0].begin(), rows[0].end(), "sentence") - rows[0].begin();
  CHECK(rows[1].at(static_cast<std::size_t>(column)) == sentence);
}

TEST_CASE("export: chosen claims make the same table as all of them", "[graph][export]") {
  const auto source = testing::idlib_graph();
  std::ostringstream out;
  exporting::write_claim_csv_head(out);
  source.visit_claims(
      [&](const Claim& claim) { return exporting::write_claim_csv(out, claim, *source.document(claim.document)); });
  CHECK(out.str() == exported(source, What::kClaims, Format::kCsv));
}

TEST_CASE("export: GraphML and GEXF are well-formed and whole, whatever the names", "[graph][export]") {
  const auto news = testing::idlib_graph();
  const auto hostile = hostile_graph();
  for (const ClaimSource* source : {static_cast<const ClaimSource*>(&news), static_cast<const ClaimSource*>(&hostile)}) {
    for (const auto format : {Format::kGraphml, Format::kGexf}) {
      auto counts = element_counts(exported(*source, What::kEdges, format));
      CHECK(counts["node"] == count_entities(*source));
      CHECK(counts["edge"] == count_edges(*source));
      CHECK(counts["a"] == 0);
    }
  }
}

TEST_CASE("export: GEXF gives edges whole days", "[graph][export]") {
  const auto gexf = exported(hostile_graph(), What::kEdges, Format::kGexf);
  CHECK(gexf.find("start=\"2020-01-01\" end=\"2020-12-31\"") != std::string::npos);
}

TEST_CASE("export: Graphviz reads the DOT, whatever the names", "[graph][export]") {
  const auto news = testing::idlib_graph();
  const auto hostile = hostile_graph();
  for (const ClaimSource* source : {static_cast<const ClaimSource*>(&news), static_cast<const ClaimSource*>(&hostile)}) {
    const std::unique_ptr<Agraph_t, int (*)(Agraph_t*)> graph(agmemread(exported(*source, What::kEdges, Format::kDot).c_str()),
                                                              agclose);
    REQUIRE(graph != nullptr);
    CHECK(static_cast<std::size_t>(agnnodes(graph.get())) == count_entities(*source));
    CHECK(static_cast<std::size_t>(agnedges(graph.get())) == count_edges(*source));
  }
}

TEST_CASE("export: N-Quads and Turtle keep to their grammar, whatever the names", "[graph][export]") {
  const auto news = testing::idlib_graph();
  const auto hostile = hostile_graph();
  for (const ClaimSource* source : {static_cast<const ClaimSource*>(&news), static_cast<const ClaimSource*>(&hostile)}) {
    std::istringstream lines(exported(*source, What::kEdges, Format::kNquads));
    std::size_t statements = 0;
    for (std::string line; std::getline(lines, line); ++statements) {
      CAPTURE(line);
      CHECK(line.rfind("<urn:isnad:", 0) == 0);
      REQUIRE(line.size() > 3);
      CHECK(line.substr(line.size() - 2) == " .");
      CHECK(std::none_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
      // Outside literals there are no quotes; inside, none without a backslash.
      bool inside = false;
      for (std::size_t i = 0; i < line.size(); ++i) {
        if (inside && line[i] == '\\') {
          ++i;
        } else if (line[i] == '"') {
          inside = !inside;
        } else if (!inside && line[i] == '<') {
          const auto end = line.find_first_of("<>\"{}|^`\\ ", i + 1);
          REQUIRE(end != std::string::npos);
          CHECK(line[end] == '>');
        }
      }
      CHECK_FALSE(inside);
    }
    CHECK(statements > count_entities(*source));
    CHECK(exported(*source, What::kEdges, Format::kTurtle).find("rdf-schema#label") != std::string::npos);
  }
  const auto quads = exported(news, What::kEdges, Format::kNquads);
  CHECK(quads.find("<urn:isnad:entity:gpe%3Aturkey> <urn:isnad:denied:AGREE> <urn:isnad:entity:gpe%3Arussia> "
                   "<urn:isnad:document:ar1> .\n") != std::string::npos);
  CHECK(quads.find("<http://www.w3.org/2000/01/rdf-schema#label> \"تركيا\"@ar .") != std::string::npos);
}

TEST_CASE("export: N-Quads and JSON-LD tell where each statement comes from", "[graph][export]") {
  testing::GraphBuilder graph;
  graph.entity("gpe:a", EntityType::kGpe, "ألف", "Alpha").entity("gpe:b", EntityType::kGpe, "باء", "Beta", {"B"}).entity("per:c", EntityType::kPerson, "", "Gamma");
  testing::ClaimSpec accuses{"Alpha", "gpe:a", RelationType::kAccuse, "accuses", "Beta", "gpe:b", "يتهم", "accuses"};
  accuses.speaker = "Gamma";
  accuses.speaker_entity = "per:c";
  graph.document("one", "Agency", "2020-01-01", "en").sentence("Gamma: Alpha accuses Beta", {accuses});
  const auto source = graph.build();
  const auto quads = exported(source, What::kEdges, Format::kNquads);
  for (const std::string_view part :
       {"<http://www.w3.org/ns/prov#wasQuotedFrom> <urn:isnad:document:one> .\n", "<http://www.w3.org/ns/prov#wasAttributedTo> <urn:isnad:entity:per%3Ac> .\n",
        "<http://www.w3.org/ns/prov#value> \"Gamma: Alpha accuses Beta\" .\n", "<urn:isnad:document:one> <http://purl.org/dc/terms/publisher> \"Agency\" .\n"}) {
    CAPTURE(part);
    CHECK(quads.find(part) != std::string::npos);
  }
  const Json ld = Json::parse(exported(source, What::kEdges, Format::kJsonld));
  REQUIRE(ld["@graph"].size() == 5);
  CHECK(ld["@graph"][0] == Json::parse(R"({"@id": "urn:isnad:entity:gpe%3Aa", "@type": "urn:isnad:class:GPE", "label": {"ar": "ألف", "en": "Alpha"}})"));
  CHECK(ld["@graph"][1]["alias"].dump().find("\"B\"") != std::string::npos);
  const Json& claim = ld["@graph"][4];
  CHECK(claim["subject"] == "urn:isnad:entity:gpe%3Aa");
  CHECK(claim["predicate"] == "urn:isnad:relation:ACCUSE");
  CHECK(claim["document"] == ld["@graph"][3]["@id"]);
  CHECK(claim["speaker"] == Json::array({"urn:isnad:entity:per%3Ac"}));
  CHECK(claim["sentence"] == "Gamma: Alpha accuses Beta");
  for (const auto& [term, meaning] : claim.items()) CHECK((term[0] == '@' || ld["@context"].contains(term)));
}

TEST_CASE("export: refuses what a format cannot hold", "[graph][export]") {
  const testing::MemoryClaimSource source;
  CHECK_THROWS_AS(exported(source, What::kClaims, Format::kGraphml), UsageError);
  CHECK_THROWS_AS(exported(source, What::kEdges, Format::kCsv, true), UsageError);
  CHECK_THROWS_AS(exported(source, What::kClaims, Format::kJsonl, true), UsageError);
  CHECK(exporting::format_from("gexf") == Format::kGexf);
  CHECK_FALSE(exporting::format_from("xlsx"));
  CHECK(exporting::what_from("entities") == What::kEntities);
}

TEST_CASE("export: stops when its reader has gone", "[graph][export]") {
  const auto source = testing::idlib_graph();
  std::ostringstream out;
  out.setstate(std::ios::badbit);
  for (const auto format :
       {Format::kJsonl, Format::kCsv, Format::kGraphml, Format::kGexf, Format::kDot, Format::kNquads, Format::kTurtle, Format::kJsonld}) {
    CHECK_NOTHROW(exporting::write_export(source, {What::kEdges, format, false}, out));
  }
  CHECK(out.str().empty());
}
