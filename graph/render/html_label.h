#pragma once

// Inside graph/render only: Graphviz's HTML-like labels.

#include <string>
#include <string_view>

namespace isnad::render {

/// Any string made safe inside an HTML-like label: one clean line, escaped so that it shows as it is (no markup, no entity, no
/// `\N`), with its direction marked.
[[nodiscard]] std::string label_text(std::string_view text, bool sheet_right_to_left);

/// One line of text in a table of lines; rows instead of breaks, because Graphviz sets broken lines too close for Arabic.
[[nodiscard]] std::string text_row(std::string_view escaped, std::string_view align = "CENTER");
/// A table without lines. `padding` in points around each cell.
[[nodiscard]] std::string plain_table(std::string_view rows, int padding);

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
