#include "extract/nlp/document_splitter.h"

#include <string_view>
#include <utility>

#include "extract/nlp/line_joiner.h"

namespace isnad::nlp {

namespace {

Language language_of(const Document& document) {
  if (document.lang == "ar") return Language::kArabic;
  if (document.lang == "en") return Language::kEnglish;
  return document_language(document.text);
}

Language language_of(const SentenceSpan& sentence, std::string_view text, Language document) {
  if (sentence.lang == "ar") return Language::kArabic;
  if (sentence.lang == "en") return Language::kEnglish;
  return part_language(sentence.span.of(text), document);
}

}  // namespace

void DocumentSplitter::split_line(const Document& document, Span line, Language language, std::vector<RawSentence>& out) const {
  const std::string_view text = document.text;
  const Language line_language = part_language(line.of(text), language);
  std::vector<Token> tokens;
  tokenizer_.tokenize(text, line, line_language, tokens);
  for (const TokenRange range : sentences_.split_line(text, tokens, line_language)) {
    RawSentence sentence;
    sentence.id = document.id.str() + '#' + std::to_string(out.size());
    sentence.span = {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
    sentence.language = part_language(sentence.span.of(text), line_language);
    sentence.tokens.assign(tokens.begin() + static_cast<std::ptrdiff_t>(range.begin),
                           tokens.begin() + static_cast<std::ptrdiff_t>(range.end));
    out.push_back(std::move(sentence));
  }
}

std::vector<RawSentence> DocumentSplitter::split(const Document& document) const {
  const std::string_view text = document.text;
  const Language language = language_of(document);
  std::vector<RawSentence> out;
  if (!document.sentences.empty()) {
    for (const SentenceSpan& given : document.sentences) {
      RawSentence sentence;
      sentence.id = given.id;
      sentence.span = given.span;
      sentence.language = language_of(given, text, language);
      tokenizer_.tokenize(text, given.span, sentence.language, sentence.tokens);
      if (!sentence.tokens.empty()) out.push_back(std::move(sentence));
    }
    return out;
  }
  for (const Span line : meant_lines(text)) split_line(document, line, language, out);
  return out;
}

}  // namespace isnad::nlp
