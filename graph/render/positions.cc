#include "graph/render/positions.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>
#include <set>
#include <string>

#include "graph/render/cgraph_wrap.h"
#include "graph/render/child_process.h"

namespace isnad::render {

namespace {

constexpr double kPointsPerInch = 72;

/// Only what moves nodes: their boxes, and one line for each connected pair.
std::string skeleton(const std::vector<Extent>& nodes, const std::vector<std::pair<std::size_t, std::size_t>>& arrows) {
  std::string dot = "graph { graph [overlap=prism sep=\"+14\" K=2.2 start=7 splines=none]; node [shape=box fixedsize=true label=\"\"];\n";
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    dot += "n" + std::to_string(i) + " [width=" + std::to_string(nodes[i].width / kPointsPerInch) +
           " height=" + std::to_string(nodes[i].height / kPointsPerInch) + "];\n";
  }
  std::set<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [source, target] : arrows) {
    if (source != target) pairs.insert(std::minmax(source, target));
  }
  for (const auto& [a, b] : pairs) dot += "n" + std::to_string(a) + " -- n" + std::to_string(b) + ";\n";
  return dot + "}\n";
}

/// Runs in the child. Returns: the positions as the bytes of an array.
std::string placed(const std::string& dot, std::size_t count) {
  keep_messages();
  GVC_t* gvc = gvContext();
  const Graph graph(agmemread(c(dot)));
  check(graph != nullptr, "read its own language");
  check(gvLayout(gvc, graph.get(), "sfdp") == 0, "place the nodes");
  std::string bytes(count * sizeof(Position), '\0');
  for (std::size_t i = 0; i < count; ++i) {
    Agnode_t* node = agnode(graph.get(), c("n" + std::to_string(i)), 0);
    const Position position{ND_coord(node).x, ND_coord(node).y};
    std::memcpy(bytes.data() + i * sizeof(Position), &position, sizeof(Position));
  }
  return bytes;
}

std::vector<Position> ring(const std::vector<Extent>& nodes) {
  double around = 0;
  for (const auto& node : nodes) around += node.width + 20;
  std::vector<Position> out;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(nodes.size());
    const double radius = around / (2 * std::numbers::pi);
    out.push_back({radius * std::cos(angle), radius * std::sin(angle)});
  }
  return out;
}

}  // namespace

std::vector<Position> positions(const std::vector<Extent>& nodes, const std::vector<std::pair<std::size_t, std::size_t>>& arrows,
                                std::chrono::milliseconds deadline) {
  if (nodes.empty()) return {};
  const std::string dot = skeleton(nodes, arrows);
  const auto result = run_in_child([&] { return placed(dot, nodes.size()); }, deadline);
  if (result.outcome != ChildResult::Outcome::kDone || result.bytes.size() != nodes.size() * sizeof(Position)) return ring(nodes);
  std::vector<Position> out(nodes.size());
  std::memcpy(out.data(), result.bytes.data(), result.bytes.size());
  return out;
}

}  // namespace isnad::render
