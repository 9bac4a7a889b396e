#include <catch2/catch.hpp>
#include <string>

#include "graph/render/build_diagram.h"
#include "graph/render/control_chart.h"
#include "graph/render/matrix_chart.h"
#include "graph/render/svg_convert.h"
#include "graph/render/timeline_chart.h"
#include "tests/graph/render/xml_tree.h"
#include "tests/graph/render/request_of.h"
#include "tests/graph/support/graph_builder.h"

using namespace isnad;

namespace {

testing::MemoryClaimSource two_months() {
  testing::GraphBuilder graph;
  graph.entity("gpe:a", EntityType::kGpe, "ألف", "Alpha").entity("gpe:b", EntityType::kGpe, "باء", "Beta");
  testing::ClaimSpec accuses{"Alpha", "gpe:a", RelationType::kAccuse, "accuses", "Beta", "gpe:b", "يتهم", "accuses"};
  testing::ClaimSpec helps{"Beta", "gpe:b", RelationType::kAid, "helps", "Alpha", "gpe:a", "يساعد", "helps"};
  helps.event_date = "2020-01-31";
  testing::ClaimSpec other{"Beta", "gpe:b", RelationType::kOther, "hears", "Alpha", "gpe:a", "يسمع", "hears"};
  graph.document("one", "Agency", "2020-02-01", "en").sentence("Alpha accuses Beta", {accuses}).sentence("Beta helps Alpha", {helps}).sentence("Beta hears Alpha", {other});
  return graph.build();
}

std::size_t count(const std::string& svg, const std::string& name) {
  const auto root = testing::parse_xml(svg);
  std::size_t out = 0;
  for (const auto* element : testing::all_elements(root)) out += element->name == name;
  return out;
}

bool shows(const std::string& svg, const std::string& words) {
  for (const auto& text : testing::texts_of(testing::parse_xml(svg), "text")) {
    if (text == words) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("matrix: a cell for each pair, a dot for each arrow, names numbered on both sides", "[graph][render]") {
  const auto source = two_months();
  for (const std::string lang : {"en", "ar"}) {
    const auto diagram = render::build_diagram(source, testing::request_of(source, lang, {EntityKey("gpe:a")}));
    const std::string svg = render::matrix_svg(diagram);
    CHECK(shows(svg, lang == "en" ? "Alpha" : "ألف"));
    CHECK(shows(svg, "1"));
    CHECK(shows(svg, "2"));
    // Two arrows (OTHER is left out beside AID) and a sample for each family.
    CHECK(count(svg, "circle") == diagram.arrows.size() + 2);
  }
}

TEST_CASE("matrix: without arrows the sheet says so", "[graph][render]") {
  render::Diagram diagram;
  diagram.lang = "en";
  diagram.remark = "No relations match this selection.";
  const std::string svg = render::matrix_svg(diagram);
  CHECK(shows(svg, diagram.remark));
  CHECK(count(svg, "circle") == 0);
}

TEST_CASE("timeline: rows in the order of time, with event dates before articles', and their sentences", "[graph][render]") {
  const auto source = two_months();
  const auto timeline = render::build_timeline(source, testing::request_of(source, "en", {EntityKey("gpe:a")}), 10);
  REQUIRE(timeline.rows.size() == 2);
  CHECK(timeline.rows[0].date == "2020-01-31");
  CHECK(timeline.rows[0].label == "helps");
  CHECK(timeline.rows[1].date == "2020-02-01");
  REQUIRE(timeline.notes.size() == 2);
  CHECK(timeline.rows[0].notes.size() == 1);
  CHECK(timeline.remark.empty());
  const std::string svg = render::timeline_svg(timeline);
  CHECK(shows(svg, "31 January 2020"));
  CHECK(shows(svg, "“Alpha accuses Beta”"));
}

TEST_CASE("timeline: too many rows are counted, none is an answer too", "[graph][render]") {
  const auto source = two_months();
  const auto few = render::build_timeline(source, testing::request_of(source, "en", {EntityKey("gpe:a")}), 1);
  CHECK(few.rows.size() == 1);
  CHECK(few.remark == "Left out for lack of room: 1");
  render::DiagramRequest nothing;
  nothing.lang = "en";
  CHECK(shows(render::timeline_svg(render::build_timeline(source, nothing, 10)), "No dated relations match this selection."));
}

TEST_CASE("control chart: bars for each holder, hatched where two hold one place", "[graph][render]") {
  render::ControlChart chart;
  chart.title = "Who held it when";
  chart.places = {{"Saraqib", {{"Alpha", "2020-01-05", "2020-02-05", true, true, false, 1, {}}, {"Beta", "2020-02-01", "2020-03", false, false, false, 2, {}}}},
                  {"Nowhere", {{"Alpha", "someday", "2020", false, false, false, 1, {}}}}};
  const std::string svg = render::control_svg(chart);
  CHECK(shows(svg, "Saraqib"));
  CHECK_FALSE(shows(svg, "Nowhere"));
  CHECK(count(svg, "pattern") == 2);
  CHECK(shows(svg, "February 2020"));
  chart.places[0].spans[1].first = "2020-02-06";
  CHECK(count(render::control_svg(chart), "pattern") == 0);
  chart.places.clear();
  CHECK(shows(render::control_svg(chart), "Nobody says who held these places when."));
}

TEST_CASE("charts: hostile words are text", "[graph][render]") {
  for (const std::string text : {"</text><script>x</script>", "a & b \"c\"", "\xE2\x80\xAE" "abc", "bad \xFF"}) {
    render::ControlChart chart;
    chart.title = text;
    chart.places = {{text, {{text, "2020", "2020", false, false, true, 1, {}}}}};
    CAPTURE(text);
    CHECK(count(render::control_svg(chart), "script") == 0);
    render::Timeline timeline;
    timeline.title = timeline.remark = text;
    timeline.rows = {{text, text, text, text, RelationFamily::kConflict, Polarity::kDenied, Modality::kFact, 1, {1}}};
    CHECK(count(render::timeline_svg(timeline), "script") == 0);
  }
}

TEST_CASE("charts: become PDF and PNG, the same bytes each time", "[graph][render]") {
  const auto source = two_months();
  const std::string svg = render::matrix_svg(render::build_diagram(source, testing::request_of(source, "ar", {EntityKey("gpe:a")})));
  const std::string pdf = render::svg_to_pdf(svg);
  CHECK(pdf.rfind("%PDF-", 0) == 0);
  CHECK((pdf == render::svg_to_pdf(svg)));
  const std::string png = render::svg_to_png(svg, 72);
  CHECK(png.rfind("\x89PNG", 0) == 0);
  CHECK(render::svg_to_png(svg, 144).size() > png.size());
  CHECK_THROWS(render::svg_to_png("<svg", 72));
}
