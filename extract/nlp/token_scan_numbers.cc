#include <algorithm>
#include <array>
#include <string>

#include "extract/nlp/link_scanner.h"
#include "extract/nlp/token_scan.h"

namespace isnad::nlp {

void TokenScan::number() {
  if (const std::size_t end = scan_link(text_, start_); end > start_) {
    at_ = end;
    return emit(TokenKind::kLink);
  }
  number_body();
  if (!arabic_) english_number_tail();
  emit(TokenKind::kNumber);
}

void TokenScan::digits() {
  for (CharClass now = peek_class(); now == CharClass::kDigit || now == CharClass::kMark; now = peek_class()) (void)take();
}

std::size_t TokenScan::count_digits(std::size_t at) const {
  std::size_t count = 0;
  while (count < 4 && at + count < text_.size() && text_[at + count] >= '0' && text_[at + count] <= '9') ++count;
  return count;
}

bool TokenScan::joins_digits(char32_t c) const {
  if (c == U'.' || c == U'٫' || c == U'٬') return true;
  if (c == U'،') return true;
  if (c == U',') return arabic_ || count_digits(at_ + 1) == 3;
  if (c == U':') return !arabic_ && count_digits(at_ + 1) == 2;
  if (c == U'/') return !arabic_;
  return false;
}

void TokenScan::number_body() {
  digits();
  while (joins_digits(peek()) && class_after(at_) == CharClass::kDigit) {
    (void)take();
    digits();
  }
}

void TokenScan::english_number_tail() {
  if (peek() == U'-' && telephone()) return;
  if (peek_class() != CharClass::kLatin) return;
  std::size_t end = at_;
  while (end < text_.size() && end - at_ < 8 && (is_upper(peek(end)) || is_lower(peek(end)))) ++end;
  const std::string tail(text_.substr(at_, end - at_));
  static constexpr std::array<std::string_view, 5> kEndings = {"th", "st", "nd", "rd", "s"};
  const std::string low = lower_ascii(tail);
  const bool ordinal = std::find(kEndings.begin(), kEndings.end(), low) != kEndings.end();
  const bool kind_of_thing =
      tail.size() == 1 && is_upper(static_cast<unsigned char>(tail[0])) && tail != "M" && tail != "K" && tail != "B";
  if (ordinal || kind_of_thing) at_ = end;
}

bool TokenScan::telephone() {
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

}  // namespace isnad::nlp
