#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/nlp/language.h"
#include "extract/nlp/token.h"
#include "extract/nlp/word_tables.h"

namespace isnad::nlp {

/// Where a sentence lies in a vector of tokens, half-open.
struct TokenRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Divides a line of news text into sentences. A line (`meant_lines`) never shares a sentence with another: headlines and
/// captions have no full stop.
///
/// Full stops of abbreviations, initials, numbers and links end nothing; closing quotes and brackets go with the sentence
/// that they close; a dateline (`بيروت (رويترز) -`) is a sentence of its own; `..` after a headline's topic (`صنعاء.. `) ends
/// nothing, after a clause it does. What a site adds around its articles
/// (`تابعنا على`, `Read more`), the second half of a caption that says the same twice, and the comma of `., ` with which
/// scrapers join paragraphs belong to no sentence.
/// Threads: safe.
class SentenceSplitter {
 public:
  /// Lifetime: `tables` must outlive the splitter.
  explicit SentenceSplitter(const WordTables& tables) : tables_(tables) {}

  /// `tokens` are those of one line of `text`. Returns: its sentences in order, disjoint, none empty.
  /// Cost: linear.
  [[nodiscard]] std::vector<TokenRange> split_line(std::string_view text, const std::vector<Token>& tokens,
                                                   Language language) const;

 private:
  const WordTables& tables_;
};

}  // namespace isnad::nlp
