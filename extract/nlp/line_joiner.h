#pragma once

#include <string_view>
#include <vector>

#include "graph/model/span.h"

namespace isnad::nlp {

/// Divides text into lines as their writer meant them: a line break ends one, unless the text is hard-wrapped.
///
/// A text counts as hard-wrapped when no line is longer than some 120 characters and nearly every break between two lines stands
/// where the next word would have gone past the longest line, mostly within a sentence. Then such breaks end nothing; blank
/// lines, and breaks after lines with room for the next word (headlines, last lines of paragraphs), still do.
///
/// Requires: `text` is valid UTF-8 of less than 4 GiB.
/// Returns: the lines in order, without their breaks; blank ones among them.
/// Cost: linear.
[[nodiscard]] std::vector<Span> meant_lines(std::string_view text);

}  // namespace isnad::nlp
