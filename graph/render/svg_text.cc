#include "graph/render/svg_text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <map>
#include <optional>
#include <utility>

#include "graph/model/plain_text.h"
#include "graph/render/html_label.h"
#include "graph/render/sheet_text.h"
#include "graph/render/text_fit.h"

namespace isnad::render {

namespace {

bool take(std::string_view& text, std::string_view prefix) {
  if (text.substr(0, prefix.size()) != prefix) return false;
  text.remove_prefix(prefix.size());
  return true;
}

/// Tips by the id of a node's or an arrow's group.
std::map<std::string, std::string, std::less<>> tips(const Diagram& diagram) {
  std::map<std::string, std::string, std::less<>> out;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) {
    const auto& node = diagram.nodes[i];
    out["n" + std::to_string(i)] = clean_text(node.second_name.empty() ? node.name : node.name + " · " + node.second_name);
  }
  for (std::size_t i = 0; i < diagram.arrows.size(); ++i) {
    const auto& arrow = diagram.arrows[i];
    std::string tip;
    for (const auto& line : arrow.lines) {
      if (!tip.empty()) tip += "\n";
      tip += clean_text(diagram.nodes[arrow.source].name + " — " + line.label + " — " + diagram.nodes[arrow.target].name);
      for (const auto number : line.notes) {
        const auto& note = diagram.notes[number - 1];
        tip += "\n" + clean_text(std::to_string(number) + ". " + note.sentence);
        for (const auto& part : note_origin(note, diagram.lang)) tip += " · " + clean_text(part);
      }
    }
    out["a" + std::to_string(i)] = tip;
  }
  return out;
}

/// Keys by the id of a node's group.
std::map<std::string, std::string, std::less<>> entities(const Diagram& diagram) {
  std::map<std::string, std::string, std::less<>> out;
  for (std::size_t i = 0; i < diagram.nodes.size(); ++i) out["n" + std::to_string(i)] = clean_text(diagram.nodes[i].entity.str());
  for (std::size_t i = 0; i < diagram.others.size(); ++i) {
    out["others" + std::to_string(i)] = clean_text("others:" + diagram.nodes[diagram.others[i].of].entity.str());
  }
  return out;
}

/// The value of an attribute of a tag; empty when it has none.
std::string_view attribute(std::string_view tag, std::string_view name) {
  const std::string start = " " + std::string(name) + "=\"";
  const auto at = tag.find(start);
  if (at == std::string_view::npos) return {};
  const auto value = tag.substr(at + start.size());
  return value.substr(0, value.find('"'));
}

void set_attribute(std::string& tag, std::string_view name, std::string_view value) {
  const auto old = attribute(tag, name);
  if (old.data() != nullptr) tag.replace(static_cast<std::size_t>(old.data() - tag.data()), old.size(), value);
}

/// The background reaches this far beyond the text's own box.
constexpr double kCellPadding = 1;

/// Where the next line of text belongs: from the background of its cell.
struct Cell {
  Align align = Align::kLeft;
  double left = 0;
  double right = 0;
};

std::optional<Align> alignment(std::string_view fill) {
  if (fill == CellMark::kLeft) return Align::kLeft;
  if (fill == CellMark::kCentre) return Align::kCentre;
  if (fill == CellMark::kRight) return Align::kRight;
  return std::nullopt;
}

/// Reads the corners `x,y x,y ...` of a cell's background.
Cell cell(Align align, const std::string& corners) {
  Cell out{align, std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
  for (std::size_t at = 0; at < corners.size();) {
    const double x = std::strtod(corners.c_str() + at, nullptr);
    out.left = std::min(out.left, x);
    out.right = std::max(out.right, x);
    const auto space = corners.find(' ', at);
    at = space == std::string::npos ? corners.size() : space + 1;
  }
  return out;
}

std::string coordinate(double value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.2f", value);
  return out.data();
}

/// `<text ATTRIBUTES>CONTENT` up to the closing tag. The mark that gave Pango the direction becomes an attribute, and the text is
/// anchored where it is aligned; in right-to-left text the start is at the right.
std::string text_element(std::string_view attributes, std::string_view content, const std::optional<Cell>& cell) {
  constexpr std::string_view kAsReference = "&#8207;";
  const bool right_to_left = take(content, kRightToLeftMark) || take(content, kAsReference);
  std::string tag(attributes);
  Align align = Align::kLeft;
  if (cell) {
    align = cell->align;
    if (align == Align::kCentre) set_attribute(tag, "x", coordinate((cell->left + cell->right) / 2));
    if (align == Align::kRight) set_attribute(tag, "x", coordinate(cell->right - kCellPadding));
  }
  const bool at_start = (align == Align::kLeft) != right_to_left;
  set_attribute(tag, "text-anchor", align == Align::kCentre ? "middle" : at_start ? "start" : "end");
  if (right_to_left) tag += " direction=\"rtl\" unicode-bidi=\"embed\"";
  return "<text" + tag + ">" + std::string(content);
}

}  // namespace

std::string finished_svg(std::string_view svg, const Diagram& diagram) {
  const auto tip_of = tips(diagram);
  const auto entity_of = entities(diagram);
  std::string out;
  out.reserve(svg.size() + svg.size() / 4);
  std::string group;
  std::optional<Cell> next_cell;
  bool titled = false;
  while (!svg.empty()) {
    const auto next = svg.find('<');
    if (next == std::string_view::npos) break;
    out += svg.substr(0, next);
    svg.remove_prefix(next);
    if (take(svg, "<!--")) {
      const auto end = svg.find("-->");
      svg.remove_prefix(end == std::string_view::npos ? svg.size() : end + 3);
      take(svg, "\n");
      continue;
    }
    const auto end = svg.find('>');
    if (end == std::string_view::npos) break;
    const auto tag = svg.substr(0, end);
    if (tag.rfind("<text", 0) == 0) {
      const auto close = svg.find("</text>");
      if (close == std::string_view::npos) break;
      out += text_element(tag.substr(5), svg.substr(end + 1, close - end - 1), next_cell);
      next_cell.reset();
      svg.remove_prefix(close);
      continue;
    }
    if (tag.rfind("<polygon", 0) == 0) {
      if (const auto align = alignment(attribute(tag, "fill"))) {
        next_cell = cell(*align, std::string(attribute(tag, "points")));
        svg.remove_prefix(end + 1);
        take(svg, "\n");
        continue;
      }
    }
    if (tag.rfind("<svg", 0) == 0 && !titled) {
      titled = true;
      out += std::string(tag) + " xml:lang=\"" + (diagram.right_to_left() ? "ar" : "en") + "\" role=\"img\">";
      out += "\n<title>" + xml_text(clean_text(diagram.title)) + "</title>";
      svg.remove_prefix(end + 1);
      continue;
    }
    if (tag.rfind("<g id=\"", 0) == 0) {
      group = std::string(tag.substr(7, tag.find('"', 7) - 7));
      if (const auto entity = entity_of.find(group); entity != entity_of.end()) {
        out += std::string(tag) + " data-entity=\"" + xml_text(entity->second) + "\">";
        svg.remove_prefix(end + 1);
        continue;
      }
    }
    if (tag == "<title") {
      const auto close = svg.find("</title>");
      if (close == std::string_view::npos) break;
      const auto tip = tip_of.find(group);
      // Graphviz puts names such as `n0` here, which tell nobody anything.
      if (tip != tip_of.end()) out += "<title>" + xml_text(tip->second) + "</title>";
      svg.remove_prefix(close + 8);
      if (tip == tip_of.end()) take(svg, "\n");
      continue;
    }
    out += svg.substr(0, end + 1);
    svg.remove_prefix(end + 1);
  }
  out += svg;
  return out;
}

}  // namespace isnad::render
