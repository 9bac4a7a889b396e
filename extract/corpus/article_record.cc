#include "extract/corpus/article_record.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>
#include <set>
#include <utility>

#include "extract/corpus/date.h"
#include "extract/corpus/document_id.h"
#include "extract/corpus/html_fragment.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

/// Joins the sentences by newlines; each keeps its bytes as they came. One without a word is no sentence.
void take_sentences(ArticleRecord& record, Document& document) {
  std::vector<SentenceSpan> spans;
  for (ArticleRecord::Sentence& sentence : record.sentences) {
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

/// Returns: a text or title without markup, when it has any.
std::string without_markup(const std::string& text) { return looks_like_html(text) ? html_fragment_text(text) : text; }

}  // namespace

void ArticleRecord::set(FieldMap::Match match, std::string value) {
  Value& held = values_[static_cast<std::size_t>(match.field)];
  const bool blank = trimmed(value).empty();
  if (!held.text.empty() && (blank || held.rank <= match.rank)) return;
  held = {blank ? std::string() : std::move(value), match.rank};
}

std::string published_day(const std::string& written) {
  if (auto day = iso_date(written)) return *day;
  const std::string_view digits = trimmed(written);
  if ((digits.size() != 10 && digits.size() != 13) || digits.find_first_not_of("0123456789") != std::string_view::npos) return {};
  const std::chrono::sys_seconds time{std::chrono::seconds(std::stoll(std::string(digits.substr(0, 10))))};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
  std::array<char, 40> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                static_cast<unsigned>(day.day()));
  return out.data();
}

Document to_document(ArticleRecord record, const Reading& reading, std::uint64_t line, const std::string& what) {
  Document document;
  document.title = one_line(without_markup(record.get(Field::kTitle)));
  document.source = one_line(record.get(Field::kSource));
  document.url = std::string(trimmed(record.get(Field::kUrl)));
  document.lang = language_code(record.get(Field::kLang));
  const std::string& date = record.get(Field::kDate);
  document.published = published_day(date);
  document.path = reading.name;
  document.line = line;
  if (record.has_sentences) {
    take_sentences(record, document);
  } else if (const std::string text = without_markup(record.get(Field::kText)); !trimmed(text).empty()) {
    document.text = with_headline(document.title, text);
  }
  if (document.text.empty()) throw Unusable("no \"text\" and no \"sentences\" with words in them");
  require_analysable(document.text);
  document.id = document_id(trimmed(record.get(Field::kId)), document);
  if (const auto repeated = name_sentences(document)) {
    reading.diagnostics.warn(
        document.path, line,
        what + "several sentences have the \"id\" \"" + *repeated + "\"; all but the first are named by their number");
  }
  if (document.published.empty() && !trimmed(date).empty()) {
    reading.diagnostics.warn(
        document.path, line,
        what + "\"" + one_line(date) + "\" is not understood as a date (YYYY-MM-DD is); the article is kept without one");
  }
  return document;
}

}  // namespace isnad::corpus
