#include "graph/render/theme.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "graph/render/style.h"

namespace isnad::render {

namespace {

bool is_colour(std::string_view value) {
  return value.size() == 7 && value[0] == '#' &&
         std::all_of(value.begin() + 1, value.end(), [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; });
}

std::string upper(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return out;
}

/// Returns: the colour that drawings use for a name of the theme file; empty for an unknown name.
std::string drawn_colour(const std::string& name) {
  constexpr std::array<std::string_view, 5> kFamilies = {"cooperation", "conflict", "control", "structure", "other"};
  for (std::size_t i = 0; i < kFamilies.size(); ++i) {
    const auto& style = style_of(static_cast<RelationFamily>(i));
    if (name == kFamilies[i]) return upper(style.line_colour);
    if (name == std::string(kFamilies[i]) + ".text") return upper(style.text_colour);
  }
  if (name == "ink") return upper(kInk);
  if (name == "quiet") return upper(kQuietInk);
  if (name == "paper") return "#FFFFFF";
  if (name == "node") return upper(shape_style(EntityType::kPerson, false).fill);
  if (name == "focus") return upper(shape_style(EntityType::kPerson, true).fill);
  return {};
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())) != 0) text.remove_suffix(1);
  return text;
}

struct PageSize {
  std::string_view name;
  std::string_view width;
  std::string_view height;
};
constexpr std::array<PageSize, 4> kPages = {{{"a4", "210mm", "297mm"}, {"a4-landscape", "297mm", "210mm"}, {"slide", "338.67mm", "190.5mm"}, {"square", "200mm", "200mm"}}};

/// Sets an attribute of the first element, which an SVG file's root is.
void set_root_attribute(std::string& svg, std::string_view name, std::string_view value) {
  const auto root = svg.find("<svg");
  if (root == std::string::npos) return;
  const auto end = svg.find('>', root);
  const std::string key = " " + std::string(name) + "=\"";
  const auto at = svg.find(key, root);
  if (at != std::string::npos && at < end) {
    const auto from = at + key.size();
    svg.replace(from, svg.find('"', from) - from, value);
  } else {
    svg.insert(root + 4, key + std::string(value) + "\"");
  }
}

}  // namespace

Theme print_theme() {
  Theme theme;
  const std::array<std::pair<std::string_view, std::string_view>, 10> greys = {{{"cooperation", "#000000"}, {"conflict", "#000000"}, {"control", "#3A3A3A"}, {"structure", "#8A8A8A"}, {"other", "#A8A8A8"}, {"cooperation.text", "#000000"}, {"conflict.text", "#000000"}, {"control.text", "#202020"}, {"structure.text", "#4F4F4F"}, {"other.text", "#5A5A5A"}}};
  for (const auto& [name, colour] : greys) theme.colours[drawn_colour(std::string(name))] = colour;
  for (std::size_t i = 0; i < kGroupStyles; ++i) {
    theme.colours[upper(group_style(i).fill)] = i % 2 == 0 ? "#F4F4F4" : "#EBEBEB";
    theme.colours[upper(group_style(i).line)] = "#8A8A8A";
  }
  theme.colours[drawn_colour("node")] = "#FFFFFF";
  theme.colours[drawn_colour("focus")] = "#E4E4E4";
  return theme;
}

Theme parse_theme(std::string_view text, const std::string& path) {
  Theme theme;
  std::size_t number = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const auto space = line.find_first_of(" \t");
    const std::string name(line.substr(0, space));
    const std::string value(space == std::string_view::npos ? std::string_view{} : trimmed(line.substr(space)));
    const std::string where = path + ":" + std::to_string(number) + ": ";
    if (name == "fonts") {
      if (value.empty()) throw UsageError(where + "fonts needs a list of families");
      theme.fonts = value;
      continue;
    }
    const std::string drawn = drawn_colour(name);
    if (drawn.empty()) throw UsageError(where + "no such name: " + clean_text(name));
    if (!is_colour(value)) throw UsageError(where + clean_text(name) + " needs a colour like #0072B2");
    theme.colours[drawn] = upper(value);
  }
  return theme;
}

std::string themed_svg(std::string_view svg, const Theme& theme) {
  std::string out;
  out.reserve(svg.size());
  for (std::size_t at = 0; at < svg.size();) {
    // Text has its quotation marks escaped, so a quoted value is an attribute's.
    if (svg[at] == '"' && at + 8 < svg.size() && svg[at + 8] == '"' && is_colour(svg.substr(at + 1, 7))) {
      const auto colour = theme.colours.find(upper(svg.substr(at + 1, 7)));
      out += '"';
      out += colour == theme.colours.end() ? std::string(svg.substr(at + 1, 7)) : colour->second;
      out += '"';
      at += 9;
      continue;
    }
    constexpr std::string_view kFont = " font-family=\"";
    if (!theme.fonts.empty() && svg.compare(at, kFont.size(), kFont) == 0) {
      const auto end = svg.find('"', at + kFont.size());
      if (end == std::string_view::npos) break;
      out += std::string(kFont) + xml_text(theme.fonts) + "\"";
      at = end + 1;
      continue;
    }
    out += svg[at++];
  }
  return out;
}

std::string on_page(std::string_view svg, const std::string& size) {
  const auto page = std::find_if(kPages.begin(), kPages.end(), [&](const PageSize& known) { return known.name == size; });
  if (page == kPages.end()) throw UsageError("unknown size '" + size + "': a4, a4-landscape, slide or square");
  std::string out(svg);
  set_root_attribute(out, "width", page->width);
  set_root_attribute(out, "height", page->height);
  return out;
}

}  // namespace isnad::render
