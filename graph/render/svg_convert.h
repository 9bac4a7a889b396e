#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad::render {

/// An SVG drawing as PDF (vectors, text stays text) or PNG, by librsvg and Pango.
///
/// Returns: the bytes; the same for the same drawing, libraries and fonts.
/// Throws: Error with the library's words, or when a PNG would have more than 100 million dots.
[[nodiscard]] std::string svg_to_pdf(std::string_view svg);
[[nodiscard]] std::string svg_to_png(std::string_view svg, std::uint32_t dpi);

}  // namespace isnad::render
