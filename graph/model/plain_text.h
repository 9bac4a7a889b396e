#pragma once

// Any string made safe for one place in an output: a line, XML, DOT.

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad {

/// Takes one code point off the front of UTF-8. A byte that starts none is taken alone and gives U+FFFD.
///
/// Requires: `text` is not empty.
[[nodiscard]] std::uint32_t next_code_point(std::string_view& text);

/// What is left of a string when it may stand on one line of a terminal, a record or a drawing: valid UTF-8 (other bytes become
/// U+FFFD), no control characters, no bidi controls that could turn the neighbours around, runs of white space as one space, none
/// at the ends.
[[nodiscard]] std::string clean_text(std::string_view text);

/// Content or a quoted attribute of XML 1.0 and HTML; characters that XML forbids are left out, line ends and tabs kept as
/// references, because an attribute would lose them.
[[nodiscard]] std::string xml_text(std::string_view text);

/// A quoted string of Graphviz's DOT language that shows as it is, on one line.
[[nodiscard]] std::string dot_string(std::string_view text);

}  // namespace isnad
