#pragma once

#include <string>
#include <vector>

#include "extract/nlp/language.h"
#include "extract/nlp/sentence_splitter.h"
#include "extract/nlp/token.h"
#include "extract/nlp/tokenizer.h"
#include "graph/model/document.h"

namespace isnad::nlp {

/// A sentence before its tokens are divided into words.
struct RawSentence {
  std::string id;
  Span span;
  Language language = Language::kArabic;
  std::vector<Token> tokens;
};

/// Divides a document into sentences and these into tokens.
///
/// Threads: safe.
class DocumentSplitter {
 public:
  /// Lifetime: `tables` must outlive the splitter.
  explicit DocumentSplitter(const WordTables& tables) : tokenizer_(tables), sentences_(tables) {}

  /// Returns: the document's own sentences where it has some (those without a token left out), else those found in its
  /// text; in text order, spans counted in `document.text`.
  /// Requires: `document.text` is valid UTF-8 of less than 4 GiB; given sentences lie within it, on code point borders.
  [[nodiscard]] std::vector<RawSentence> split(const Document& document) const;

 private:
  void split_line(const Document& document, Span line, Language language, std::vector<RawSentence>& out) const;

  Tokenizer tokenizer_;
  SentenceSplitter sentences_;
};

}  // namespace isnad::nlp
