#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/span.h"

namespace isnad::render {

/// A stretch of a sentence that belongs to a claim, in UTF-16 code units, as JavaScript counts.
struct WebMark {
  std::size_t begin = 0;
  std::size_t end = 0;
  /// `s` subject, `r` relation, `o` object.
  char slot = 's';
};

struct WebSentence {
  /// Valid UTF-8 without control and bidi control characters; white space as single spaces.
  std::string text;
  /// In the order of the text, disjoint.
  std::vector<WebMark> marks;
};

/// A sentence as a page shows it, with the words of the claim that stand in it.
[[nodiscard]] WebSentence web_sentence(const Claim& claim, Span sentence, std::string_view document_text);

}  // namespace isnad::render
