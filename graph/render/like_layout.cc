#include "graph/render/like_layout.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graph/model/plain_text.h"
#include "graph/render/cgraph_wrap.h"
#include "graph/render/kept_places.h"
#include "graph/render/label_places.h"

namespace isnad::render {

namespace {

constexpr double kPointsPerInch = 72;
/// How much larger the drawing is made at a time, and how often, while labels have no room.
constexpr double kGrowth = 1.12;
constexpr int kGrowths = 8;
/// Points of an arrow between two of its curve's ends.
constexpr int kStepsOfCurve = 8;

std::string at(const Position& place) {
  std::array<char, 64> out{};
  std::snprintf(out.data(), out.size(), "%.2f,%.2f", place.x, place.y);
  return out.data();
}

class LikeLayout {
 public:
  LikeLayout(GVC_t* gvc, Agraph_t* graph, const EarlierPlaces& earlier)
      : gvc_(gvc), graph_(graph), earlier_(earlier) {}

  Rect run() {
    collect();
    read_sizes();
    std::vector<Position> places = keep_places(sizes_, earlier_places(), ties_);
    for (int growth = 0;; ++growth) {
      for (std::size_t i = 0; i < nodes_.size(); ++i) set(nodes_[i], "pos", at(places[i]));
      check(gvLayout(gvc_, graph_, "nop") == 0, "lay out the graph");
      const bool fits = place_edge_labels() == 0;
      if (fits || growth == kGrowths) break;
      gvFreeLayout(gvc_, graph_);
      for (auto& place : places) place = {place.x * kGrowth, place.y * kGrowth};
    }
    attach_attrs(graph_);
    gvFreeLayout(gvc_, graph_);
    return box_;
  }

 private:
  void collect() {
    for (Agnode_t* node = agfstnode(graph_); node != nullptr; node = agnxtnode(graph_, node)) {
      index_[node] = nodes_.size();
      nodes_.push_back(node);
    }
    for (Agnode_t* node : nodes_) {
      for (Agedge_t* edge = agfstout(graph_, node); edge != nullptr; edge = agnxtout(graph_, edge)) edges_.push_back(edge);
    }
  }

  /// Graphviz measures nodes and labels only while it lays out.
  void read_sizes() {
    const std::string splines = get(graph_, "splines");
    agsafeset(graph_, c("splines"), c("none"), c(""));
    for (Agnode_t* node : nodes_) set(node, "pos", "0,0");
    check(gvLayout(gvc_, graph_, "nop") == 0, "measure the nodes");
    for (Agnode_t* node : nodes_) sizes_.push_back({ND_width(node) * kPointsPerInch, ND_height(node) * kPointsPerInch});
    for (Agedge_t* edge : edges_) ties_.push_back({index_.at(agtail(edge)), index_.at(aghead(edge)), label_size(edge)});
    gvFreeLayout(gvc_, graph_);
    agsafeset(graph_, c("splines"), c(splines), c(""));
  }

  static Extent label_size(Agedge_t* edge) {
    const textlabel_t* label = ED_label(edge);
    return label == nullptr ? Extent{} : Extent{label->dimen.x, label->dimen.y};
  }

  [[nodiscard]] std::vector<std::optional<Position>> earlier_places() const {
    std::vector<std::optional<Position>> out(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const auto found = earlier_.find(get(nodes_[i], "entity"));
      if (found != earlier_.end()) out[i] = found->second;
    }
    return out;
  }

  /// Returns: how many overlaps are left.
  std::size_t place_edge_labels() {
    box_ = {};
    std::vector<Rect> boxes;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      boxes.push_back(box_around({ND_coord(nodes_[i]).x, ND_coord(nodes_[i]).y}, sizes_[i]));
      box_.add(boxes.back());
    }
    std::vector<LabelledLine> lines;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      lines.push_back({points_of(edges_[i]), ties_[i].label});
      for (const auto& point : lines.back().points) box_.add(point);
    }
    const LabelPlaces labels = place_labels(boxes, lines);
    for (std::size_t i = 0; i < edges_.size(); ++i) {
      textlabel_t* label = ED_label(edges_[i]);
      if (label == nullptr) continue;
      label->pos.x = labels.middles[i].x;
      label->pos.y = labels.middles[i].y;
      label->set = 1;
      box_.add(box_around(labels.middles[i], ties_[i].label));
    }
    return labels.overlaps;
  }

  static std::vector<Position> points_of(Agedge_t* edge) {
    std::vector<Position> out;
    const splines* curves = ED_spl(edge);
    for (std::size_t s = 0; curves != nullptr && s < static_cast<std::size_t>(curves->size); ++s) {
      const bezier& curve = curves->list[s];
      for (int i = 0; i + 3 < curve.size; i += 3) add_curve(curve.list + i, out);
      if (curve.eflag != 0) out.push_back({curve.ep.x, curve.ep.y});
    }
    if (out.empty()) out.push_back({ND_coord(agtail(edge)).x, ND_coord(agtail(edge)).y});
    return out;
  }

  /// Points of a cubic Bézier curve with these four control points.
  static void add_curve(const pointf* p, std::vector<Position>& out) {
    for (int step = out.empty() ? 0 : 1; step <= kStepsOfCurve; ++step) {
      const double t = static_cast<double>(step) / kStepsOfCurve;
      const double u = 1 - t;
      const double a = u * u * u;
      const double b = 3 * u * u * t;
      const double d = 3 * u * t * t;
      const double e = t * t * t;
      out.push_back({a * p[0].x + b * p[1].x + d * p[2].x + e * p[3].x, a * p[0].y + b * p[1].y + d * p[2].y + e * p[3].y});
    }
  }

  GVC_t* gvc_;
  Agraph_t* graph_;
  const EarlierPlaces& earlier_;
  std::vector<Agnode_t*> nodes_;
  std::map<const Agnode_t*, std::size_t> index_;
  std::vector<Extent> sizes_;
  std::vector<Agedge_t*> edges_;
  /// One an edge.
  std::vector<Tie> ties_;
  Rect box_;
};

}  // namespace

Rect lay_out_like(GVC_t* gvc, Agraph_t* graph, const EarlierPlaces& earlier) {
  return LikeLayout(gvc, graph, earlier).run();
}

bool any_place(const Diagram& diagram, const EarlierPlaces& earlier) {
  return std::any_of(diagram.nodes.begin(), diagram.nodes.end(),
                     [&](const DiagramNode& node) { return earlier.contains(clean_text(node.entity.str())); });
}

}  // namespace isnad::render
