#pragma once

// Inside graph/render only.

#include <cstdint>
#include <string>

#include "graph/render/diagram.h"
#include "graph/render/dot_writer.h"
#include "graph/render/earlier_places.h"

namespace isnad::render {

/// Lays a diagram out with libgvc, for the engine `nop` like `earlier` (`like_layout.h`), sets title, legend and footnotes
/// around it and renders the sheet.
///
/// `device`: Graphviz's name of renderer and device: `svg:svg:core`, `png:cairo:cairo`, `pdf:cairo:cairo`.
/// Throws: Error with Graphviz's own words; Refusal (`child_process.h`), before anything is drawn, for a PNG of more than 100
/// million dots or with a side of more than 32767.
/// Threads: Graphviz keeps global state: once a process, in a child (`run_in_child`).
[[nodiscard]] std::string draw_sheet(const Diagram& diagram, const DotOptions& options, const std::string& device,
                                     std::uint32_t dpi, const EarlierPlaces& earlier = {});

}  // namespace isnad::render
