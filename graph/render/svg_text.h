#pragma once

// Inside graph/render only.

#include <string>
#include <string_view>

#include "graph/render/diagram.h"

namespace isnad::render {

/// Makes Graphviz's plain SVG fit for any viewer: text that reads from right to left says so (`direction`, its anchor turned),
/// the sheet has a title and a language, each node and arrow a `<title>` (names; the sentences behind it) that viewers show as
/// tip, each node's group its entity's key (`data-entity`; `others:KEY` where neighbours of KEY are folded).
[[nodiscard]] std::string finished_svg(std::string_view svg, const Diagram& diagram);

}  // namespace isnad::render
