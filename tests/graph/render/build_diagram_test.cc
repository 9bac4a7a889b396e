#include "graph/render/build_diagram.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "graph/query/neighbourhood.h"
#include "tests/graph/support/graph_builder.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using render::build_diagram;
using render::Diagram;
using render::DiagramArrow;
using render::DiagramRequest;

namespace {

DiagramRequest around_turkey(const ClaimSource& source, const std::string& lang) {
  query::NeighbourhoodQuery query;
  query.centres = {EntityKey("gpe:turkey")};
  query.depth = 2;
  auto found = query::neighbourhood(query::EdgeReader(source, {}), query);
  DiagramRequest request;
  request.lang = lang;
  request.focus = query.centres;
  request.nodes = std::move(found.nodes);
  request.edges = std::move(found.edges);
  return request;
}

const DiagramArrow* arrow(const Diagram& diagram, const char* from, const char* to, const char* label) {
  for (const auto& candidate : diagram.arrows) {
    if (diagram.nodes[candidate.source].entity.str() != from || diagram.nodes[candidate.target].entity.str() != to) continue;
    for (const auto& line : candidate.lines) {
      if (line.label == label) return &candidate;
    }
  }
  return nullptr;
}

}  // namespace

TEST_CASE("diagram: names in both languages, the sheet's first", "[graph][render]") {
  const auto source = testing::idlib_graph();
  const auto arabic = build_diagram(source, around_turkey(source, "ar"));
  CHECK(arabic.nodes.front().name == "تركيا");
  CHECK(arabic.nodes.front().second_name == "Turkey");
  CHECK(arabic.nodes.front().focus);
  CHECK(arabic.title == "العلاقات حول تركيا");
  CHECK(arabic.right_to_left());
  const auto english = build_diagram(source, around_turkey(source, "en"));
  CHECK(english.nodes.front().name == "Turkey");
  CHECK(english.title == "Relations around Turkey");
  CHECK(english.subtitle == "4 articles, 4 sources, 12–14 February 2020");
  CHECK(english.remark.empty());
}

TEST_CASE("diagram: neighbours for whom there was no room are folded into one node beside whom they belong to", "[graph][render]") {
  const auto source = testing::idlib_graph();
  DiagramRequest request = around_turkey(source, "en");
  request.nodes_left_out = 12;
  CHECK(build_diagram(source, request).others.empty());  // of several: only a remark
  request.left_out_of = {{EntityKey("gpe:turkey"), 12}};
  const auto english = build_diagram(source, request);
  REQUIRE(english.others.size() == 1);
  CHECK(english.others[0].text == "and 12 others");
  CHECK(english.nodes.at(english.others[0].of).entity == EntityKey("gpe:turkey"));
  CHECK(english.remark == "Left out for lack of room: 12 actors");
  request.lang = "ar";
  CHECK(build_diagram(source, request).others.at(0).text == "و12 آخرون");
  request.left_out_of = {{EntityKey("gpe:turkey"), 1}};
  CHECK(build_diagram(source, request).others.at(0).text == "وآخر");
}

TEST_CASE("diagram: of several nodes those with most neighbours left out have them folded, a single one nowhere", "[graph][render]") {
  const auto source = testing::idlib_graph();
  DiagramRequest request = around_turkey(source, "en");
  request.left_out_of = {{EntityKey("gpe:turkey"), 7}, {EntityKey("gpe:nowhere"), 5}, {EntityKey("gpe:russia"), 2}, {EntityKey("org:kremlin"), 1}};
  const auto diagram = build_diagram(source, request);
  REQUIRE(diagram.others.size() == 2);
  CHECK(diagram.others[0].text == "and 7 others");
  CHECK(diagram.others[1].text == "and 2 others");
  CHECK(diagram.nodes.at(diagram.others[1].of).entity == EntityKey("gpe:russia"));
  request.left_out_of.assign(10, {EntityKey("gpe:turkey"), 3});
  CHECK(build_diagram(source, request).others.size() == 6);
}

TEST_CASE("diagram: arrows tell when and by how many sources where that is asked for", "[graph][render]") {
  const auto source = testing::idlib_graph();
  DiagramRequest request = around_turkey(source, "en");
  for (const auto& each : build_diagram(source, request).arrows) CHECK(each.lines.front().detail.empty());
  request.with_dates = true;
  request.with_sources = true;
  const auto diagram = build_diagram(source, request);
  REQUIRE_FALSE(diagram.arrows.empty());
  for (const auto& each : diagram.arrows) {
    CHECK(each.lines.front().detail.find("February 2020, ") != std::string::npos);
    CHECK(each.lines.front().detail.find(" source") != std::string::npos);
  }
}

TEST_CASE("diagram: labels in the language asked for, the most frequent of an edge", "[graph][render]") {
  const auto source = testing::idlib_graph();
  const auto english = build_diagram(source, around_turkey(source, "en"));
  const auto* support = arrow(english, "gpe:russia", "org:syrian-regime", "supports");  // twice; "backs" once
  REQUIRE(support != nullptr);
  CHECK(support->claims == 3);
  CHECK(support->sources == 3);
  CHECK(support->family == RelationFamily::kCooperation);
  CHECK(arrow(english, "org:kremlin", "gpe:turkey", "accuses") != nullptr);
  const auto arabic = build_diagram(source, around_turkey(source, "ar"));
  CHECK(arrow(arabic, "org:kremlin", "gpe:turkey", "يتهم") != nullptr);
}

TEST_CASE("diagram: denied and possible relations stand apart from facts", "[graph][render]") {
  const auto source = testing::idlib_graph();
  const auto diagram = build_diagram(source, around_turkey(source, "en"));
  const auto* denied = arrow(diagram, "gpe:turkey", "gpe:russia", "does not keep its agreements with");
  REQUIRE(denied != nullptr);
  CHECK(denied->polarity == Polarity::kDenied);
  const auto* strike = arrow(diagram, "per:erdogan", "org:syrian-regime", "strikes");
  REQUIRE(strike != nullptr);
  CHECK(strike->modality == Modality::kPossible);
  CHECK(arrow(diagram, "per:erdogan", "org:syrian-regime", "threatens")->modality == Modality::kFact);
}

TEST_CASE("diagram: relations of one family share an arrow", "[graph][render]") {
  testing::GraphBuilder graph;
  graph.entity("a", EntityType::kPerson, "", "Ann").entity("b", EntityType::kPerson, "", "Bob");
  graph.document("d", "s", "2020-01-01", "en");
  graph.edge("a", RelationType::kAccuse, "b").edge("a", RelationType::kThreaten, "b").edge("a", RelationType::kThreaten, "b");
  graph.edge("a", RelationType::kAid, "b").edge("b", RelationType::kAccuse, "a");
  const auto source = graph.build();
  DiagramRequest request;
  request.lang = "en";
  source.visit_edges([&](const Edge& edge) {
    request.edges.push_back(edge);
    return true;
  });
  const auto diagram = build_diagram(source, request);
  REQUIRE(diagram.arrows.size() == 3);
  const auto* conflict = arrow(diagram, "a", "b", "accuses");
  REQUIRE(conflict != nullptr);
  REQUIRE(conflict->lines.size() == 2);
  CHECK(conflict->lines.front().label == "threatens");  // twice
  CHECK(conflict->claims == 3);
}

TEST_CASE("diagram: an unknown relation beside a known one is not drawn", "[graph][render]") {
  testing::GraphBuilder graph;
  graph.entity("a", EntityType::kPerson, "", "Ann").entity("b", EntityType::kPerson, "", "Bob");
  graph.document("d", "s", "2020-01-01", "en");
  graph.edge("a", RelationType::kOther, "b").edge("a", RelationType::kAid, "b").edge("b", RelationType::kOther, "a");
  graph.edge("a", RelationType::kOther, "b", Polarity::kDenied);
  const auto source = graph.build();
  DiagramRequest request;
  request.lang = "en";
  source.visit_edges([&](const Edge& edge) {
    request.edges.push_back(edge);
    return true;
  });
  const auto diagram = build_diagram(source, request);
  CHECK(diagram.arrows.size() == 3);
  CHECK(arrow(diagram, "a", "b", "relates to") == nullptr);
  CHECK(arrow(diagram, "b", "a", "relates to") != nullptr);
}

TEST_CASE("diagram: a note names its article where no outlet is known", "[graph][render]") {
  testing::GraphBuilder graph;
  graph.entity("a", EntityType::kPerson, "", "Ann").entity("b", EntityType::kPerson, "", "Bob");
  graph.document("report-7", "", "2020-01-01", "en").edge("a", RelationType::kAid, "b");
  const auto source = graph.build();
  DiagramRequest request;
  source.visit_edges([&](const Edge& edge) {
    request.edges.push_back(edge);
    return true;
  });
  CHECK(build_diagram(source, request).notes.at(0).source == "report-7");
}

TEST_CASE("diagram: every note is the sentence of an arrow, numbered in order, once", "[graph][render]") {
  const auto source = testing::idlib_graph();
  const auto diagram = build_diagram(source, around_turkey(source, "ar"));
  std::set<std::uint32_t> used;
  std::uint32_t next = 1;
  for (const auto& candidate : diagram.arrows) {
    for (const auto& line : candidate.lines) {
      CHECK(line.notes.size() == 1);
      for (const auto number : line.notes) {
        REQUIRE(number >= 1);
        REQUIRE(number <= diagram.notes.size());
        CHECK(number <= next);
        if (number == next) ++next;
        used.insert(number);
      }
    }
  }
  CHECK(used.size() == diagram.notes.size());
  for (std::size_t i = 0; i < diagram.notes.size(); ++i) CHECK(diagram.notes[i].number == i + 1);
  const auto* control = arrow(diagram, "org:syrian-regime", "gpe:saraqib", "يسيطر على");
  REQUIRE(control != nullptr);
  const auto& note = diagram.notes[control->lines.front().notes.front() - 1];
  CHECK(note.sentence.find("وبسط النظام السوري سيطرته") == 0);
  CHECK(note.speaker == "يوري بورينكوف");
  CHECK(note.date == "2020-02-13");
  CHECK(note.source == "صحيفة الفجر");
  CHECK(note.lang == "ar");
}

TEST_CASE("diagram: few notes go to the best attested relations", "[graph][render]") {
  const auto source = testing::idlib_graph();
  auto request = around_turkey(source, "en");
  request.max_notes = 2;
  const auto diagram = build_diagram(source, request);
  CHECK(diagram.notes.size() == 2);
  CHECK(arrow(diagram, "gpe:russia", "org:syrian-regime", "supports")->lines.front().notes.size() == 1);
  CHECK(arrow(diagram, "org:kremlin", "gpe:turkey", "accuses")->lines.front().notes.size() == 1);
  request.max_notes = 0;
  CHECK(build_diagram(source, request).notes.empty());
}

TEST_CASE("diagram: more notes a line are other sentences", "[graph][render]") {
  const auto source = testing::idlib_graph();
  auto request = around_turkey(source, "en");
  request.notes_per_line = 2;
  const auto diagram = build_diagram(source, request);
  const auto& notes = arrow(diagram, "gpe:russia", "org:syrian-regime", "supports")->lines.front().notes;
  REQUIRE(notes.size() == 2);
  CHECK(notes[0] < notes[1]);
}

TEST_CASE("diagram: the legend explains what is drawn and nothing else", "[graph][render]") {
  const auto source = testing::idlib_graph();
  using Kind = render::LegendRow::Kind;
  const auto count = [](const Diagram& diagram, Kind kind) {
    return std::count_if(diagram.legend.begin(), diagram.legend.end(), [&](const auto& row) { return row.kind == kind; });
  };
  const auto full = build_diagram(source, around_turkey(source, "en"));
  CHECK(count(full, Kind::kFamily) == 4);
  CHECK(count(full, Kind::kDenied) == 1);
  CHECK(count(full, Kind::kUncertain) == 1);
  DiagramRequest one;
  one.lang = "en";
  source.visit_edges_of(EntityKey("per:peskov"), [&](const Edge& edge) {
    one.edges.push_back(edge);
    return true;
  });
  const auto small = build_diagram(source, one);
  CHECK(count(small, Kind::kFamily) == 1);
  CHECK(count(small, Kind::kDenied) == 0);
  CHECK(count(small, Kind::kWidth) == 0);
}

TEST_CASE("diagram: says when nothing fits, and what was left out", "[graph][render]") {
  const auto source = testing::idlib_graph();
  DiagramRequest nothing;
  nothing.lang = "en";
  const auto empty = build_diagram(source, nothing);
  CHECK(empty.nodes.empty());
  CHECK(empty.remark == "No relations match this selection.");
  auto request = around_turkey(source, "ar");
  request.nodes_left_out = 12;
  CHECK(build_diagram(source, request).remark == "لم يُرسم لضيق المكان: 12 جهة");
  DiagramRequest stranger;
  stranger.focus = {EntityKey("per:nobody")};
  CHECK(build_diagram(source, stranger).nodes.empty());
}
