#include "extract/nlp/sentence_splitter.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/nlp/dateline.h"
#include "extract/text/char_class.h"
#include "extract/text/normalizer.h"
#include "extract/text/utf8.h"

namespace isnad::nlp {

namespace {

/// A topic before `..` has at most so many words.
constexpr std::size_t kLongestTopic_words = 3;
/// Sentences longer than this end at the next comma, and at twice this anywhere: no tree of them would be right anyway, and
/// the parser's cost is quadratic.
constexpr std::size_t kLongSentence_tokens = 160;

/// English words that stand capitalised at the start of a sentence rather than within one.
constexpr std::array<std::string_view, 52> kStarters = {
    "A",   "About",   "According", "After",   "Also", "Although",  "An",    "And",  "As",    "At",   "Because", "Before", "But",
    "By",  "Despite", "During",    "Earlier", "For",  "From",      "He",    "Her",  "His",   "How",  "However", "I",      "If",
    "In",  "Instead", "It",        "Its",     "Last", "Meanwhile", "More",  "Most", "No",    "Nor",  "On",      "One",    "Our",
    "She", "Since",   "So",        "Some",    "That", "The",       "Their", "Then", "There", "They", "This",    "We",     "When"};

/// Arabic verbs of saying that go on behind a quoted question or exclamation: `"هل تعود؟" سأل الصحفي`.
constexpr std::array<std::string_view, 16> kSaying = {"قال",  "قالت",  "يقول",  "تقول",   "سأل", "سألت", "يسأل", "تسأل",
                                                      "أجاب", "أجابت", "تساءل", "تساءلت", "هتف", "هتفت", "صاح",  "صاحت"};

class Line {
 public:
  Line(const WordTables& tables, std::string_view text, const std::vector<Token>& tokens, Language language)
      : tables_(tables), text_(text), tokens_(tokens), arabic_(language == Language::kArabic) {}

  std::vector<TokenRange> split() {
    std::size_t size = tokens_.size();
    if (is_boilerplate()) return {};
    if (is_doubled()) size /= 2;
    std::vector<TokenRange> sentences;
    start_ = skip_stray_commas(0, size);
    if (const std::size_t dateline = dateline_size(text_, tokens_, arabic_ ? Language::kArabic : Language::kEnglish, tables_);
        start_ == 0 && dateline > 0 && dateline < size) {
      sentences.push_back({0, dateline});
      start_ = skip_stray_commas(dateline, size);
    }
    for (std::size_t i = start_; i < size;) {
      const std::size_t after = border_after(i, size);
      if (after == 0) {
        ++i;
        continue;
      }
      sentences.push_back({start_, after});
      i = start_ = skip_stray_commas(after, size);
    }
    if (start_ < size) sentences.push_back({start_, size});
    return sentences;
  }

 private:
  [[nodiscard]] std::string_view form(std::size_t i) const { return tokens_[i].span.of(text_); }
  [[nodiscard]] bool is(std::size_t i, std::string_view mark) const { return form(i) == mark; }
  [[nodiscard]] bool glued(std::size_t i) const {
    return i > 0 && i < tokens_.size() && tokens_[i - 1].span.end == tokens_[i].span.begin;
  }
  [[nodiscard]] bool is_comma(std::size_t i) const { return is(i, ",") || is(i, "،"); }
  [[nodiscard]] bool is_word(std::size_t i) const {
    return tokens_[i].kind != TokenKind::kMark && tokens_[i].kind != TokenKind::kEmoji;
  }

  [[nodiscard]] char32_t first_letter(std::size_t i) const {
    std::size_t at = 0;
    return text::next_code_point(form(i), at);
  }
  [[nodiscard]] bool is_lower(std::size_t i) const {
    const char32_t c = first_letter(i);
    return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
  }
  [[nodiscard]] bool is_capital(std::size_t i) const {
    const char32_t c = first_letter(i);
    return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7);
  }

  [[nodiscard]] bool is_boilerplate() const {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < tokens_.size() && words.size() <= 26; ++i) {
      const bool sign = is(i, "©");
      if (is_word(i) || sign) words.push_back(text::fold_arabic(text::clean_form(form(i))));
    }
    return tables_.is_boilerplate(words);
  }

  /// `X X`: captions that a scraper took from the picture's title and from its legend.
  [[nodiscard]] bool is_doubled() const {
    const std::size_t half = tokens_.size() / 2;
    if (tokens_.size() % 2 != 0 || half < 2) return false;
    for (std::size_t i = 0; i < half; ++i) {
      if (form(i) != form(half + i)) return false;
    }
    return std::count_if(tokens_.begin(), tokens_.begin() + static_cast<std::ptrdiff_t>(half),
                         [](const Token& t) { return t.kind == TokenKind::kWord; }) >= 2;
  }

  [[nodiscard]] std::size_t skip_stray_commas(std::size_t i, std::size_t size) const {
    while (i < size && is_comma(i)) ++i;
    return i;
  }

  /// Full stops as one token each (Arabic) or several (English `...`), and the ellipsis sign.
  [[nodiscard]] std::size_t points(std::size_t i) const {
    if (tokens_[i].kind != TokenKind::kMark) return 0;
    const std::string_view mark = form(i);
    if (mark == "…") return 3;
    if (mark == "۔" || mark == "。") return 1;
    return mark.find_first_not_of('.') == std::string_view::npos ? mark.size() : 0;
  }
  [[nodiscard]] bool is_exclamation(std::size_t i) const {
    if (tokens_[i].kind != TokenKind::kMark) return false;
    const std::string_view mark = form(i);
    return mark.starts_with("!") || mark.starts_with("?") || mark.starts_with("؟");
  }

  /// A quote or bracket that closes what stands before it.
  [[nodiscard]] bool closes(std::size_t i, bool quote_open) const {
    if (tokens_[i].kind != TokenKind::kMark || !glued(i)) return false;
    const std::string_view mark = form(i);
    if (mark == "»" || mark == "”" || mark == "’" || mark == "''" || mark == ")" || mark == "]" || mark == "}") return true;
    if (mark != "\"" && mark != "'") return false;
    return quote_open || !glued(i + 1);
  }

  [[nodiscard]] std::size_t words_since_start(std::size_t i) const {
    std::size_t words = 0;
    for (std::size_t k = i; k-- > start_ && words <= kLongestTopic_words;) words += is_word(k) ? 1 : 0;
    return words;
  }

  /// Returns: the end of the sentence that token `i` closes, with all that goes with it; 0 when it closes none.
  std::size_t border_after(std::size_t i, std::size_t size) {
    if (is(i, "\"")) quote_open_ = !quote_open_;
    if (i < judged_) return 0;
    const bool comma = is_comma(i) || is(i, ";") || is(i, "؛");
    if (i - start_ >= 2 * kLongSentence_tokens || (comma && i - start_ >= kLongSentence_tokens)) return i + 1;
    if (tokens_[i].kind == TokenKind::kWord) return abbreviation_ends(i, size) ? i + 1 : 0;
    std::size_t dots = points(i);
    bool exclaims = is_exclamation(i);
    if (dots == 0 && !exclaims) return 0;
    bool open = quote_open_;
    bool closed = false;
    std::size_t end = i + 1;
    for (; end < size && (glued(end) || points(end) > 0); ++end) {
      if (const std::size_t more = points(end); more > 0) {
        dots += more;
      } else if (is_exclamation(end)) {
        exclaims = true;
      } else if (closes(end, open)) {
        closed |= !is(end, ")");
        if (is(end, "\"")) open = false;
      } else {
        break;
      }
    }
    if (end == size) return end;
    // A closing quote that stands apart: `. "` and then a space.
    if (open && is(end, "\"") && !glued(end + 1)) {
      open = false;
      ++end;
      if (end == size) return end;
    }
    const bool ends = exclaims    ? exclamation_ends(end) && !(arabic_ && closed && says(end))
                      : dots == 1 ? full_stop_ends(i, end)
                                  : !open && ellipsis_ends(i, dots, end);
    judged_ = end;
    if (!ends) return 0;
    quote_open_ = open;
    return end;
  }

  [[nodiscard]] bool says(std::size_t i) const { return std::find(kSaying.begin(), kSaying.end(), form(i)) != kSaying.end(); }

  [[nodiscard]] bool exclamation_ends(std::size_t next) const {
    return !is_lower(next) && !is_comma(next) && !is(next, ")") && !is(next, ":");
  }

  [[nodiscard]] bool full_stop_ends(std::size_t i, std::size_t next) const {
    if (is_comma(next)) return true;  // the scraper's `., `
    if (is_lower(next) || is(next, ":") || is(next, ";") || is(next, "؛")) return false;
    if (i == start_) return false;
    const std::size_t before = i - 1;
    if (is_abbreviated(before, i, next)) return false;
    if (before == start_ && (tokens_[before].kind == TokenKind::kNumber || (glued(i) && form(before).size() <= 2)))
      return false;  // `1.`, `أ.`
    if (next == i + 1 && glued(next)) {
      if (tokens_[next].kind == TokenKind::kNumber) return false;
      if (arabic_) return true;
      return is_capital(next) || !is_word(next);
    }
    return true;
  }

  /// Whether the full stop `i` belongs to the Arabic word before it.
  [[nodiscard]] bool is_abbreviated(std::size_t before, std::size_t i, std::size_t next) const {
    const AbbreviationKind* kind = arabic_abbreviation(before);
    // `سي.إن.إن`: two letters, a full stop and hardly more, without a space.
    const bool short_before = arabic_ && is_word(before) && (form(before).size() <= 4 || kind != nullptr);
    if (glued(i) && next == i + 1 && glued(next) && short_before && is_word(next) && form(next).size() <= 6) return true;
    if (kind == nullptr) return false;
    if (*kind != AbbreviationKind::kLetter) return true;
    const AbbreviationKind* follower = arabic_abbreviation(next);
    return glued(i) && follower != nullptr && *follower == AbbreviationKind::kLetter;
  }

  [[nodiscard]] const AbbreviationKind* arabic_abbreviation(std::size_t i) const {
    if (!is_word(i) || form(i).size() > 12) return nullptr;
    return tables_.arabic_abbreviation(text::clean_form(form(i)) + '.');
  }

  [[nodiscard]] bool ellipsis_ends(std::size_t i, std::size_t dots, std::size_t next) const {
    if (is_comma(next)) return dots == 2 || glued(i);
    if (is_lower(next)) return false;
    if (!arabic_) return is_capital(next) && !glued(next);
    if (dots > 2 && !glued(i)) return false;
    return words_since_start(i) > kLongestTopic_words;
  }

  /// An abbreviation whose full stop is the sentence's too.
  [[nodiscard]] bool abbreviation_ends(std::size_t i, std::size_t size) const {
    const std::string_view word = form(i);
    if (word.back() != '.' || i + 1 >= size) return false;
    const AbbreviationKind* kind = tables_.english_abbreviation(word);
    if (kind != nullptr && *kind != AbbreviationKind::kEnd) return false;
    if (kind == nullptr && std::count(word.begin(), word.end(), '.') < 2) return false;  // an initial
    std::size_t next = i + 1;
    if (tokens_[next].kind == TokenKind::kMark && (is(next, "\"") || is(next, "“")) && next + 1 < size && !glued(next)) ++next;
    return std::find(kStarters.begin(), kStarters.end(), form(next)) != kStarters.end();
  }

  const WordTables& tables_;
  std::string_view text_;
  const std::vector<Token>& tokens_;
  bool arabic_;
  std::size_t start_ = 0;
  /// Marks before this belong to a run that has been looked at as a whole.
  std::size_t judged_ = 0;
  bool quote_open_ = false;
};

}  // namespace

std::vector<TokenRange> SentenceSplitter::split_line(std::string_view text, const std::vector<Token>& tokens,
                                                     Language language) const {
  return Line(tables_, text, tokens, language).split();
}

}  // namespace isnad::nlp
