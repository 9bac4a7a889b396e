#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/model/span.h"

namespace isnad::store {

/// Returns: what stands at `spans`, joined by single spaces, white space within them as one space.
[[nodiscard]] std::string words_at(const std::vector<Span>& spans, std::string_view text);

/// Returns: `words == words_at(spans, text)`.
[[nodiscard]] bool is_spelled(std::string_view words, const std::vector<Span>& spans, std::string_view text);

}  // namespace isnad::store
