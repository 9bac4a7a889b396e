#pragma once

// Inside graph/render only: Graphviz's HTML-like labels.

#include <string>
#include <string_view>

namespace isnad::render {

/// Any string made safe inside an HTML-like label: one clean line, escaped so that it shows as it is (no markup, no entity, no
/// `\N`), with its direction marked.
[[nodiscard]] std::string label_text(std::string_view text, bool sheet_right_to_left);

enum class Align { kLeft, kCentre, kRight };

/// Graphviz anchors every line of an HTML-like label at its left end, so that in a viewer with other fonts centred and
/// right-aligned lines drift. For SVG each cell is therefore given a background that tells how its text is aligned;
/// `finished_svg` takes the background away and anchors the text by the cell's edges. Never shown: other formats go without.
struct CellMark {
  static constexpr std::string_view kLeft = "#fe0001";
  static constexpr std::string_view kCentre = "#fe0002";
  static constexpr std::string_view kRight = "#fe0003";
};

/// How labels of one drawing are written.
struct LabelStyle {
  bool right_to_left = false;
  /// Put `CellMark`s under lines of text.
  bool marked = false;

  [[nodiscard]] Align start() const { return right_to_left ? Align::kRight : Align::kLeft; }
};

/// One line of text as a table cell, and as a row: rows instead of breaks, because Graphviz sets broken lines too close for
/// Arabic.
[[nodiscard]] std::string text_cell(std::string_view escaped, Align align, const LabelStyle& style);
[[nodiscard]] std::string text_row(std::string_view escaped, Align align, const LabelStyle& style);
/// A table without lines. `padding` in points around each cell.
[[nodiscard]] std::string plain_table(std::string_view rows, int padding);
/// Keeps other things `points` away from a table.
[[nodiscard]] std::string padded(std::string_view table, int points);

/// Makes text already escaped bold, or of another size and colour.
[[nodiscard]] std::string in_bold(std::string_view escaped);
[[nodiscard]] std::string in_font(std::string_view escaped, double points, std::string_view colour);

/// Returns: ` ¹ ²`, for any list of numbers; empty for an empty one.
template <class Numbers>
[[nodiscard]] std::string superscripts(const Numbers& numbers);

[[nodiscard]] std::string superscript(unsigned number);

template <class Numbers>
std::string superscripts(const Numbers& numbers) {
  std::string out;
  for (const auto number : numbers) out += " " + superscript(number);
  return out;
}

}  // namespace isnad::render
