#include "graph/render/dot_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <limits>
#include <string_view>
#include <vector>

#include "graph/model/plain_text.h"
#include "graph/render/html_label.h"
#include "graph/render/sheet_text.h"
#include "graph/render/style.h"
#include "graph/render/text_fit.h"

namespace isnad::render {

namespace {

constexpr double kNameWidthEm = 11;
constexpr double kSecondNameWidthEm = 15;
constexpr double kArrowLabelWidthEm = 14;
constexpr double kGroupTitleWidthEm = 18;
constexpr double kSheetWidthPoints = 620;
constexpr std::size_t kNoGroup = std::numeric_limits<std::size_t>::max();

std::string number(double value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.2f", value);
  return out.data();
}

class Writer {
 public:
  Writer(const Diagram& diagram, const DotOptions& options)
      : diagram_(diagram), options_(options), rtl_(diagram.right_to_left()), style_{rtl_, options.mark_cells} {
    group_of_.assign(diagram.nodes.size(), kNoGroup);
    for (std::size_t i = 0; i < diagram.groups.size(); ++i) {
      for (const std::size_t member : diagram.groups[i].nodes) group_of_[member] = i;
    }
  }

  std::string run() {
    for (const auto& node : diagram_.nodes) heaviest_ = std::max(heaviest_, node.weight);
    out_ = "digraph isnad {\n";
    head();
    std::vector<std::size_t> outside;
    for (std::size_t i = 0; i < diagram_.nodes.size(); ++i) {
      if (group_of_[i] == kNoGroup) outside.push_back(i);
    }
    for (std::size_t i = 0; i < diagram_.groups.size(); ++i) group(i);
    for (const std::size_t i : outside) node(i);
    columns(outside);
    for (std::size_t i = 0; i < diagram_.others.size(); ++i) others(i);
    for (std::size_t i = 0; i < diagram_.arrows.size(); ++i) arrow(i);
    return out_ + "}\n";
  }

 private:
  void head() {
    const std::string font = " fontname=" + dot_string(font_families(rtl_));
    out_ += "  graph [charset=\"UTF-8\" bgcolor=\"white\" pad=0.25 outputorder=edgesfirst" + font;
    if (options_.engine == "dot") {
      out_ += std::string(" rankdir=") + (rtl_ ? "RL" : "LR") + " nodesep=0.30 ranksep=0.45";
      // Without it dot's ranks of grouped nodes come apart, and the boxes with them.
      if (!diagram_.groups.empty()) out_ += " newrank=true";
      out_ += options_.fast ? " splines=line nslimit=2 nslimit1=2 mclimit=0.2" : " splines=true";
    } else if (options_.engine == "nop") {
      out_ += options_.fast ? " splines=line" : " splines=true";
    } else {
      // `prism` moves nodes apart until no box touches another; room is kept around them for the arrows' labels.
      out_ += " K=1.4 repulsiveforce=1.4 overlap=prism sep=\"+18\" quadtree=fast";
      out_ += options_.fast ? " splines=line maxiter=120" : " splines=line";
    }
    if (options_.with_sheet) {
      if (const auto label = sheet_label(); !label.empty()) out_ += " labelloc=b label=<" + label + ">";
    }
    out_ += "]\n  node [margin=\"0.16,0.08\" height=0.4 width=0.6 fontsize=" + number(kNamePoints) + font +
            " fontcolor=" + dot_string(kInk) + "]\n";
    out_ += "  edge [fontsize=" + number(kLabelPoints) + font + "]\n";
  }

  /// For users who lay the graph out themselves everything that is printed stands under it.
  std::string sheet_label() const {
    std::string rows;
    const auto add = [&](const std::string& part) {
      if (!part.empty()) rows += text_row(part, style_.start(), {rtl_, false});
    };
    add(title_label(diagram_, kSheetWidthPoints, style_));
    for (const auto& row : diagram_.legend) {
      const bool family = row.kind == LegendRow::Kind::kFamily;
      const std::string sample = row.kind == LegendRow::Kind::kDenied      ? "- - - "
                                 : row.kind == LegendRow::Kind::kUncertain ? "· · · "
                                                                           : "";
      if (row.kind != LegendRow::Kind::kShape) {
        add(in_font(label_text(sample + row.text, rtl_), kLegendPoints, family ? style_of(row.family).text_colour : kQuietInk));
      }
    }
    add(notes_label(diagram_, 0, diagram_.notes.size(), kSheetWidthPoints, style_));
    return rows.empty() ? rows : plain_table(rows, 4);
  }

  /// From 0 (little attested) to 1 (the best attested on the sheet).
  double share(std::uint32_t weight) const { return heaviest_ < 2 ? 0 : std::log2(1.0 + weight) / std::log2(1.0 + heaviest_); }

  /// Only `dot` draws boxes around groups; elsewhere their tint tells them apart.
  [[nodiscard]] std::string shape(std::size_t index) const {
    const DiagramNode& node = diagram_.nodes[index];
    ShapeStyle style = shape_style(node.type, node.focus);
    if (options_.engine != "dot" && group_of_[index] != kNoGroup && !node.focus) style.fill = group_style(group_of_[index]).fill;
    return "shape=" + style.shape + " style=" + dot_string(style.style) + " fillcolor=" + dot_string(style.fill) +
           " color=" + dot_string(style.line) + " penwidth=" + style.line_width + (style.roomy ? " margin=\"0,0\"" : "");
  }

  void node(std::size_t index) {
    const auto& node = diagram_.nodes[index];
    const double points = kNamePoints - 1 + 3 * share(node.weight) + (node.focus ? 1 : 0);
    std::string rows;
    for (const auto& line : wrap_text(clean_text(node.name), kNameWidthEm)) {
      rows += text_row(in_font(in_bold(label_text(line, rtl_)), points, kInk), Align::kCentre, style_);
    }
    if (!node.second_name.empty()) {
      for (const auto& line : wrap_text(clean_text(node.second_name), kSecondNameWidthEm)) {
        rows += text_row(in_font(label_text(line, rtl_), kSecondNamePoints, kQuietInk), Align::kCentre, style_);
      }
    }
    out_ += "  n" + std::to_string(index) + " [id=\"n" + std::to_string(index) +
            "\" entity=" + dot_string(clean_text(node.entity.str())) + " " + shape(index) + " label=<" + plain_table(rows, 1) +
            ">]\n";
  }

  void others(std::size_t index) {
    const auto& folded = diagram_.others[index];
    const std::string name = "others" + std::to_string(index);
    const std::string row = text_row(in_font(label_text(folded.text, rtl_), kLabelPoints, kQuietInk), Align::kCentre, style_);
    out_ += "  " + name + " [id=\"" + name + "\" entity=" + dot_string(clean_text("others:" + diagram_.nodes[folded.of].entity.str())) +
            " shape=box style=\"rounded,dotted\" color=" + dot_string(kQuietInk) + " label=<" + plain_table(row, 1) + ">]\n  n" +
            std::to_string(folded.of) + " -> " + name + " [id=\"to" + name + "\" dir=none style=dotted color=" + dot_string(kQuietInk) + "]\n";
  }

  /// A box with its title.
  void group(std::size_t index) {
    const auto& group = diagram_.groups[index];
    const GroupStyle& style = group_style(index);
    std::string rows;
    for (const auto& line : wrap_text(clean_text(group.title), kGroupTitleWidthEm)) {
      rows += text_row(in_font(in_bold(label_text(line, rtl_)), kGroupPoints, kQuietInk), style_.start(), style_);
    }
    // Graphviz turns left and right with the drawing: `l` is where the language begins.
    out_ += "  subgraph cluster" + std::to_string(index) + " {\n  graph [id=\"g" + std::to_string(index) + "\" style=\"filled,rounded\" fillcolor=" +
            dot_string(style.fill) + " color=" + dot_string(style.line) + " penwidth=1 margin=10 labelloc=t labeljust=l" +
            " label=<" + plain_table(rows, 2) + ">]\n";
    for (const std::size_t member : group.nodes) node(member);
    columns(group.nodes);
    out_ += "  }\n";
  }

  /// The nodes of one of two groups that face each other stand in one column.
  void columns(const std::vector<std::size_t>& among) {
    if (options_.engine != "dot") return;
    for (const int side : {1, 2}) {
      std::string nodes;
      for (const std::size_t i : among) {
        if (diagram_.nodes[i].side == side) nodes += " n" + std::to_string(i) + ";";
      }
      if (!nodes.empty()) out_ += "  { rank=same;" + nodes + " }\n";
    }
  }

  void arrow(std::size_t index) {
    const auto& arrow = diagram_.arrows[index];
    const auto& style = style_of(arrow.family);
    std::string rows;
    for (const auto& line : arrow.lines) {
      // The numbers belong to the label's last line, so that they are set by the same bidirectional rules.
      auto lines = wrap_text(clean_text(line.label), kArrowLabelWidthEm);
      lines.back() += superscripts(line.notes);
      for (const auto& text : lines) {
        rows += text_row(in_font(label_text(text, rtl_), kLabelPoints, style.text_colour), Align::kCentre, style_);
      }
      if (line.detail.empty()) continue;
      for (const auto& text : wrap_text(clean_text(line.detail), kArrowLabelWidthEm)) {
        rows += text_row(in_font(label_text(text, rtl_), kSecondNamePoints, kQuietInk), Align::kCentre, style_);
      }
    }
    out_ += "  n" + std::to_string(arrow.source) + " -> n" + std::to_string(arrow.target) + " [id=\"a" + std::to_string(index) +
            "\" color=" + dot_string(style.line_colour) + " style=" + std::string(line_style(arrow.polarity, arrow.modality)) +
            " penwidth=" + number(line_width(arrow.claims)) + " arrowsize=" + number(arrow_size(arrow.claims)) +
            " arrowhead=" + std::string(style.arrow_head) +
            " weight=" + std::to_string(std::min<std::uint32_t>(1 + arrow.claims / 2, 6)) + " label=<" +
            padded(plain_table(rows, 0), 3) + ">]\n";
  }

  const Diagram& diagram_;
  const DotOptions& options_;
  bool rtl_;
  LabelStyle style_;
  /// The group of each node, or `kNoGroup`.
  std::vector<std::size_t> group_of_;
  std::uint32_t heaviest_ = 0;
  std::string out_;
};

}  // namespace

std::string to_dot(const Diagram& diagram, const DotOptions& options) { return Writer(diagram, options).run(); }

}  // namespace isnad::render
