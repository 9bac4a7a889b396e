#include "graph/render/like_layout.h"

#include <graphviz/gvc.h>

#include <catch2/catch.hpp>
#include <random>
#include <string>
#include <vector>

#include "graph/render/build_diagram.h"
#include "graph/render/cgraph_wrap.h"
#include "graph/render/child_process.h"
#include "graph/render/dot_writer.h"
#include "graph/render/layout.h"
#include "tests/graph/render/request_of.h"
#include "tests/graph/render/xml_tree.h"
#include "tests/graph/support/graph_builder.h"

using namespace isnad;
using namespace std::chrono_literals;
using render::Diagram;

namespace {

/// So many actors around some hubs, with arrows of every family.
Diagram network(std::size_t nodes, const std::string& lang, unsigned seed) {
  std::mt19937 random(seed);
  Diagram out;
  out.lang = lang;
  out.title = "Network";
  for (std::size_t i = 0; i < nodes; ++i) {
    const std::string name = lang == "ar" ? "وزارة الدفاع " + std::to_string(i) : "Ministry of defence " + std::to_string(i);
    out.nodes.push_back({EntityKey("org:" + std::to_string(i)), name, "", static_cast<EntityType>(random() % 8),
                         static_cast<std::uint32_t>(random() % 20), i == 0});
    for (std::size_t k = 0; k < 2 && i > 0; ++k) {
      render::DiagramArrow arrow;
      arrow.source = i;
      arrow.target = random() % std::min<std::size_t>(i, 4);
      arrow.family = static_cast<RelationFamily>(random() % 5);
      arrow.claims = static_cast<std::uint32_t>(1 + random() % 5);
      arrow.lines.push_back({lang == "ar" ? "يتهم بدعم" : "accuses of supporting", RelationType::kAccuse, 1, 1, {}});
      out.arrows.push_back(arrow);
    }
  }
  return out;
}

/// The first nodes of a network and the arrows between them.
Diagram first_of(Diagram diagram, std::size_t nodes) {
  diagram.nodes.resize(nodes);
  std::erase_if(diagram.arrows, [&](const render::DiagramArrow& arrow) { return arrow.source >= nodes || arrow.target >= nodes; });
  return diagram;
}

std::string svg_of(const Diagram& diagram, const render::EarlierPlaces& like = {}) {
  render::RenderOptions options;
  options.like = like;
  const auto drawing = render::render(diagram, options);
  CHECK((drawing.layout == "like") == !like.empty());
  return drawing.bytes;
}

/// Returns: how far any node that both have is from where it stood, after the best shift and one factor; in points.
double farthest_moved(const render::EarlierPlaces& before, const render::EarlierPlaces& after) {
  double n = 0, bx = 0, by = 0, ax = 0, ay = 0;
  for (const auto& [key, place] : before) {
    const auto found = after.find(key);
    if (found == after.end()) continue;
    n += 1, bx += place.x, by += place.y, ax += found->second.x, ay += found->second.y;
  }
  REQUIRE(n > 1);
  bx /= n, by /= n, ax /= n, ay /= n;
  double spread_before = 0, spread_after = 0;
  for (const auto& [key, place] : before) {
    const auto found = after.find(key);
    if (found == after.end()) continue;
    spread_before += std::hypot(place.x - bx, place.y - by);
    spread_after += std::hypot(found->second.x - ax, found->second.y - ay);
  }
  const double factor = spread_after / spread_before;
  double most = 0;
  for (const auto& [key, place] : before) {
    const auto found = after.find(key);
    if (found == after.end()) continue;
    most = std::max(most, std::hypot(found->second.x - ax - factor * (place.x - bx), found->second.y - ay - factor * (place.y - by)));
  }
  return most;
}

/// Returns: pairs of boxes of nodes and arrow labels that overlap when the diagram is laid out like an earlier one. In a child, as
/// Graphviz keeps global state.
std::size_t overlaps(const Diagram& diagram, const render::EarlierPlaces& earlier) {
  const auto result = render::run_in_child(
      [&] {
        GVC_t* gvc = gvContext();
        const render::Graph graph(agmemread(render::c(render::to_dot(diagram, {"nop", false, false, false}))));
        static_cast<void>(render::lay_out_like(gvc, graph.get(), earlier));
        // As the sheet does: what was placed is read back.
        gvLayout(gvc, graph.get(), "nop2");
        std::vector<render::Rect> boxes;
        for (Agnode_t* node = agfstnode(graph.get()); node != nullptr; node = agnxtnode(graph.get(), node)) {
          boxes.push_back(render::box_around({ND_coord(node).x, ND_coord(node).y}, {ND_width(node) * 72, ND_height(node) * 72}, -0.25));
          for (Agedge_t* edge = agfstout(graph.get(), node); edge != nullptr; edge = agnxtout(graph.get(), edge)) {
            const textlabel_t* label = ED_label(edge);
            if (label == nullptr || label->set == 0) return std::string("a label has no place");
            boxes.push_back(render::box_around({label->pos.x, label->pos.y}, {label->dimen.x, label->dimen.y}, -0.25));
          }
        }
        std::size_t found = 0;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
          for (std::size_t k = 0; k < i; ++k) found += render::overlap(boxes[i], boxes[k]) ? 1 : 0;
        }
        return std::to_string(found);
      },
      60s);
  REQUIRE(result.outcome == render::ChildResult::Outcome::kDone);
  return std::stoul(result.bytes);
}

}  // namespace

TEST_CASE("like: after another article those who were there stay, and the new one comes beside them", "[graph][render][like]") {
  testing::GraphBuilder graph;
  for (const auto* key : {"gpe:turkey", "gpe:russia", "gpe:syria", "gpe:idlib", "org:army"}) graph.entity(key, EntityType::kOrganisation, key, key);
  graph.document("first", "A", "2020-02-01", "en")
      .edge("gpe:turkey", RelationType::kAccuse, "gpe:russia")
      .edge("gpe:russia", RelationType::kSupport, "gpe:syria")
      .edge("gpe:syria", RelationType::kAccuse, "gpe:idlib")
      .edge("gpe:turkey", RelationType::kControl, "gpe:idlib");
  for (const auto* lang : {"ar", "en"}) {
    const auto source = graph.build();
    const auto before = render::read_earlier_places(svg_of(render::build_diagram(source, testing::request_of(source, lang))), "old.svg");
    CHECK(before.size() == 4);
    testing::GraphBuilder more = graph;
    more.document("second", "B", "2020-02-02", "en")
        .edge("org:army", RelationType::kAccuse, "gpe:idlib")
        .edge("gpe:syria", RelationType::kSupport, "org:army");
    const auto larger = more.build();
    const auto diagram = render::build_diagram(larger, testing::request_of(larger, lang));
    const auto after = render::read_earlier_places(svg_of(diagram, before), "new.svg");
    CHECK(after.size() == 5);
    CHECK(farthest_moved(before, after) < 1);
    CHECK(overlaps(diagram, before) == 0);
    // In all but its places it is the sheet that it would have been.
    const auto texts = [](const std::string& svg) { return testing::texts_of(testing::parse_xml(svg), "text").size(); };
    CHECK(texts(svg_of(diagram, before)) == texts(svg_of(diagram)));
  }
}

TEST_CASE("like: nothing overlaps and nobody moves, in networks of all sizes", "[graph][render][like]") {
  for (const unsigned seed : {1U, 2U, 3U}) {
    for (const std::size_t size : {6U, 14U, 26U}) {
      const Diagram diagram = network(size, seed % 2 == 0 ? "ar" : "en", seed);
      const auto before = render::read_earlier_places(svg_of(first_of(diagram, size - size / 4)), "old.svg");
      CAPTURE(seed, size);
      CHECK(farthest_moved(before, render::read_earlier_places(svg_of(diagram, before), "new.svg")) < 1);
      CHECK(overlaps(diagram, before) == 0);
    }
  }
}

TEST_CASE("like: places that nobody drawn had change nothing", "[graph][render][like]") {
  const Diagram diagram = network(5, "en", 1);
  render::RenderOptions options;
  options.like = {{"gpe:nowhere", {1, 2}}};
  const auto drawing = render::render(diagram, options);
  CHECK(drawing.layout == "dot");
  CHECK(drawing.bytes == render::render(diagram, {}).bytes);
}

TEST_CASE("like: all on one point is no reason to overlap", "[graph][render][like]") {
  const Diagram diagram = network(10, "en", 4);
  render::EarlierPlaces earlier;
  for (const auto& node : diagram.nodes) earlier[node.entity.str()] = {7, 7};
  CHECK(overlaps(diagram, earlier) == 0);
}

TEST_CASE("like: keys with marks of markup are found again", "[graph][render][like]") {
  Diagram diagram = network(4, "en", 2);
  diagram.nodes[1].entity = EntityKey("org:\"><script>x</script>&amp;\n'");
  const auto svg = svg_of(diagram);
  CHECK(testing::texts_of(testing::parse_xml(svg), "script").empty());
  const auto places = render::read_earlier_places(svg, "old.svg");
  CHECK(places.size() == 4);
  CHECK(places.count("org:\"><script>x</script>&amp; '") == 1);
}

TEST_CASE("like: those left out keep their place, too", "[graph][render][like]") {
  Diagram diagram = network(6, "en", 3);
  diagram.others = {{"and 12 others", 0}, {"and 3 others", 1}};
  const auto before = render::read_earlier_places(svg_of(diagram), "old.svg");
  CHECK(before.count("others:org:0") == 1);
  CHECK(before.count("others:org:1") == 1);
  CHECK(farthest_moved(before, render::read_earlier_places(svg_of(diagram, before), "new.svg")) < 1);
}
