#include "graph/render/dot_writer.h"

#include <graphviz/cgraph.h>

#include <catch2/catch.hpp>
#include <memory>
#include <string>

#include "graph/render/build_diagram.h"
#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using render::to_dot;

namespace {

render::Diagram whole(const std::string& lang) {
  const auto source = testing::idlib_graph();
  render::DiagramRequest request;
  request.lang = lang;
  request.focus = {EntityKey("gpe:turkey")};
  source.visit_edges([&](const Edge& edge) {
    request.edges.push_back(edge);
    return true;
  });
  return render::build_diagram(source, request);
}

using Graph = std::unique_ptr<Agraph_t, int (*)(Agraph_t*)>;
Graph parse(const std::string& dot) { return {agmemread(dot.c_str()), agclose}; }

}  // namespace

TEST_CASE("dot: Graphviz reads back every node and arrow", "[graph][render]") {
  const auto diagram = whole("ar");
  const auto graph = parse(to_dot(diagram));
  REQUIRE(graph);
  CHECK(static_cast<std::size_t>(agnnodes(graph.get())) == diagram.nodes.size());
  CHECK(static_cast<std::size_t>(agnedges(graph.get())) == diagram.arrows.size());
  std::string rankdir = "rankdir";
  CHECK(std::string(agget(graph.get(), rankdir.data())) == "RL");
  CHECK(std::string(agget(parse(to_dot(whole("en"))).get(), rankdir.data())) == "LR");
}

TEST_CASE("dot: holds title, legend and sentences for those who draw it themselves", "[graph][render]") {
  const auto dot = to_dot(whole("ar"));
  for (const auto* text :
       {"العلاقات حول تركيا", "صراع", "منفيّ", "وتدعم روسيا النظام السوري بغارات جوية", "Saraqib lies in the province of Idlib"}) {
    CAPTURE(text);
    CHECK(dot.find(text) != std::string::npos);
  }
  render::DotOptions bare;
  bare.with_sheet = false;
  CHECK(to_dot(whole("ar"), bare).find("العلاقات حول تركيا") == std::string::npos);
}

TEST_CASE("dot: styles tell polarity, modality and evidence", "[graph][render]") {
  const auto diagram = whole("en");
  const auto graph = parse(to_dot(diagram));
  std::string style = "style";
  std::string width = "penwidth";
  for (Agnode_t* node = agfstnode(graph.get()); node != nullptr; node = agnxtnode(graph.get(), node)) {
    for (Agedge_t* edge = agfstout(graph.get(), node); edge != nullptr; edge = agnxtout(graph.get(), edge)) {
      std::string id = "id";
      const auto& arrow = diagram.arrows.at(std::stoul(std::string(agget(edge, id.data())).substr(1)));
      const std::string expected = arrow.polarity == Polarity::kDenied ? "dashed"
                                   : arrow.modality == Modality::kFact ? "solid"
                                                                       : "dotted";
      CHECK(agget(edge, style.data()) == expected);
      CHECK((std::stod(agget(edge, width.data())) > 1.0) == (arrow.claims > 1));
    }
  }
}

TEST_CASE("dot: the same diagram gives the same bytes", "[graph][render]") { CHECK(to_dot(whole("ar")) == to_dot(whole("ar"))); }
