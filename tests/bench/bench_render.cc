// Diagrams: how many keep every label free, and how long drawing takes beside Graphviz's own commands on the same graph.
//   bench_render DB            ego diagrams of the 50 most mentioned entities of a database, at most 40 nodes each
//   bench_render --made N      a made network of N nodes, against `neato`

#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "graph/query/edge_reader.h"
#include "graph/query/neighbourhood.h"
#include "graph/render/build_diagram.h"
#include "graph/render/child_process.h"
#include "graph/render/dot_writer.h"
#include "graph/render/earlier_places.h"
#include "graph/render/layout.h"
#include "graph/render/like_layout.h"
#include "store/store.h"

namespace {

using namespace isnad;

constexpr std::size_t kDiagrams = 50;
constexpr double kPointsPerInch = 72;
/// Boxes that only touch do not overlap.
constexpr double kTouch = 0.5;

double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

struct Box {
  double left, bottom, right, top;
  [[nodiscard]] bool overlaps(const Box& other) const {
    return left + kTouch < other.right && other.left + kTouch < right && bottom + kTouch < other.top && other.bottom + kTouch < top;
  }
};

Box around(double x, double y, double width, double height) { return {x - width / 2, y - height / 2, x + width / 2, y + height / 2}; }

/// Returns: pairs of boxes of nodes and arrow labels that overlap in the layout that `render` begins with; with places of an
/// earlier edition in the one that keeps them. Graphviz bears but one graph a process (`overlaps`, in a child).
std::size_t overlaps_here(const std::string& dot, const std::string& engine, const render::EarlierPlaces& earlier) {
  GVC_t* gvc = gvContext();
  Agraph_t* graph = agmemread(dot.c_str());
  if (!earlier.empty()) static_cast<void>(render::lay_out_like(gvc, graph, earlier));
  gvLayout(gvc, graph, engine.c_str());
  std::vector<Box> boxes;
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    boxes.push_back(around(ND_coord(node).x, ND_coord(node).y, ND_width(node) * kPointsPerInch, ND_height(node) * kPointsPerInch));
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      const textlabel_t* label = ED_label(edge);
      if (label != nullptr && label->set) boxes.push_back(around(label->pos.x, label->pos.y, label->dimen.x, label->dimen.y));
    }
  }
  gvFreeLayout(gvc, graph);
  agclose(graph);
  gvFreeContext(gvc);
  std::size_t found = 0;
  for (std::size_t a = 0; a < boxes.size(); ++a) {
    for (std::size_t b = a + 1; b < boxes.size(); ++b) found += boxes[a].overlaps(boxes[b]);
  }
  return found;
}

std::size_t overlaps(const std::string& dot, const std::string& engine, const render::EarlierPlaces& earlier = {}) {
  const auto result = render::run_in_child([&] { return std::to_string(overlaps_here(dot, engine, earlier)); }, std::chrono::seconds(60));
  if (result.outcome != render::ChildResult::Outcome::kDone) throw Error("cannot count overlaps: " + result.bytes);
  return std::stoul(result.bytes);
}

/// Returns: the seconds that a Graphviz command takes to make SVG of the graph; nothing sensible when the command is missing.
double command_s(const std::string& engine, const std::string& dot) {
  const auto file = std::filesystem::temp_directory_path() / "isnad_bench_render.dot";
  std::ofstream(file) << dot;
  const double start = now_s();
  if (std::system((engine + " -Tsvg '" + file.string() + "' > /dev/null 2>&1").c_str()) != 0) std::fprintf(stderr, "%s failed\n", engine.c_str());
  const double seconds = now_s() - start;
  std::filesystem::remove(file);
  return seconds;
}

/// The diagram without the last quarter of its nodes: an earlier edition.
render::Diagram earlier_edition(render::Diagram diagram) {
  const std::size_t kept = diagram.nodes.size() - diagram.nodes.size() / 4;
  diagram.nodes.resize(kept);
  std::erase_if(diagram.arrows, [&](const render::DiagramArrow& arrow) { return arrow.source >= kept || arrow.target >= kept; });
  return diagram;
}

int egos(const std::string& path) {
  const store::Store store(path, store::OpenMode::kReadOnly);
  std::vector<std::pair<std::uint64_t, EntityKey>> most;
  store.visit_entities([&](const Entity& entity) {
    std::uint64_t mentions = 0;
    for (const auto& alias : entity.aliases) mentions += alias.mentions;
    most.emplace_back(mentions, entity.key);
    return true;
  });
  std::sort(most.rbegin(), most.rend());
  const query::EdgeReader reader(store, {});
  std::size_t drawn = 0;
  std::size_t clean = 0;
  std::size_t clean_like = 0;
  double ours = 0;
  double theirs = 0;
  for (const auto& [mentions, key] : most) {
    if (drawn == kDiagrams) break;
    query::NeighbourhoodQuery query;
    query.centres = {key};
    query.max_nodes = 40;
    auto chosen = query::neighbourhood(reader, query);
    if (chosen.edges.size() < 5) continue;
    render::DiagramRequest request;
    request.lang = drawn % 2 == 0 ? "ar" : "en";
    request.focus = query.centres;
    request.nodes = std::move(chosen.nodes);
    request.edges = std::move(chosen.edges);
    const auto diagram = render::build_diagram(store, request);
    const std::string dot = render::to_dot(diagram, {"dot", false, false, false});
    const std::size_t bad = overlaps(dot, "dot");
    const auto earlier = render::read_earlier_places(render::render(earlier_edition(diagram), {}).bytes, "earlier");
    const std::size_t bad_like = overlaps(render::to_dot(diagram, {"nop", false, false, false}), "nop2", earlier);
    const double start = now_s();
    const auto drawing = render::render(diagram, {});
    const double seconds = now_s() - start;
    const double command = command_s("dot", render::to_dot(diagram));
    ++drawn;
    clean += bad == 0;
    clean_like += bad_like == 0;
    ours += seconds;
    theirs += command;
    std::printf("%s\t%zu nodes\t%zu arrows\t%zu overlaps\t%zu as a later edition\t%s\t%.3f s\tdot %.3f s\n", key.str().c_str(), diagram.nodes.size(), diagram.arrows.size(), bad, bad_like,
                drawing.layout.c_str(), seconds, command);
  }
  std::printf("all\t%zu of %zu diagrams without any overlap\t%zu as later editions\t%.2f times the dot command\n", clean, drawn, clean_like, ours / theirs);
  return 0;
}

int made(std::size_t size) {
  render::Diagram diagram;
  diagram.lang = "en";
  std::mt19937 random(3);
  for (std::size_t i = 0; i < size; ++i) {
    render::DiagramNode node;
    node.entity = EntityKey("n:" + std::to_string(i));
    node.name = "Name " + std::to_string(i);
    node.weight = 1;
    diagram.nodes.push_back(node);
    if (i == 0) continue;
    for (int k = 0; k < 2; ++k) {
      render::DiagramArrow arrow;
      arrow.source = i;
      arrow.target = static_cast<std::size_t>(static_cast<double>(random() % 1000) / 1000.0 * static_cast<double>(random() % i + 1));
      arrow.lines = {{"accuses", RelationType::kAccuse, 1, 1, {}}};
      arrow.claims = 1;
      if (arrow.target != i) diagram.arrows.push_back(arrow);
    }
  }
  const double start = now_s();
  const auto drawing = render::render(diagram, {});
  const double seconds = now_s() - start;
  const std::string dot = render::to_dot(diagram, {"sfdp", false, true, false});
  const double sfdp = command_s("sfdp", dot);
  const double neato = command_s("neato", dot);
  std::printf("made\t%zu nodes\t%zu arrows\t%s\t%.3f s\tsfdp %.3f s (%.2f times)\tneato %.3f s (%.1f times faster)\n", diagram.nodes.size(), diagram.arrows.size(),
              drawing.layout.c_str(), seconds, sfdp, seconds / sfdp, neato, neato / seconds);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 3 && std::string(argv[1]) == "--made") return made(static_cast<std::size_t>(std::atol(argv[2])));
    if (argc == 2) return egos(argv[1]);
    std::fprintf(stderr, "usage: bench_render DB | --made N\n");
    return 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench_render: %s\n", error.what());
    return 1;
  }
}
