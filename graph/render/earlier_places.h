#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "graph/render/positions.h"

namespace isnad::render {

/// Where the nodes of an earlier drawing stood, by the entity's key as `clean_text` leaves it; `others:KEY` for
/// folded neighbours of KEY. Points, y upwards; only the places relative to each other mean something.
using EarlierPlaces = std::map<std::string, Position, std::less<>>;

/// Reads the places from an SVG that `render` made (groups with `data-entity`; what somebody moved since counts), or from lines
/// `KEY X Y` with tabs or spaces before the numbers, y downwards as on a screen, `#` at the start of a line for a comment.
///
/// `file`: only for messages. Nothing is read besides `text`: no entity of a document type, no network.
/// Throws: FormatError naming file and line for XML that is not well-formed, for places that are no numbers, and where there
/// are no places at all.
[[nodiscard]] EarlierPlaces read_earlier_places(std::string_view text, const std::string& file);

}  // namespace isnad::render
