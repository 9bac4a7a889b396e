#pragma once

#include <cstdint>

#include "graph/model/span.h"

namespace isnad::nlp {

enum class TokenKind : std::uint8_t {
  /// Letters; in Arabic possibly with clitics, in English possibly contracted.
  kWord,
  /// Letters of Arabic glued to a number or a Latin word (`و6`, `لCNN`).
  kMixed,
  kNumber,
  /// A URL, an e-mail address or an account's name: one word whatever it holds.
  kLink,
  kEmoji,
  /// Punctuation marks and signs.
  kMark,
};

/// A piece of text between spaces and marks. Its form is the text that it covers.
struct Token {
  Span span;
  TokenKind kind = TokenKind::kWord;
};

}  // namespace isnad::nlp
