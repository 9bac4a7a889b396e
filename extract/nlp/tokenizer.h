#pragma once

#include <string_view>
#include <vector>

#include "extract/nlp/language.h"
#include "extract/nlp/token.h"
#include "extract/nlp/word_tables.h"

namespace isnad::nlp {

/// Divides text into tokens: words, numbers with their decimal and thousands signs, links, hashtags (`#` is a token of its
/// own, words joined by `_` are one), emoji, punctuation marks. Follows UD English EWT for English text, and for Arabic the
/// scheme of PADT's successors: in English `5:30`, `17/5/2018` and `...` are one token, in Arabic their parts are.
///
/// Threads: safe.
class Tokenizer {
 public:
  /// Lifetime: `tables` must outlive the tokeniser.
  explicit Tokenizer(const WordTables& tables) : tables_(tables) {}

  /// Appends the tokens of `text[range)` to `tokens`, spans counted in `text`, in order and disjoint. White space, control
  /// characters and marks that no one sees (bidi, zero width) between tokens belong to none.
  ///
  /// Requires: `text` is valid UTF-8 and `range` falls on code point borders.
  /// Cost: linear.
  void tokenize(std::string_view text, Span range, Language language, std::vector<Token>& tokens) const;

 private:
  const WordTables& tables_;
};

}  // namespace isnad::nlp
