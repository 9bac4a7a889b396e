#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/nlp/token.h"
#include "extract/nlp/word_tables.h"
#include "extract/text/char_class.h"
#include "extract/text/utf8.h"

namespace isnad::nlp {

using text::CharClass;

constexpr std::size_t kLongestAbbreviation_bytes = 12;

[[nodiscard]] inline bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'‘' || c == U'`'; }
[[nodiscard]] inline bool is_upper(char32_t c) { return c >= U'A' && c <= U'Z'; }
[[nodiscard]] inline bool is_lower(char32_t c) { return c >= U'a' && c <= U'z'; }
[[nodiscard]] std::string lower_ascii(std::string_view text);

/// The tokeniser at work: one pass over a range of text. Every method moves `at_` forward or leaves it; none looks back past its
/// token, and what looks ahead is bounded, so that the whole is linear.
class TokenScan {
 public:
  TokenScan(const WordTables& tables, std::string_view text, Span range, bool arabic, std::vector<Token>& tokens)
      : tables_(tables),
        text_(text.substr(0, range.end)),
        at_(range.begin),
        begin_(range.begin),
        arabic_(arabic),
        tokens_(tokens) {}

  void run() {
    while (at_ < text_.size()) {
      start_ = at_;
      const char32_t c = take();
      switch (text::char_class(c)) {
        case CharClass::kSpace:
        case CharClass::kNewline:
          break;
        case CharClass::kMark:
          stray_mark(c);
          break;
        case CharClass::kArabic:
          arabic_word();
          break;
        case CharClass::kLatin:
          latin_word(c);
          break;
        case CharClass::kLetter:
          letters(CharClass::kLetter), emit(TokenKind::kWord);
          break;
        case CharClass::kDigit:
          number();
          break;
        case CharClass::kEmoji:
          emoji();
          break;
        case CharClass::kPunctuation:
        case CharClass::kSymbol:
          mark(c);
          break;
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
      for (CharClass now = peek_class(); is_letter(now) || now == CharClass::kMark || now == CharClass::kDigit;
           now = peek_class())
        (void)take();
    }
  }

  // Arabic
  void arabic_word();

  // Latin
  void latin_word(char32_t first);
  /// Letters, digits after them, and the signs that words hold.
  void latin_body();
  void latin_run();
  [[nodiscard]] static bool is_short_capitals(std::string_view word);
  /// `name.txt`, `www.name`: lower case on both sides of the point, and no second sentence glued on.
  [[nodiscard]] bool is_file_or_host() const;
  /// `workers'`, unless a quotation that began with the same sign is still open.
  [[nodiscard]] bool possessive_plural() const;
  /// `U.S.`, `a.m.`, `J.`: single letters with a full stop each. Returns: false, with nothing taken, when it is none.
  bool acronym(char32_t first);
  /// Takes the full stop of an abbreviation.
  void abbreviation_stop();

  // Numbers
  void number();
  void digits();
  /// Returns: how many ASCII digits stand at `at`, counted up to 4.
  [[nodiscard]] std::size_t count_digits(std::size_t at) const;
  [[nodiscard]] bool joins_digits(char32_t c) const;
  void number_body();
  /// `20th`, `1990s`, `3D`, and telephone numbers; a unit of measure is a word of its own.
  void english_number_tail();
  /// `999-999-9999`, `999-9999`: groups of three and four digits, not a range of years or numbers.
  bool telephone();

  // Everything else
  /// An emoji with what modifies it: skin tone, variation, joined emoji, the second half of a flag.
  void emoji();
  /// Takes further signs equal to `c`.
  void repeat(char32_t c);
  void mark(char32_t c);
  /// `''` closes; `'90s` and `'em` are words; else a quotation mark.
  void apostrophe(char32_t c);
  /// Takes the rest of a clitic that a corpus set apart from its word: `Syria 's`. Returns: false, with nothing taken, when it is
  /// none.
  bool clitic_apart();
  /// `:)`, `;-)`, `:D` before a space.
  bool emoticon();

  const WordTables& tables_;
  std::string_view text_;
  std::size_t at_;
  std::size_t begin_;
  std::size_t start_ = 0;
  bool arabic_;
  bool quote_open_ = false;
  std::vector<Token>& tokens_;
};

}  // namespace isnad::nlp
