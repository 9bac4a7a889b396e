#pragma once

// Inside graph/query only.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::query {

enum class TokenKind : std::uint8_t { kVariable, kWord, kQuoted, kDot, kOpen, kClose, kComma, kBar, kStar, kComparison, kEnd };

struct Token {
  TokenKind kind = TokenKind::kEnd;
  /// Without question mark and quotation marks.
  std::string text;
  std::size_t offset = 0;
  std::size_t size = 0;
};

/// Cuts a pattern into tokens; the last is `kEnd`.
///
/// Throws: PatternError at a quotation that does not end, a `?` without a name, a stray sign.
[[nodiscard]] std::vector<Token> pattern_tokens(std::string_view text);

}  // namespace isnad::query
