#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::render {

/// Returns: whether the text reads from right to left: its first letter is Arabic (or Hebrew); on a right-to-left sheet any
/// such letter is enough, so that `M5 طريق` keeps the sheet's direction.
[[nodiscard]] bool reads_right_to_left(std::string_view text, bool sheet_right_to_left);

/// Marks that give text its direction where there is no attribute for it (U+200F, U+200E).
inline constexpr std::string_view kRightToLeftMark = "\xE2\x80\x8F";
inline constexpr std::string_view kLeftToRightMark = "\xE2\x80\x8E";

/// Returns: the width of a line in ems of its font: an estimate from letter classes that errs to the wide side.
[[nodiscard]] double estimated_width_em(std::string_view text);

/// Breaks a clean text at spaces into lines no wider than `width_em`; a longer word stands alone on its line.
[[nodiscard]] std::vector<std::string> wrap_text(std::string_view text, double width_em);

/// Returns: the number of code points.
[[nodiscard]] std::size_t letter_count(std::string_view text);

/// Returns: the text cut to at most `letters` code points at a space near the end, with an ellipsis in place of the rest.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t letters);

/// Cuts a sentence to about `letters` code points around what matters in it, `[begin, end)` in bytes, at spaces, with an
/// ellipsis wherever something was cut.
[[nodiscard]] std::string excerpt(std::string_view sentence, std::size_t begin, std::size_t end, std::size_t letters);

}  // namespace isnad::render
