#pragma once

#include <string>
#include <string_view>

namespace isnad::render {

/// Puts into an SVG, as `@font-face`, the fonts that its text names, cut down to the letters that are there with the rules that join
/// them, so that it looks the same where these fonts are not installed. Of the families that a text names the first that has a letter
/// gives it, as in a browser; letters that none of them has are left to the viewer.
///
/// Requires: `svg` is well-formed, as `render` and the charts write it.
/// Returns: the SVG with a `<style>` more; as it was when no text names a family that is installed.
/// Throws: Error when a font cannot be read. Threads: fontconfig's default configuration is shared. Cost: about 20 kB a font in the file.
[[nodiscard]] std::string with_embedded_fonts(std::string_view svg);

}  // namespace isnad::render
