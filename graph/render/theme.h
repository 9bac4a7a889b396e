#pragma once

#include <map>
#include <string>
#include <string_view>

namespace isnad::render {

/// Other colours and fonts for a finished drawing. The default changes nothing.
struct Theme {
  /// From the colours that drawings are made in (`#0072B2`, capitals) to others.
  std::map<std::string, std::string> colours;
  /// Font families, first choice first; empty: as drawn.
  std::string fonts;
};

/// Black and grey on white: families are told apart by arrow heads and, on charts, by shades.
[[nodiscard]] Theme print_theme();

/// Reads a theme: a line each, `NAME VALUE`, `#` begins a comment at the start of a line. Names: `cooperation conflict control
/// structure other` (lines and dots), the same with `.text` (small print), `ink quiet paper node focus`; values `#RRGGBB`; and `fonts`
/// with a list of families.
///
/// `path`: only for messages.
/// Throws: UsageError naming path and line at what it does not know.
[[nodiscard]] Theme parse_theme(std::string_view text, const std::string& path);

/// Returns: the drawing in the theme's colours and fonts. Only attributes change, never text.
[[nodiscard]] std::string themed_svg(std::string_view svg, const Theme& theme);

/// Sizes of paper and screens by name: `a4 a4-landscape slide square`.
/// Returns: the drawing on a page of that size, as large as it fits, in its middle.
/// Throws: UsageError at another name.
[[nodiscard]] std::string on_page(std::string_view svg, const std::string& size);

}  // namespace isnad::render
