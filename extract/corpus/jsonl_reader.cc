#include <optional>
#include <string>
#include <utility>

#include "extract/corpus/date.h"
#include "extract/corpus/document_id.h"
#include "extract/corpus/encoding.h"
#include "extract/corpus/jsonl_article.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

/// Joins the sentences by newlines; each keeps its bytes as they came. One without a word is no sentence.
void take_sentences(JsonlArticle& article, Document& document) {
  std::vector<SentenceSpan> spans;
  for (JsonlArticle::Sentence& sentence : article.sentences) {
    if (trimmed(sentence.text).empty()) continue;
    if (!document.text.empty()) document.text.push_back('\n');
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text += sentence.text;
    spans.push_back({{begin, static_cast<std::uint32_t>(document.text.size())}, std::move(sentence.id), {}});
  }
  document.sentences = std::move(spans);
}

Document to_document(JsonlArticle article, const Reading& reading, std::uint64_t line) {
  Document document;
  document.title = one_line(article.title);
  document.source = one_line(article.source);
  document.url = std::string(trimmed(article.url));
  document.lang = language_code(article.lang);
  document.path = reading.path.string();
  document.line = line;
  if (article.has_sentences) {
    take_sentences(article, document);
  } else if (!trimmed(article.text).empty()) {
    document.text = with_headline(document.title, article.text);
  }
  if (document.text.empty()) throw Unusable("no \"text\" and no \"sentences\" with words in them");
  document.id = document_id(trimmed(article.id), document.url, document.text);
  for (std::size_t n = 0; n < document.sentences.size(); ++n) {
    if (document.sentences[n].id.empty()) document.sentences[n].id = document.id.str() + "#" + std::to_string(n);
  }
  if (const auto date = iso_date(article.date)) {
    document.published = *date;
  } else if (!trimmed(article.date).empty()) {
    reading.diagnostics.report(document.path, line,
                               "\"" + one_line(article.date) + "\" is not understood as a date; the article is kept without one");
  }
  return document;
}

}  // namespace

bool read_jsonl(const Reading& reading) {
  std::string line;
  std::uint64_t number = 0;
  for (;;) {
    const ByteReader::Line status = reading.bytes.next_line(line);
    if (status == ByteReader::Line::kEnd) break;
    ++number;
    std::optional<Document> document;
    try {
      if (status == ByteReader::Line::kTooLong)
        throw Unusable("a line longer than " + std::to_string(kMaxArticleBytes >> 20U) + " MiB");
      if (number == 1 && line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
      if (trimmed(line).empty()) continue;
      require_text(line);
      document = to_document(parse_jsonl_article(line), reading, number);
    } catch (const Unusable& reason) {
      reading.diagnostics.report(reading.path.string(), number, reason.what());
      continue;
    }
    if (!reading.sink(std::move(*document))) return false;
  }
  if (number == 0) throw Unusable("empty");
  return true;
}

}  // namespace isnad::corpus
