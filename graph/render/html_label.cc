#include "graph/render/html_label.h"

#include <array>
#include <cctype>
#include <cstddef>
#include <cstdio>

#include "graph/model/plain_text.h"
#include "graph/render/text_fit.h"

namespace isnad::render {

namespace {

/// Graphviz leaves `&amp;` in a label alone when it writes SVG, taking it for an entity. An invisible word joiner after the
/// ampersand keeps such text what it is.
std::string without_entities(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out.push_back(text[i]);
    if (text[i] != '&') continue;
    std::size_t end = i + 1;
    while (end < text.size() && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '#')) ++end;
    if (end < text.size() && text[end] == ';') out += "\xE2\x81\xA0";
  }
  return out;
}

}  // namespace

std::string label_text(std::string_view text, bool sheet_right_to_left) {
  const std::string clean = clean_text(text);
  if (clean.empty()) return "&#160;";  // an empty font element is an error in Graphviz
  std::string escaped;
  for (const char c : xml_text(without_entities(clean))) {
    escaped.push_back(c);
    if (c == '\\') escaped.push_back('\\');  // Graphviz would replace \N, \G and the like
  }
  return (reads_right_to_left(clean, sheet_right_to_left) ? std::string(kRightToLeftMark) : std::string()) + escaped;
}

std::string text_cell(std::string_view escaped, Align align, const LabelStyle& style) {
  const auto pick = [&](std::string_view left, std::string_view centre, std::string_view right) {
    return std::string(align == Align::kLeft ? left : align == Align::kCentre ? centre : right);
  };
  std::string out = "<TD VALIGN=\"TOP\" ALIGN=\"" + pick("LEFT", "CENTER", "RIGHT") + "\"";
  if (style.marked) out += " BGCOLOR=\"" + pick(CellMark::kLeft, CellMark::kCentre, CellMark::kRight) + "\"";
  return out + ">" + std::string(escaped) + "</TD>";
}

std::string text_row(std::string_view escaped, Align align, const LabelStyle& style) {
  return "<TR>" + text_cell(escaped, align, style) + "</TR>";
}

std::string plain_table(std::string_view rows, int padding) {
  return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"" + std::to_string(padding) + "\">" +
         std::string(rows) + "</TABLE>";
}

std::string padded(std::string_view table, int points) {
  return plain_table("<TR><TD>" + std::string(table) + "</TD></TR>", points);
}

std::string in_bold(std::string_view escaped) { return "<B>" + std::string(escaped) + "</B>"; }

std::string in_font(std::string_view escaped, double points, std::string_view colour) {
  std::array<char, 32> size{};
  std::snprintf(size.data(), size.size(), "%g", points);
  return "<FONT POINT-SIZE=\"" + std::string(size.data()) + "\" COLOR=\"" + std::string(colour) + "\">" + std::string(escaped) +
         "</FONT>";
}

std::string superscript(unsigned number) {
  constexpr std::array<std::string_view, 10> kDigits = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string out;
  for (const char digit : std::to_string(number)) out += kDigits[static_cast<std::size_t>(digit - '0')];
  return out;
}

}  // namespace isnad::render
