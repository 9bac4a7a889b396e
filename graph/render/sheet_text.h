#pragma once

// Inside graph/render only: title, legend and footnotes as HTML-like labels, for the laid-out sheet and for DOT alike.

#include <cstddef>
#include <string>
#include <vector>

#include "graph/render/diagram.h"
#include "graph/render/html_label.h"

namespace isnad::render {

/// Title, subtitle and remark, one table. Empty when there is none of them.
[[nodiscard]] std::string title_label(const Diagram& diagram, double width_points, const LabelStyle& style);

/// The text beside one sample of the legend.
[[nodiscard]] std::string legend_label(const LegendRow& row, const LabelStyle& style);

/// The footnotes `[first, last)`, one table, lines no wider than `width_points`.
[[nodiscard]] std::string notes_label(const Diagram& diagram, std::size_t first, std::size_t last, double width_points,
                                      const LabelStyle& style);

/// Returns: how many lines of print a footnote takes at that width, its source's line counted.
[[nodiscard]] std::size_t note_lines(const Footnote& note, double width_points);

/// Returns: who says so, where and when, in words of the sheet's language: `Peskov`, `Reuters`, `13 February 2020`; what is not
/// known is left out.
[[nodiscard]] std::vector<std::string> note_origin(const Footnote& note, const std::string& sheet_lang);

}  // namespace isnad::render
