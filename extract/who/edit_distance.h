#pragma once

#include <string_view>

namespace isnad::who {

/// Returns: true when one insertion, deletion or exchange of a letter makes `a` of `b`, or they are equal, and the shorter
/// has at least `min_letters`.
/// Requires: valid UTF-8.
[[nodiscard]] bool is_spelling_variant(std::string_view a, std::string_view b, std::size_t min_letters = 4);

}  // namespace isnad::who
