#include "graph/render/svg_text.h"

#include <cstddef>
#include <map>

#include "graph/render/plain_text.h"
#include "graph/render/sheet_text.h"

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
    out["n" + std::to_string(i)] = node.second_name.empty() ? node.name : node.name + " · " + node.second_name;
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
        if (const auto origin = note_origin(note, diagram.lang); !origin.empty()) tip += "\n" + clean_text("(" + origin + ")");
      }
    }
    out["a" + std::to_string(i)] = tip;
  }
  return out;
}

/// Swaps the ends: in right-to-left text the start is at the right.
std::string turned(std::string attributes) {
  for (const auto& [from, to] : {std::pair{"text-anchor=\"start\"", "text-anchor=\"end\""}, std::pair{"text-anchor=\"end\"", "text-anchor=\"start\""}}) {
    if (const auto at = attributes.find(from); at != std::string::npos) return attributes.replace(at, std::string_view(from).size(), to);
  }
  return attributes;
}

/// `<text ATTRIBUTES>CONTENT` up to the closing tag; the mark that gave Pango the direction becomes an attribute.
std::string text_element(std::string_view attributes, std::string_view content) {
  constexpr std::string_view kAsReference = "&#8207;";
  const bool right_to_left = take(content, kRightToLeftMark) || take(content, kAsReference);
  if (!right_to_left) return "<text" + std::string(attributes) + ">" + std::string(content);
  return "<text" + turned(std::string(attributes)) + " direction=\"rtl\" unicode-bidi=\"embed\">" + std::string(content);
}

}  // namespace

std::string finished_svg(std::string_view svg, const Diagram& diagram) {
  const auto tip_of = tips(diagram);
  std::string out;
  out.reserve(svg.size() + svg.size() / 4);
  std::string group;
  bool titled = false;
  while (!svg.empty()) {
    const auto next = svg.find('<');
    if (next == std::string_view::npos) break;
    out += svg.substr(0, next);
    svg.remove_prefix(next);
    if (take(svg, "<!--")) {
      const auto end = svg.find("-->");
      svg.remove_prefix(end == std::string_view::npos ? svg.size() : end + 3);
      if (take(svg, "\n")) continue;
      continue;
    }
    const auto end = svg.find('>');
    if (end == std::string_view::npos) break;
    const auto tag = svg.substr(0, end);
    if (tag.rfind("<text", 0) == 0) {
      const auto close = svg.find("</text>");
      if (close == std::string_view::npos) break;
      out += text_element(tag.substr(5), svg.substr(end + 1, close - end - 1));
      svg.remove_prefix(close);
      continue;
    }
    if (tag.rfind("<svg", 0) == 0 && !titled) {
      titled = true;
      out += std::string(tag) + " xml:lang=\"" + (diagram.right_to_left() ? "ar" : "en") + "\" role=\"img\">";
      out += "\n<title>" + escape_xml(clean_text(diagram.title)) + "</title>";
      svg.remove_prefix(end + 1);
      continue;
    }
    if (tag.rfind("<g id=\"", 0) == 0) group = std::string(tag.substr(7, tag.find('"', 7) - 7));
    if (tag == "<title>") {
      const auto close = svg.find("</title>");
      if (close == std::string_view::npos) break;
      const auto tip = tip_of.find(group);
      // Graphviz puts names such as `n0` here, which tell nobody anything.
      if (tip != tip_of.end()) out += "<title>" + escape_xml(tip->second) + "</title>";
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
