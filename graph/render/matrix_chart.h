#pragma once

#include <string>

#include "graph/render/diagram.h"

namespace isnad::render {

/// Who does what to whom as a table: a row for each that acts, a column for each that is acted on, both in the same order and
/// numbered alike; in each cell a dot for each family of relations, its area growing with the claims, hollow and dashed when
/// denied. Reads well where a drawing of arrows would be a hairball.
///
/// Returns: SVG with the diagram's title, legend and footnotes. A diagram without arrows gives a sheet with its remark.
[[nodiscard]] std::string matrix_svg(const Diagram& diagram);

}  // namespace isnad::render
