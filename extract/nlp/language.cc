#include "extract/nlp/language.h"

#include "extract/text/char_class.h"
#include "extract/text/utf8.h"

namespace isnad::nlp {

namespace {

using text::CharClass;

bool is_link(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at);
  return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
}

std::size_t end_of_run(std::string_view text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) > 0x20) ++at;
  return at;
}

}  // namespace

std::string_view to_string(Language language) { return language == Language::kArabic ? "ar" : "en"; }

ScriptCounts count_scripts(std::string_view text) {
  ScriptCounts counts;
  CharClass before = CharClass::kSpace;
  for (std::size_t at = 0; at < text.size();) {
    if (before == CharClass::kSpace && is_link(text, at)) {
      at = end_of_run(text, at);
      continue;
    }
    const CharClass now = text::char_class(text::next_code_point(text, at));
    if (now == CharClass::kMark) continue;
    if (now != before) {
      counts.arabic += now == CharClass::kArabic;
      counts.latin += now == CharClass::kLatin;
    }
    before = now;
  }
  return counts;
}

Language document_language(std::string_view text) {
  const ScriptCounts counts = count_scripts(text);
  return counts.arabic > 0 && counts.arabic >= counts.latin ? Language::kArabic : Language::kEnglish;
}

Language part_language(std::string_view part, Language document) {
  const auto [arabic, latin] = count_scripts(part);
  const std::uint64_t all = std::uint64_t{arabic} + latin;
  if (all == 0) return document;
  if (arabic * std::uint64_t{5} >= all * 3) return Language::kArabic;
  if (latin * std::uint64_t{5} >= all * 3) return Language::kEnglish;
  return document;
}

}  // namespace isnad::nlp
