#include <algorithm>
#include <array>

#include "extract/nlp/token_scan.h"

namespace isnad::nlp {

void TokenScan::emoji() {
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

void TokenScan::repeat(char32_t c) {
  while (!at_end() && peek() == c) (void)take();
}

void TokenScan::mark(char32_t c) {
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
    case U'`':
      repeat(c);
      break;
    case U'\'':
    case U'‘':
    case U'’':
      return apostrophe(c);
    case U':':
    case U';':
      if (after_space() && emoticon()) break;
      break;
    default:
      break;
  }
  marks();
  emit(TokenKind::kMark);
}

bool TokenScan::clitic_apart() {
  if (arabic_ || start_ == begin_ || !after_space() || tokens_.empty() || tokens_.back().kind == TokenKind::kMark) return false;
  static constexpr std::array<std::string_view, 6> kClitics = {"s", "re", "ve", "ll", "d", "m"};
  std::size_t end = at_;
  while (end < text_.size() && end - at_ < 3 && is_lower(peek(end))) ++end;
  if (std::find(kClitics.begin(), kClitics.end(), text_.substr(at_, end - at_)) == kClitics.end()) return false;
  const CharClass next = end < text_.size() ? text::char_class(peek(end)) : CharClass::kSpace;
  if (next != CharClass::kSpace && next != CharClass::kNewline && next != CharClass::kPunctuation) return false;
  if (is_apostrophe(peek(end))) return false;
  at_ = end;
  return true;
}

void TokenScan::apostrophe(char32_t c) {
  if (c == U'\'' && peek() == U'\'') {
    (void)take();
    return emit(TokenKind::kMark);
  }
  if (c != U'‘' && clitic_apart()) return emit(TokenKind::kWord);
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

bool TokenScan::emoticon() {
  std::size_t at = at_;
  if (at < text_.size() && text_[at] == '-') ++at;
  if (at >= text_.size() || (text_[at] != ')' && text_[at] != '(' && text_[at] != 'D' && text_[at] != 'P' && text_[at] != 'p'))
    return false;
  ++at;
  if (at < text_.size() && static_cast<unsigned char>(text_[at]) > 0x20) return false;
  at_ = at;
  return true;
}

}  // namespace isnad::nlp
