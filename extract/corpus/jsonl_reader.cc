#include <optional>
#include <set>
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

/// Sees to it that each sentence has a name that fits a line and that no other sentence of the document has. Of those that the
/// corpus gives the same one the first keeps it; the others, and those without one, are named by their number.
/// Returns: the first name that was given again; nothing when each was given once.
std::optional<std::string> name_sentences(Document& document) {
  std::set<std::string> taken;
  std::optional<std::string> repeated;
  for (SentenceSpan& sentence : document.sentences) {
    sentence.id = tame_id(trimmed(sentence.id));
    if (sentence.id.empty() || taken.insert(sentence.id).second) continue;
    if (!repeated) repeated = sentence.id;
    sentence.id.clear();
  }
  for (std::size_t n = 0; n < document.sentences.size(); ++n) {
    std::string& id = document.sentences[n].id;
    if (!id.empty()) continue;
    const std::string by_number = document.id.str() + "#" + std::to_string(n);
    id = by_number;
    for (int k = 2; !taken.insert(id).second; ++k) id = by_number + "." + std::to_string(k);
  }
  return repeated;
}

Document to_document(JsonlArticle article, const Reading& reading, std::uint64_t line) {
  Document document;
  document.title = one_line(article.title);
  document.source = one_line(article.source);
  document.url = std::string(trimmed(article.url));
  document.lang = language_code(article.lang);
  document.published = iso_date(article.date).value_or("");
  document.path = reading.path.string();
  document.line = line;
  if (article.has_sentences) {
    take_sentences(article, document);
  } else if (!trimmed(article.text).empty()) {
    document.text = with_headline(document.title, article.text);
  }
  if (document.text.empty()) throw Unusable("no \"text\" and no \"sentences\" with words in them");
  require_analysable(document.text);
  document.id = document_id(trimmed(article.id), document);
  if (const auto repeated = name_sentences(document)) {
    reading.diagnostics.warn(
        document.path, line,
        "several sentences have the \"id\" \"" + *repeated + "\"; all but the first are named by their number");
  }
  if (document.published.empty() && !trimmed(article.date).empty()) {
    reading.diagnostics.warn(
        document.path, line,
        "\"" + one_line(article.date) + "\" is not understood as a date (YYYY-MM-DD is); the article is kept without one");
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
        throw Unusable("a line longer than " + std::to_string(kMaxRawBytes >> 20U) + " MiB");
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
