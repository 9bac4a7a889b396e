#include "graph/render/matrix_chart.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "graph/model/plain_text.h"
#include "graph/render/html_label.h"
#include "graph/render/style.h"
#include "graph/render/svg_canvas.h"
#include "graph/render/text_fit.h"

namespace isnad::render {

namespace {

constexpr double kMargin = 24;
constexpr double kCell = 40;
constexpr double kMostName = 210;
constexpr double kLeastWidth = 480;

/// Nodes that have arrows, those with most claims first.
std::vector<std::size_t> actors(const Diagram& diagram) {
  std::set<std::size_t> ends;
  for (const auto& arrow : diagram.arrows) ends.insert({arrow.source, arrow.target});
  std::vector<std::size_t> out(ends.begin(), ends.end());
  std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
    if (diagram.nodes[a].focus != diagram.nodes[b].focus) return diagram.nodes[a].focus;
    return diagram.nodes[a].weight > diagram.nodes[b].weight;
  });
  return out;
}

std::string tip(const Diagram& diagram, const DiagramArrow& arrow) {
  std::string out = diagram.nodes[arrow.source].name + " → " + diagram.nodes[arrow.target].name;
  for (const auto& line : arrow.lines) out += "\n" + line.label + " (" + std::to_string(line.claims) + ")" + superscripts(line.notes);
  return out;
}

void draw_cell(SvgCanvas& canvas, const Diagram& diagram, double x, double y, const std::vector<const DiagramArrow*>& arrows) {
  const auto per_row = static_cast<std::size_t>(arrows.size() <= 1 ? 1 : 2);
  const auto rows = (arrows.size() + per_row - 1) / per_row;
  for (std::size_t i = 0; i < arrows.size(); ++i) {
    const DiagramArrow& arrow = *arrows[i];
    const double step_x = kCell / static_cast<double>(per_row);
    const double step_y = kCell / static_cast<double>(rows);
    const double most = std::min(step_x, step_y) / 2 - 2;
    const double radius = std::min(most, 3.0 + 1.6 * std::sqrt(static_cast<double>(arrow.claims)));
    const auto& style = style_of(arrow.family);
    const bool denied = arrow.polarity == Polarity::kDenied;
    const double cx = x + step_x * (static_cast<double>(i % per_row) + 0.5);
    const double cy = y + step_y * (static_cast<double>(i / per_row) + 0.5);
    canvas.begin_tip(tip(diagram, arrow));
    canvas.dot(cx, cy, radius, denied || arrow.modality != Modality::kFact ? "#FFFFFF" : style.line_colour, style.line_colour, denied);
    canvas.end_tip();
  }
}

}  // namespace

std::string matrix_svg(const Diagram& diagram) {
  const auto order = actors(diagram);
  double names = 60;
  for (const auto node : order) names = std::max(names, estimated_width_em(clean_text(diagram.nodes[node].name)) * kLabelPoints + 34);
  names = std::min(names, kMostName);
  const double table = kMargin + names + kCell * static_cast<double>(order.size());
  SvgCanvas canvas(diagram.lang, std::max(table + kMargin, kLeastWidth));
  double y = canvas.title(kMargin - 6, diagram.title, diagram.subtitle, diagram.remark);
  if (!order.empty()) {
    std::map<std::pair<std::size_t, std::size_t>, std::vector<const DiagramArrow*>> cells;
    std::set<RelationFamily> families;
    bool denied = false;
    for (const auto& arrow : diagram.arrows) {
      cells[{arrow.source, arrow.target}].push_back(&arrow);
      families.insert(arrow.family);
      denied = denied || arrow.polarity == Polarity::kDenied;
    }
    const double top = y + 18;
    for (std::size_t i = 0; i < order.size(); ++i) {
      const double x = kMargin + names + kCell * static_cast<double>(i);
      const double row = top + kCell * static_cast<double>(i);
      if (i % 2 == 0) canvas.box(kMargin, row, names + kCell * static_cast<double>(order.size()), kCell, "#F7F7F4");
      canvas.text(x + kCell / 2, top - 5, std::to_string(i + 1), {kLabelPoints, kQuietInk, false}, SvgCanvas::At::kMiddle);
      canvas.text(kMargin + 16, row + kCell / 2 + 4, std::to_string(i + 1), {kLabelPoints, kQuietInk, false}, SvgCanvas::At::kEnd);
      const auto fit = static_cast<std::size_t>((names - 34) / kLabelPoints / 0.5);
      canvas.text(kMargin + 24, row + kCell / 2 + 4, shortened(clean_text(diagram.nodes[order[i]].name), std::max<std::size_t>(fit, 4)),
                  {kLabelPoints, kInk, diagram.nodes[order[i]].focus});
    }
    for (std::size_t r = 0; r < order.size(); ++r) {
      for (std::size_t c = 0; c < order.size(); ++c) {
        const double x = kMargin + names + kCell * static_cast<double>(c);
        const double row = top + kCell * static_cast<double>(r);
        canvas.box(x, row, kCell, kCell, r == c ? "#E6E6E2" : "none", "#D8D8D4");
        if (const auto found = cells.find({order[r], order[c]}); found != cells.end()) draw_cell(canvas, diagram, x, row, found->second);
      }
    }
    y = top + kCell * static_cast<double>(order.size()) + 12;
    y = canvas.legend(y, {families.begin(), families.end()}, denied);
  }
  y = canvas.notes(y + 4, diagram.notes);
  return canvas.finish(y + kMargin, diagram.title);
}

}  // namespace isnad::render
