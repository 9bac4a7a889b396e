#pragma once

// Inside graph/render only: the files of graph/render/web, which the build embeds.

#include <string_view>

namespace isnad::render::web {

/// The page, with `@NAME@` where its parts go.
extern const std::string_view kHtml;
extern const std::string_view kStyle;
extern const std::string_view kScript;
/// Cytoscape.js, minified, its licence in its first lines.
extern const std::string_view kCytoscape;

}  // namespace isnad::render::web
