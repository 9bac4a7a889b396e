// Boxes around groups: who is in them, what they are called, and that nothing lies where it does not belong.

#include <graphviz/gvc.h>

#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "graph/render/build_diagram.h"
#include "graph/render/cgraph_wrap.h"
#include "graph/render/child_process.h"
#include "graph/render/dot_writer.h"
#include "graph/render/geometry.h"
#include "graph/render/layout.h"
#include "graph/render/theme.h"
#include "tests/graph/render/request_of.h"
#include "tests/graph/render/xml_tree.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using namespace std::chrono_literals;
using render::Diagram;

namespace {

Diagram grouped(const std::string& lang, render::GroupKind kind = render::GroupKind::kSides) {
  const auto source = testing::idlib_graph();
  auto request = testing::request_of(source, lang);
  request.groups = {{EntityKey("gpe:turkey"), EntityKey("per:erdogan")},
                    {EntityKey("gpe:russia"), EntityKey("org:kremlin"), EntityKey("gpe:turkey")}};
  request.group_kind = kind;
  return render::build_diagram(source, request);
}

/// Groups of some actors each, some in none, with labelled arrows within and between.
Diagram made(std::size_t nodes, const std::string& lang, unsigned seed) {
  std::mt19937 random(seed);
  Diagram out;
  out.lang = lang;
  out.groups.resize(3);
  for (std::size_t i = 0; i < nodes; ++i) {
    const std::string name = (lang == "ar" ? "وزارة الدفاع " : "Ministry of defence ") + std::to_string(i);
    out.nodes.push_back({EntityKey("org:" + std::to_string(i)), name, "", EntityType::kOrganisation, 3, false});
    if (i % 4 != 3) out.groups[i % 4].nodes.push_back(i);
    for (std::size_t k = 0; k < 2 && i > 0; ++k) {
      render::DiagramArrow arrow;
      arrow.source = i;
      arrow.target = random() % i;
      arrow.lines.push_back({lang == "ar" ? "يتهم بدعم" : "accuses of supporting", RelationType::kAccuse, 1, 1, {}});
      out.arrows.push_back(arrow);
    }
  }
  for (auto& group : out.groups) group.title = (lang == "ar" ? "مع " : "With ") + out.nodes[group.nodes.front()].name;
  return out;
}

/// Returns: what is wrong with the layout of a grouped diagram, a line each. Runs in a child, as Graphviz keeps global state.
std::string faults(const Diagram& diagram) {
  const auto result = render::run_in_child(
      [&] {
        GVC_t* gvc = gvContext();
        const render::Graph graph(agmemread(render::c(render::to_dot(diagram, {"dot", false, false, false}))));
        gvLayout(gvc, graph.get(), "dot");
        std::string out;
        std::map<std::string, render::Rect> nodes;
        std::vector<render::Rect> labels;
        for (Agnode_t* node = agfstnode(graph.get()); node != nullptr; node = agnxtnode(graph.get(), node)) {
          nodes[agnameof(node)] = render::box_around({ND_coord(node).x, ND_coord(node).y}, {ND_width(node) * 72, ND_height(node) * 72}, -0.5);
          for (Agedge_t* edge = agfstout(graph.get(), node); edge != nullptr; edge = agnxtout(graph.get(), edge)) {
            const textlabel_t* label = ED_label(edge);
            labels.push_back(render::box_around({label->pos.x, label->pos.y}, {label->dimen.x, label->dimen.y}, -0.5));
          }
        }
        for (std::size_t i = 0; i < diagram.groups.size(); ++i) {
          Agraph_t* cluster = agsubg(graph.get(), render::c("cluster" + std::to_string(i)), 0);
          if (cluster == nullptr || GD_label(cluster) == nullptr) return std::string("no box");
          const boxf& bb = GD_bb(cluster);
          const render::Rect box{bb.LL.x, bb.LL.y, bb.UR.x, bb.UR.y};
          const textlabel_t& label = *GD_label(cluster);
          const render::Rect title = render::box_around({label.pos.x, label.pos.y}, {label.dimen.x, label.dimen.y}, -0.5);
          const bool outside = title.left < box.left || title.right > box.right || title.top > box.top;
          if (!box.empty() && outside) out += "title outside " + std::to_string(i) + "\n";
          for (std::size_t n = 0; n < diagram.nodes.size(); ++n) {
            const auto& members = diagram.groups[i].nodes;
            const bool member = std::find(members.begin(), members.end(), n) != members.end();
            const auto& node = nodes.at("n" + std::to_string(n));
            if (overlap(node, box) != member) out += "node " + std::to_string(n) + (member ? " not in " : " in ") + std::to_string(i) + "\n";
            if (overlap(node, title)) out += "title of " + std::to_string(i) + " on node " + std::to_string(n) + "\n";
          }
          for (const auto& arrow : labels) {
            if (overlap(arrow, title)) out += "label on title of " + std::to_string(i) + "\n";
          }
        }
        return out;
      },
      60s);
  REQUIRE(result.outcome == render::ChildResult::Outcome::kDone);
  return result.bytes;
}

}  // namespace

TEST_CASE("groups: called by their best attested member; nobody is in two", "[graph][render][groups]") {
  const Diagram diagram = grouped("en");
  REQUIRE(diagram.groups.size() == 2);
  CHECK(diagram.groups[0].title == "With Turkey");
  std::vector<std::size_t> all = diagram.groups[0].nodes;
  all.insert(all.end(), diagram.groups[1].nodes.begin(), diagram.groups[1].nodes.end());
  std::sort(all.begin(), all.end());
  CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
  CHECK(diagram.remark.find("one side") != std::string::npos);
  CHECK(grouped("ar", render::GroupKind::kCommunities).groups[0].title == "حول تركيا");
}

TEST_CASE("groups: members are in their box, others outside, and titles lie on nobody", "[graph][render][groups]") {
  for (const auto* lang : {"ar", "en"}) {
    CHECK(faults(grouped(lang)).empty());
    for (const unsigned seed : {1U, 2U, 3U, 4U, 7U, 8U}) {
      CAPTURE(lang, seed);
      CHECK(faults(made(10 + seed % 5 * 5, lang, seed)) == "");
    }
  }
}

TEST_CASE("groups: boxes with their titles are on the sheet, tinted, and grey in print", "[graph][render][groups]") {
  for (const auto* lang : {"ar", "en"}) {
    const auto svg = render::render(grouped(lang), {}).bytes;
    const auto root = testing::parse_xml(svg);
    std::size_t boxes = 0;
    for (const auto* element : testing::all_elements(root)) {
      const auto kind = element->attributes.find("class");
      if (kind == element->attributes.end() || kind->second != "cluster") continue;
      ++boxes;
      REQUIRE_FALSE(element->children.empty());
      CHECK(testing::texts_of(*element, "path").size() == 1);
      CHECK(testing::texts_of(*element, "text").size() == 1);
    }
    CHECK(boxes == 2);
    CHECK(svg.find("#eaf3f9") != std::string::npos);
    CHECK(render::themed_svg(svg, render::print_theme()).find("#eaf3f9") == std::string::npos);
  }
}

TEST_CASE("groups: where no boxes are drawn the tint is the nodes'", "[graph][render][groups]") {
  render::RenderOptions options;
  options.engine = "sfdp";
  const auto svg = render::render(grouped("en"), options).bytes;
  CHECK(svg.find("#eaf3f9") != std::string::npos);
  CHECK(svg.find("class=\"cluster\"") == std::string::npos);
}

TEST_CASE("groups: a title with marks of markup is text", "[graph][render][groups]") {
  Diagram diagram = made(6, "en", 1);
  diagram.groups[0].title = "<b>\"x\\N&amp;</b><script>";
  const auto root = testing::parse_xml(render::render(diagram, {}).bytes);
  CHECK(testing::texts_of(root, "script").empty());
  bool found = false;
  for (const auto& text : testing::texts_of(root, "text")) found = found || text.find("<b>\"x\\N&") != std::string::npos;
  CHECK(found);
}
