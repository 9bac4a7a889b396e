#include "extract/nlp/dateline.h"

#include <algorithm>
#include <string>

#include "extract/text/normalizer.h"

namespace isnad::nlp {

namespace {

constexpr std::size_t kLongestPlace_tokens = 5;
constexpr std::size_t kLongestAgency_tokens = 6;

class Opening {
 public:
  Opening(std::string_view text, const std::vector<Token>& tokens, Language language, const WordTables& tables)
      : text_(text), tokens_(tokens), arabic_(language == Language::kArabic), tables_(tables) {}

  std::size_t size() const {
    if (const std::size_t agency = agency_from(0); agency > 0) return dashes_end(agency);
    const std::size_t place = place_end();
    if (const std::size_t bracket = bracket_end(place); bracket > 0) return dashes_end(bracket);
    const std::size_t after = dashes_end(place);
    if (place == 0 || after == 0) return 0;
    if (const std::size_t agency = agency_from(after); agency > 0) {
      const std::size_t end = is(agency, ":") ? agency + 1 : dashes_end(agency);
      if (end > 0) return end;
    }
    return !arabic_ && in_capitals(place) && !glued(place) ? after : 0;
  }

 private:
  [[nodiscard]] std::string_view form(std::size_t i) const { return tokens_[i].span.of(text_); }
  [[nodiscard]] bool is(std::size_t i, std::string_view mark) const { return i < tokens_.size() && form(i) == mark; }
  [[nodiscard]] bool is_word(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == TokenKind::kWord; }
  [[nodiscard]] bool glued(std::size_t i) const { return i > 0 && tokens_[i - 1].span.end == tokens_[i].span.begin; }
  [[nodiscard]] bool is_dash(std::size_t i) const {
    return is(i, "-") || is(i, "--") || is(i, "–") || is(i, "—") || is(i, "ـ") || is(i, "__");
  }

  /// Returns: the first token that belongs to no place: words with commas and slashes between them.
  [[nodiscard]] std::size_t place_end() const {
    std::size_t i = 0;
    while (i < kLongestPlace_tokens && (is_word(i) || (i > 0 && (is(i, ",") || is(i, "،") || is(i, "/"))))) ++i;
    return i;
  }

  /// Returns: the end of the dashes at `i`; 0 when there are none, or nothing behind them.
  [[nodiscard]] std::size_t dashes_end(std::size_t i) const {
    std::size_t end = i;
    while (end < tokens_.size() && is_dash(end)) ++end;
    return end > i && end < tokens_.size() ? end : 0;
  }

  /// Returns: the end of an agency in brackets at `i`, 0 when there is none. Without a place before it the agency must be known.
  [[nodiscard]] std::size_t bracket_end(std::size_t i) const {
    if (!is(i, "(")) return 0;
    std::size_t end = i + 1;
    while (end <= i + kLongestAgency_tokens && (is_word(end) || is(end, ".") || is(end, "،") || is(end, "-"))) ++end;
    if (end == i + 1 || !is(end, ")")) return 0;
    return i > 0 || is_agency(i + 1, end) ? end + 1 : 0;
  }

  [[nodiscard]] bool is_agency(std::size_t begin, std::size_t end) const {
    std::string words;
    for (std::size_t i = begin; i < end; ++i) {
      if (is(i, ".")) continue;
      if (!words.empty()) words += ' ';
      words += text::fold_arabic(text::clean_form(form(i)));
    }
    return tables_.is_agency(words);
  }

  /// Returns: the end of the longest known agency that starts at `i`, 0 when there is none.
  [[nodiscard]] std::size_t agency_from(std::size_t i) const {
    for (std::size_t end = std::min(i + kLongestAgency_tokens, tokens_.size()); end > i; --end) {
      if (is_word(end - 1) && is_agency(i, end)) return end;
    }
    return 0;
  }

  /// Whether the first `end` tokens have capitals only, four letters at least.
  [[nodiscard]] bool in_capitals(std::size_t end) const {
    std::size_t letters = 0;
    for (std::size_t i = 0; i < end; ++i) {
      for (const char c : form(i)) {
        if (c >= 'A' && c <= 'Z') {
          ++letters;
        } else if (c != ',' && c != '.') {
          return false;
        }
      }
    }
    return letters >= 4;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  bool arabic_;
  const WordTables& tables_;
};

}  // namespace

std::size_t dateline_size(std::string_view text, const std::vector<Token>& tokens, Language language, const WordTables& tables) {
  return Opening(text, tokens, language, tables).size();
}

}  // namespace isnad::nlp
