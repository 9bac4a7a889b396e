#pragma once

// Any string, safe in RDF (graph/model/plain_text.h has XML and DOT, csv.h has CSV).

#include <string>
#include <string_view>

namespace isnad::exporting {

/// A quoted literal of N-Triples, N-Quads and Turtle.
[[nodiscard]] std::string rdf_literal(std::string_view text);
/// The text with all but unreserved ASCII characters percent-encoded, for the end of a URN.
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace isnad::exporting
