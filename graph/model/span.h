#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <string_view>

namespace isnad {

/// Half-open byte range `[begin, end)` in `Document::text` (UTF-8); both ends fall on code point borders.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] std::uint32_t size_bytes() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin >= end; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  [[nodiscard]] bool overlaps(Span other) const { return begin < other.end && other.begin < end; }

  /// Returns: the bytes of `text` that the span covers, cut at the end of `text`.
  [[nodiscard]] std::string_view of(std::string_view text) const {
    return empty() || begin >= text.size() ? std::string_view{} : text.substr(begin, end - begin);
  }

  friend auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace isnad
