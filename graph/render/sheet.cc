#include "graph/render/sheet.h"

#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/render/cgraph_wrap.h"
#include "graph/render/child_process.h"
#include "graph/render/geometry.h"
#include "graph/render/html_label.h"
#include "graph/render/like_layout.h"
#include "graph/render/sheet_text.h"
#include "graph/render/style.h"

namespace isnad::render {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kLeastWidth = 460;
constexpr double kGap = 16;
constexpr double kSampleWidth = 34;
constexpr double kSampleGap = 5;
constexpr double kItemGap = 20;
constexpr double kColumnGap = 22;
/// Lines of print of about 85 letters are read best; a wider sheet gets more columns.
constexpr double kColumnWidth = 420;
/// Kept free around the sheet, in inches: Graphviz's attribute `pad` as `to_dot` sets it.
constexpr double kPad = 0.25;
/// A picture of this many dots takes 400 MB while it is drawn.
constexpr double kMostDots = 100e6;
/// Cairo draws no longer side; Graphviz would shrink the drawing without a word.
constexpr double kMostDotsOfSide = 32767;

struct Size {
  double width = 0;
  double height = 0;
};

/// Text that hangs by a corner until its size is known.
struct Hung {
  Agnode_t* node = nullptr;
  bool rises = false;
};

std::string points(double value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.2f", value);
  return out.data();
}

std::string at(double x, double y) { return points(x) + "," + points(y); }

/// A sheet in the making: the laid-out diagram, to which pieces with fixed places are added.
class Sheet {
 public:
  Sheet(const Diagram& diagram, const DotOptions& options, const EarlierPlaces& earlier)
      : diagram_(diagram), options_(options), earlier_(earlier), rtl_(diagram.right_to_left()), style_{rtl_, options.mark_cells}, gvc_(gvContext()) {
    keep_messages();
  }
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;
  ~Sheet() { graph_.reset(), scratch_.reset(), gvFreeContext(gvc_); }

  std::string draw(const std::string& device, std::uint32_t dpi) {
    DotOptions inner = options_;
    inner.with_sheet = false;
    graph_.reset(agmemread(c(to_dot(diagram_, inner))));
    check(graph_ != nullptr, "read its own language");
    lay_out();
    compose();
    const bool png = dpi != 0 && device.rfind("png", 0) == 0;
    if (png) set(graph_.get(), "dpi", std::to_string(dpi));
    check(gvLayout(gvc_, graph_.get(), "nop2") == 0, "place the sheet");
    hang_up();
    if (png) check_size(dpi);
    char* bytes = nullptr;
    unsigned int length = 0;
    check(gvRenderData(gvc_, graph_.get(), device.c_str(), &bytes, &length) == 0 && bytes != nullptr, "render " + device);
    std::string out(bytes, length);
    gvFreeRenderData(bytes);
    gvFreeLayout(gvc_, graph_.get());
    return out;
  }

 private:
  void lay_out() {
    if (diagram_.nodes.empty()) {
      box_ = {0, 0, kLeastWidth, 0};
      return;
    }
    if (options_.engine == "nop") {
      box_ = lay_out_like(gvc_, graph_.get(), earlier_);
      return;
    }
    check(gvLayout(gvc_, graph_.get(), options_.engine.c_str()) == 0, "lay out the graph");
    attach_attrs(graph_.get());
    const std::string bb = get(graph_.get(), "bb");
    check(std::sscanf(bb.c_str(), "%lf,%lf,%lf,%lf", &box_.left, &box_.bottom, &box_.right, &box_.top) == 4, "measure the graph");
    gvFreeLayout(gvc_, graph_.get());
  }

  /// Throws: Refusal when a PNG would be too large to draw.
  void check_size(std::uint32_t dpi) const {
    const boxf& box = GD_bb(graph_.get());
    const auto dots = [dpi](double points) { return std::ceil((points / kPointsPerInch + 2 * kPad) * dpi); };
    const double width = dots(box.UR.x - box.LL.x);
    const double height = dots(box.UR.y - box.LL.y);
    if (width * height <= kMostDots && std::max(width, height) <= kMostDotsOfSide) return;
    std::array<char, 128> words{};
    std::snprintf(words.data(), words.size(), "the PNG would have %.0f x %.0f dots: lower --dpi, or use svg or pdf", width,
                  height);
    throw Refusal(words.data());
  }

  /// Sizes of pieces of text, in points.
  std::vector<Size> measure(const std::vector<std::string>& labels) {
    scratch_.reset(agopen(c(std::string("measure")), Agdirected, nullptr));
    set_defaults(scratch_.get());
    std::vector<Agnode_t*> nodes;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      Agnode_t* node = agnode(scratch_.get(), c("m" + std::to_string(i)), 1);
      set_html(scratch_.get(), node, labels[i]);
      nodes.push_back(node);
    }
    check(gvLayout(gvc_, scratch_.get(), "dot") == 0, "measure text");
    attach_attrs(scratch_.get());
    std::vector<Size> out;
    for (Agnode_t* node : nodes) {
      out.push_back(
          {std::atof(get(node, "width").c_str()) * kPointsPerInch, std::atof(get(node, "height").c_str()) * kPointsPerInch});
    }
    gvFreeLayout(gvc_, scratch_.get());
    return out;
  }

  void set_defaults(Agraph_t* graph) const {
    const std::string font(font_families(rtl_));
    agattr(graph, AGNODE, c(std::string("shape")), c(std::string("plain")));
    agattr(graph, AGNODE, c(std::string("fontname")), c(font));
  }

  Agnode_t* add_text(const std::string& name, const std::string& label, double x, double y) {
    Agnode_t* node = agnode(graph_.get(), c(name), 1);
    set(node, "id", name);
    set(node, "shape", "plain");
    set(node, "style", "");
    set(node, "margin", "0");
    set(node, "width", "0");
    set(node, "height", "0");
    set(node, "pos", at(x, y));
    set_html(graph_.get(), node, label);
    return node;
  }

  /// Places count from the side where the sheet's language begins.
  double mirrored(double x) const { return rtl_ ? left_ + width_ - x : left_ + x; }

  void compose() {
    width_ = std::max(box_.width(), kLeastWidth);
    left_ = (box_.left + box_.right - width_) / 2;
    // The sheet keeps its width where the drawing is narrower, so that the drawing stands in its middle.
    origin_ = add_end("left", left_, box_.bottom);
    add_end("right", left_ + width_, box_.bottom);
    add_title();
    double y = box_.bottom - (diagram_.nodes.empty() ? 0 : kGap);
    y = add_legend(y);
    used_ = {left_, diagram_.legend.empty() ? box_.bottom : y, left_ + width_, box_.top};
    add_notes(y - kGap);
  }

  /// Where nothing depends on the size of a text it is measured but once, with the sheet, and put in its place thereafter: it hangs
  /// by the upper corner at the side where the language begins (`rises`: stands on the lower one).
  void hang(const std::string& name, const std::string& label, double x, double y, bool rises) {
    hung_.push_back({add_text(name, label, mirrored(x), y), rises});
  }

  void hang_up() {
    const Position origin{ND_coord(origin_).x - left_, ND_coord(origin_).y - box_.bottom};
    Rect sheet = {left_, used_.bottom, left_ + width_, used_.top};
    sheet.add(box_);
    sheet = {sheet.left + origin.x, sheet.bottom + origin.y, sheet.right + origin.x, sheet.top + origin.y};
    for (const auto& [node, rises] : hung_) {
      const Extent size{ND_width(node) * kPointsPerInch, ND_height(node) * kPointsPerInch};
      const Position place{ND_coord(node).x + (rtl_ ? -1 : 1) * size.width / 2, ND_coord(node).y + (rises ? 1 : -1) * size.height / 2};
      ND_coord(node).x = place.x;
      ND_coord(node).y = place.y;
      ND_label(node)->pos = ND_coord(node);
      sheet.add(box_around(place, size));
    }
    GD_bb(graph_.get()) = {{sheet.left, sheet.bottom}, {sheet.right, sheet.top}};
  }

  void add_title() {
    const std::string label = title_label(diagram_, width_, style_);
    if (!label.empty()) hang("title", label, 0, box_.top + kGap, true);
  }

  /// Returns: where the next piece may begin.
  double add_legend(double top) {
    std::vector<std::string> labels;
    for (const auto& row : diagram_.legend) labels.push_back(legend_label(row, style_));
    if (labels.empty()) return top;
    const auto sizes = measure(labels);
    double x = 0;
    double y = top;
    double row_height = 0;
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const Size& size = sizes[i];
      const double item = kSampleWidth + kSampleGap + size.width;
      if (x > 0 && x + item > width_) {
        x = 0;
        y -= row_height + 4;
      }
      row_height = std::max(size.height, 16.0);
      const double middle = y - row_height / 2;
      add_sample(i, x, middle);
      add_text("legend" + std::to_string(i), labels[i], mirrored(x + kSampleWidth + kSampleGap + size.width / 2), middle);
      x += item + kItemGap;
    }
    return y - row_height;
  }

  void add_sample(std::size_t index, double x, double y) {
    const auto& row = diagram_.legend[index];
    const std::string name = "sample" + std::to_string(index);
    const double from = mirrored(x);
    const double to = mirrored(x + kSampleWidth);
    if (row.kind == LegendRow::Kind::kShape) {
      Agnode_t* node = agnode(graph_.get(), c(name), 1);
      set(node, "id", name);
      set(node, "label", "");
      set(node, "width", points((kSampleWidth - 8) / kPointsPerInch));
      set(node, "height", points(14 / kPointsPerInch));
      set(node, "fixedsize", "true");
      set(node, "pos", at((from + to) / 2, y));
      set_shape(node, row.type);
      return;
    }
    if (row.kind == LegendRow::Kind::kWidth) {
      add_line(name + "thin", from, to, y + 4, row, 1);
      add_line(name + "wide", from, to, y - 4, row, 8);
      return;
    }
    add_line(name, from, to, y, row, 2);
  }

  void set_shape(Agnode_t* node, EntityType type) const {
    const ShapeStyle style = shape_style(type, false);
    set(node, "shape", style.shape);
    set(node, "style", style.style);
    set(node, "fillcolor", style.fill);
    set(node, "color", style.line);
    set(node, "penwidth", style.line_width);
  }

  Agnode_t* add_end(const std::string& name, double x, double y) {
    Agnode_t* node = agnode(graph_.get(), c(name), 1);
    set(node, "label", "");
    set(node, "shape", "point");
    set(node, "style", "invis");
    set(node, "width", "0.01");
    set(node, "height", "0.01");
    set(node, "pos", at(x, y));
    return node;
  }

  void add_line(const std::string& name, double from, double to, double y, const LegendRow& row, std::uint32_t claims) {
    Agedge_t* edge = agedge(graph_.get(), add_end(name + "from", from, y), add_end(name + "to", to, y), c(name), 1);
    const bool family = row.kind == LegendRow::Kind::kFamily;
    const auto& style = style_of(family ? row.family : RelationFamily::kStructure);
    const Polarity polarity = row.kind == LegendRow::Kind::kDenied ? Polarity::kDenied : Polarity::kAffirmed;
    const Modality modality = row.kind == LegendRow::Kind::kUncertain ? Modality::kPossible : Modality::kFact;
    set(edge, "id", name);
    set(edge, "label", "");
    set(edge, "color", family ? std::string(style.line_colour) : std::string(kQuietInk));
    set(edge, "style", std::string(line_style(polarity, modality)));
    set(edge, "penwidth", points(line_width(claims)));
    set(edge, "arrowsize", points(arrow_size(claims)));
    set(edge, "arrowhead", std::string(family ? style.arrow_head : "none"));
    const double tip = family ? (to > from ? 8 : -8) : 0;
    const double end = to - tip;
    std::string place = family ? "e," + at(to, y) + " " : "";
    for (const double share : {0.0, 1.0 / 3, 2.0 / 3, 1.0}) place += at(from + (end - from) * share, y) + " ";
    set(edge, "pos", place);
  }

  void add_notes(double top) {
    const std::size_t count = diagram_.notes.size();
    if (count == 0) return;
    const auto fit = static_cast<std::size_t>(width_ / kColumnWidth);
    const std::size_t columns = std::clamp<std::size_t>(fit, 1, std::max<std::size_t>(1, std::min<std::size_t>(3, count)));
    const double column = (width_ - kColumnGap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const auto borders = column_borders(columns, column);
    std::size_t index = 0;
    for (std::size_t i = 0; i < columns; ++i) {
      const std::string label = notes_label(diagram_, borders[i], borders[i + 1], column, style_);
      if (label.empty()) continue;
      hang("notes" + std::to_string(index), label, static_cast<double>(index) * (column + kColumnGap), top, false);
      ++index;
    }
  }

  /// Shares the footnotes out so that columns are about equally high.
  std::vector<std::size_t> column_borders(std::size_t columns, double width) const {
    std::size_t lines = 0;
    for (const auto& note : diagram_.notes) lines += note_lines(note, width);
    std::vector<std::size_t> out = {0};
    std::size_t printed = 0;
    for (std::size_t i = 0; i < diagram_.notes.size() && out.size() < columns; ++i) {
      printed += note_lines(diagram_.notes[i], width);
      if (printed * columns >= lines * out.size()) out.push_back(i + 1);
    }
    while (out.size() < columns + 1) out.push_back(diagram_.notes.size());
    return out;
  }

  const Diagram& diagram_;
  const DotOptions& options_;
  const EarlierPlaces& earlier_;
  bool rtl_;
  LabelStyle style_;
  GVC_t* gvc_;
  /// Where text is measured. Graphviz's Pango plug-in goes on comparing with the name of the last font: the graph that holds it must live.
  Graph scratch_;
  Graph graph_;
  Rect box_;
  double left_ = 0;
  double width_ = 0;
  /// The sheet's left edge, at the height of the drawing's lower one.
  Agnode_t* origin_ = nullptr;
  /// Drawing and legend.
  Rect used_;
  std::vector<Hung> hung_;
};

}  // namespace

std::string draw_sheet(const Diagram& diagram, const DotOptions& options, const std::string& device, std::uint32_t dpi,
                       const EarlierPlaces& earlier) {
  return Sheet(diagram, options, earlier).draw(device, dpi);
}

}  // namespace isnad::render
