#include <algorithm>
#include <string>

#include "extract/nlp/link_scanner.h"
#include "extract/nlp/token_scan.h"

namespace isnad::nlp {

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

void TokenScan::arabic_word() {
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

void TokenScan::latin_word(char32_t first) {
  if (const std::size_t end = scan_link(text_, start_); end > start_) {
    at_ = end;
    return emit(TokenKind::kLink);
  }
  if (acronym(first)) return emit(TokenKind::kWord);
  latin_body();
  abbreviation_stop();
  emit(TokenKind::kWord);
}

void TokenScan::latin_body() {
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

void TokenScan::latin_run() {
  for (CharClass now = peek_class(); now == CharClass::kLatin || now == CharClass::kMark || now == CharClass::kDigit;
       now = peek_class())
    (void)take();
}

bool TokenScan::is_short_capitals(std::string_view word) {
  return word.size() <= 3 && std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool TokenScan::is_file_or_host() const {
  const char last = text_[at_ - 1];
  return !arabic_ && ((last >= 'a' && last <= 'z') || (last >= '0' && last <= '9'));
}

bool TokenScan::possessive_plural() const {
  const char last = text_[at_ - 1];
  if ((last != 's' && last != 'S') || is_letter(class_after(at_))) return false;
  return !(peek() == U'\'' || peek() == U'’') ? false : !quote_open_;
}

bool TokenScan::acronym(char32_t first) {
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

void TokenScan::abbreviation_stop() {
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

}  // namespace isnad::nlp
