#include "extract/nlp/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>

#include "extract/nlp/link_scanner.h"
#include "extract/text/char_class.h"
#include "extract/text/utf8.h"

namespace isnad::nlp {

namespace {

using text::CharClass;

constexpr std::size_t kLongestAbbreviation_bytes = 12;

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'‘' || c == U'`'; }
bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
bool is_lower(char32_t c) { return c >= U'a' && c <= U'z'; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

/// One pass over a range of text. Every method moves `at_` forward or leaves it; none looks back past its token, and what
/// looks ahead is bounded, so that the whole is linear.
class Scan {
 public:
  Scan(const WordTables& tables, std::string_view text, Span range, bool arabic, std::vector<Token>& tokens)
      : tables_(tables), text_(text.substr(0, range.end)), at_(range.begin), begin_(range.begin), arabic_(arabic), tokens_(tokens) {}

  void run() {
    while (at_ < text_.size()) {
      start_ = at_;
      const char32_t c = take();
      switch (text::char_class(c)) {
        case CharClass::kSpace:
        case CharClass::kNewline: break;
        case CharClass::kMark: stray_mark(c); break;
        case CharClass::kArabic: arabic_word(); break;
        case CharClass::kLatin: latin_word(c); break;
        case CharClass::kLetter: letters(CharClass::kLetter), emit(TokenKind::kWord); break;
        case CharClass::kDigit: number(); break;
        case CharClass::kEmoji: emoji(); break;
        case CharClass::kPunctuation:
        case CharClass::kSymbol: mark(c); break;
      }
    }
  }

 private:
  char32_t take() { return text::next_code_point(text_, at_); }
  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  /// Returns: the code point at `at`, 0 at the end.
  [[nodiscard]] char32_t peek(std::size_t at) const { return at < text_.size() ? text::next_code_point(text_, at) : 0; }
  [[nodiscard]] char32_t peek() const { return peek(at_); }
  [[nodiscard]] CharClass peek_class() const { return at_end() ? CharClass::kSpace : text::char_class(peek()); }
  [[nodiscard]] CharClass class_after(std::size_t at) const {
    if (at >= text_.size()) return CharClass::kSpace;
    (void)text::next_code_point(text_, at);
    return at >= text_.size() ? CharClass::kSpace : text::char_class(peek(at));
  }
  /// The code point after the next one.
  [[nodiscard]] char32_t peek_second() const {
    std::size_t at = at_;
    if (at >= text_.size()) return 0;
    (void)text::next_code_point(text_, at);
    return peek(at);
  }
  [[nodiscard]] std::string_view taken() const { return text_.substr(start_, at_ - start_); }
  [[nodiscard]] bool after_space() const {
    if (start_ == begin_) return true;
    const auto before = static_cast<unsigned char>(text_[start_ - 1]);
    return before <= 0x20 || (before == 0xA0 && start_ >= 2 && static_cast<unsigned char>(text_[start_ - 2]) == 0xC2);
  }

  void emit(TokenKind kind) {
    tokens_.push_back({{static_cast<std::uint32_t>(start_), static_cast<std::uint32_t>(at_)}, kind});
    start_ = at_;
  }

  void marks() {
    while (peek_class() == CharClass::kMark) (void)take();
  }

  /// Takes letters of one class with their marks.
  void letters(CharClass of) {
    for (CharClass now = peek_class(); now == of || now == CharClass::kMark; now = peek_class()) (void)take();
  }

  /// A mark without a letter before it: the invisible ones are skipped, a lone tatweel is a dash.
  void stray_mark(char32_t c) {
    bool visible = !text::is_invisible(c);
    while (peek_class() == CharClass::kMark) visible |= !text::is_invisible(take());
    if (visible) emit(TokenKind::kMark);
  }

  void take_while_joined() {
    while (peek() == U'_' && (is_letter(class_after(at_)) || class_after(at_) == CharClass::kDigit)) {
      (void)take();
      for (CharClass now = peek_class(); is_letter(now) || now == CharClass::kMark || now == CharClass::kDigit; now = peek_class()) (void)take();
    }
  }

  // ------------------------------------------------------------------ Arabic

  void arabic_word() {
    letters(CharClass::kArabic);
    take_while_joined();
    const CharClass next = peek_class();
    if (next != CharClass::kDigit && next != CharClass::kLatin) return emit(TokenKind::kWord);
    if (at_ - start_ > 12) return emit(TokenKind::kWord);  // a word and a number without a space
    if (next == CharClass::kDigit) {
      number_body();
    } else {
      latin_body();
    }
    emit(TokenKind::kMixed);
  }

  // ------------------------------------------------------------------ Latin

  void latin_word(char32_t first) {
    if (const std::size_t end = scan_link(text_, start_); end > start_) {
      at_ = end;
      return emit(TokenKind::kLink);
    }
    if (acronym(first)) return emit(TokenKind::kWord);
    latin_body();
    abbreviation_stop();
    emit(TokenKind::kWord);
  }

  /// Letters, digits after them, and the signs that words hold.
  void latin_body() {
    latin_run();
    for (;;) {
      const char32_t c = peek();
      const CharClass next = class_after(at_);
      if (is_apostrophe(c) && next == CharClass::kLatin) {
        (void)take();
        latin_run();
      } else if (c == U'&' && is_upper(peek_second()) && is_short_capitals(taken())) {
        (void)take();
        latin_run();
      } else if (c == U'-' && next == CharClass::kLatin && !arabic_ && taken().size() <= kLongestAbbreviation_bytes &&
                 tables_.is_hyphen_prefix(lower_ascii(taken()))) {
        (void)take();
        latin_run();
      } else if (c == U'.' && is_lower(peek_second()) && taken().size() > 1 && is_file_or_host()) {
        (void)take();
        latin_run();
      } else if (c == U'$' && is_short_capitals(taken()) && next == CharClass::kDigit) {
        (void)take();
        return;
      } else {
        break;
      }
    }
    take_while_joined();
    if (!arabic_ && is_apostrophe(peek()) && possessive_plural()) (void)take();
  }

  void latin_run() {
    for (CharClass now = peek_class(); now == CharClass::kLatin || now == CharClass::kMark || now == CharClass::kDigit; now = peek_class()) (void)take();
  }

  [[nodiscard]] static bool is_short_capitals(std::string_view word) {
    return word.size() <= 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  /// `name.txt`, `www.name`: lower case on both sides of the point, and no second sentence glued on.
  [[nodiscard]] bool is_file_or_host() const {
    const char last = text_[at_ - 1];
    return !arabic_ && ((last >= 'a' && last <= 'z') || (last >= '0' && last <= '9'));
  }

  /// `workers'`, unless a quotation that began with the same sign is still open.
  [[nodiscard]] bool possessive_plural() const {
    const char last = text_[at_ - 1];
    if ((last != 's' && last != 'S') || is_letter(class_after(at_))) return false;
    return !(peek() == U'\'' || peek() == U'’') ? false : !quote_open_;
  }

  /// `U.S.`, `a.m.`, `J.`: single letters with a full stop each. Returns: false, with nothing taken, when it is none.
  bool acronym(char32_t first) {
    if (peek() != U'.') return false;
    const std::size_t after_first = at_;
    int letters_taken = 1;
    for (;;) {
      std::size_t next = at_;
      (void)text::next_code_point(text_, next);  // the full stop
      const char32_t letter = peek(next);
      if (!is_upper(letter) && !is_lower(letter)) {
        at_ = next;
        break;
      }
      std::size_t after = next;
      (void)text::next_code_point(text_, after);
      if (peek(after) != U'.') {
        const bool ends = !is_upper(peek(after)) && !is_lower(peek(after));
        at_ = ends ? after : next;
        letters_taken += ends ? 1 : 0;
        if (!ends && letters_taken == 1) at_ = after_first;
        break;
      }
      at_ = after;
      ++letters_taken;
    }
    if (letters_taken >= 2) return true;
    // One letter alone: an initial before a name, but `I.` and what ends a line are no initials.
    const bool name_follows = peek() == U' ' && is_upper(peek_second());
    if (at_ > after_first && is_upper(first) && first != U'I' && name_follows) return true;
    at_ = after_first;
    return false;
  }

  /// Takes the full stop of an abbreviation.
  void abbreviation_stop() {
    if (peek() != U'.' || taken().size() + 1 > kLongestAbbreviation_bytes) return;
    const char32_t after = peek_second();
    if (after == U'.') return;
    const std::string form = std::string(taken()) + '.';
    if (form == "Ph." && text_.substr(at_).starts_with(".D.")) {
      at_ += 3;
      return;
    }
    const AbbreviationKind* kind = tables_.english_abbreviation(form);
    if (kind == nullptr) return;
    std::size_t next = at_ + 1;
    while (next < text_.size() && text_[next] == ' ') ++next;
    const bool digit_follows = text::char_class(peek(next)) == CharClass::kDigit && next < text_.size();
    const bool more_follows = next < text_.size();
    if (*kind == AbbreviationKind::kNumber && !digit_follows) return;
    if (*kind == AbbreviationKind::kTitle && !more_follows) return;
    (void)take();
  }

  // ------------------------------------------------------------------ numbers

  void number() {
    if (const std::size_t end = scan_link(text_, start_); end > start_) {
      at_ = end;
      return emit(TokenKind::kLink);
    }
    number_body();
    if (!arabic_) english_number_tail();
    emit(TokenKind::kNumber);
  }

  void digits() {
    for (CharClass now = peek_class(); now == CharClass::kDigit || now == CharClass::kMark; now = peek_class()) (void)take();
  }

  /// Returns: how many ASCII digits stand at `at`, counted up to 4.
  [[nodiscard]] std::size_t count_digits(std::size_t at) const {
    std::size_t count = 0;
    while (count < 4 && at + count < text_.size() && text_[at + count] >= '0' && text_[at + count] <= '9') ++count;
    return count;
  }

  [[nodiscard]] bool joins_digits(char32_t c) const {
    if (c == U'.' || c == U'٫' || c == U'٬') return true;
    if (c == U'،') return true;
    if (c == U',') return arabic_ || count_digits(at_ + 1) == 3;
    if (c == U':') return !arabic_ && count_digits(at_ + 1) == 2;
    if (c == U'/') return !arabic_;
    return false;
  }

  void number_body() {
    digits();
    while (joins_digits(peek()) && class_after(at_) == CharClass::kDigit) {
      (void)take();
      digits();
    }
  }

  /// `20th`, `1990s`, `3D`, and telephone numbers; a unit of measure is a word of its own.
  void english_number_tail() {
    if (peek() == U'-' && telephone()) return;
    if (peek_class() != CharClass::kLatin) return;
    std::size_t end = at_;
    while (end < text_.size() && end - at_ < 8 && (is_upper(peek(end)) || is_lower(peek(end)))) ++end;
    const std::string tail(text_.substr(at_, end - at_));
    static constexpr std::array<std::string_view, 5> kEndings = {"th", "st", "nd", "rd", "s"};
    const std::string low = lower_ascii(tail);
    const bool ordinal = std::find(kEndings.begin(), kEndings.end(), low) != kEndings.end();
    const bool kind_of_thing = tail.size() == 1 && is_upper(static_cast<unsigned char>(tail[0])) && tail != "M" && tail != "K" && tail != "B";
    if (ordinal || kind_of_thing) at_ = end;
  }

  /// `999-999-9999`, `999-9999`: groups of three and four digits, not a range of years or numbers.
  bool telephone() {
    const std::size_t before = at_;
    const std::size_t first = at_ - start_;
    if (first > 4 || first < 1) return false;
    std::size_t groups = 1;
    std::size_t last = first;
    while (peek() == U'-' && count_digits(at_ + 1) >= 2 && groups < 6) {
      last = count_digits(at_ + 1);
      at_ += 1 + last;
      ++groups;
    }
    if (last == 4 && first == 3 && groups >= 2 && peek_class() != CharClass::kDigit) return true;
    if (last == 4 && groups >= 3 && peek_class() != CharClass::kDigit) return true;
    at_ = before;
    return false;
  }

  // ------------------------------------------------------------------ everything else

  /// An emoji with what modifies it: skin tone, variation, joined emoji, the second half of a flag.
  void emoji() {
    const auto is_flag_half = [](char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; };
    if (is_flag_half(peek(start_)) && is_flag_half(peek())) (void)take();
    for (;;) {
      const char32_t next = peek();
      if (next == 0x200D && class_after(at_) == CharClass::kEmoji) {
        (void)take();
        (void)take();
      } else if (next != 0 && (peek_class() == CharClass::kMark || (next >= 0x1F3FB && next <= 0x1F3FF))) {
        (void)take();
      } else {
        break;
      }
    }
    emit(TokenKind::kEmoji);
  }

  /// Takes further signs equal to `c`.
  void repeat(char32_t c) {
    while (!at_end() && peek() == c) (void)take();
  }

  void mark(char32_t c) {
    if (c == U'"') quote_open_ = false;
    switch (c) {
      case U'@':
        if (after_space() && peek_class() == CharClass::kLatin) {
          latin_run();
          take_while_joined();
          return emit(TokenKind::kLink);
        }
        break;
      case U'.':
      case U'-':
        if (!arabic_) repeat(c);
        break;
      case U'!':
      case U'?':
      case U'؟':
        while (!at_end() && (peek() == U'!' || peek() == U'?' || peek() == U'؟')) (void)take();
        break;
      case U'*':
      case U'=':
      case U'~':
      case U'_':
      case U'<':
      case U'>':
      case U'`': repeat(c); break;
      case U'\'':
      case U'‘':
      case U'’': return apostrophe(c);
      case U':':
      case U';':
        if (after_space() && emoticon()) break;
        break;
      default: break;
    }
    marks();
    emit(TokenKind::kMark);
  }

  /// `''` closes; `'90s` and `'em` are words; else a quotation mark.
  void apostrophe(char32_t c) {
    if (c == U'\'' && peek() == U'\'') {
      (void)take();
      return emit(TokenKind::kMark);
    }
    if (!arabic_ && c != U'‘' && after_space()) {
      if (count_digits(at_) == 2 && text::char_class(peek(at_ + 2)) != CharClass::kDigit) {
        at_ += 2;
        if (peek() == U's') (void)take();
        return emit(TokenKind::kNumber);
      }
      static constexpr std::array<std::string_view, 7> kClipped = {"em", "til", "till", "cause", "bout", "n", "round"};
      std::size_t end = at_;
      while (end < text_.size() && end - at_ < 8 && is_lower(peek(end))) ++end;
      const std::string_view word = text_.substr(at_, end - at_);
      if (std::find(kClipped.begin(), kClipped.end(), word) != kClipped.end()) {
        at_ = end;
        return emit(TokenKind::kWord);
      }
    }
    quote_open_ = after_space() && c != U'’';
    emit(TokenKind::kMark);
  }

  /// `:)`, `;-)`, `:D` before a space.
  bool emoticon() {
    std::size_t at = at_;
    if (at < text_.size() && text_[at] == '-') ++at;
    if (at >= text_.size() || (text_[at] != ')' && text_[at] != '(' && text_[at] != 'D' && text_[at] != 'P' && text_[at] != 'p')) return false;
    ++at;
    if (at < text_.size() && static_cast<unsigned char>(text_[at]) > 0x20) return false;
    at_ = at;
    return true;
  }

  const WordTables& tables_;
  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  std::size_t start_ = 0;
  bool arabic_;
  bool quote_open_ = false;
  std::vector<Token>& tokens_;
};

}  // namespace

void Tokenizer::tokenize(std::string_view text, Span range, Language language, std::vector<Token>& tokens) const {
  Scan(tables_, text, range, language == Language::kArabic, tokens).run();
}

}  // namespace isnad::nlp
