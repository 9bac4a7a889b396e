#pragma once

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace isnad::who {

/// Returns: true when `text` is one of `words`.
[[nodiscard]] inline bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace isnad::who
