#pragma once

// Any string, safe in one format.

#include <string>
#include <string_view>

namespace isnad::exporting {

/// Content or a quoted attribute of XML 1.0; characters that XML forbids are left out.
[[nodiscard]] std::string xml_text(std::string_view text);
/// One CSV field, quoted where it must be.
[[nodiscard]] std::string csv_field(std::string_view text);
/// A quoted string of DOT that shows as it is.
[[nodiscard]] std::string dot_string(std::string_view text);
/// A quoted literal of N-Triples, N-Quads and Turtle.
[[nodiscard]] std::string rdf_literal(std::string_view text);
/// The text with all but unreserved ASCII characters percent-encoded, for the end of a URN.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace isnad::exporting
