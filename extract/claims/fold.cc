#include "extract/claims/fold.h"

#include "extract/text/utf8.h"

namespace isnad::claims {

namespace {

constexpr std::string_view kArticle = "ال";
/// Bytes of two Arabic letters in UTF-8.
constexpr std::size_t kTwoLetters = 4;

/// Returns: 0 for a sign that no key keeps.
char32_t folded(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (c >= 0x064B && c <= 0x065F) return 0;
  switch (c) {
    case 0x0670:
    case 0x0640:
    case 0x200E:
    case 0x200F:
    case 0x061C:
      return 0;
    case U'أ':
    case U'إ':
    case U'آ':
    case 0x0671:
      return U'ا';
    case U'ى':
    case U'ئ':
      return U'ي';
    case U'ة':
      return U'ه';
    case U'ؤ':
      return U'و';
    case 0x2018:
    case 0x2019:
      return U'\'';
    default:
      return c;
  }
}

}  // namespace

std::string fold(std::string_view word) {
  std::string out;
  out.reserve(word.size());
  for (std::size_t at = 0; at < word.size();) {
    if (const char32_t c = folded(text::next_code_point(word, at)); c != 0) text::append_utf8(out, c);
  }
  return out;
}

std::string_view without_article(std::string_view folded) {
  if (folded.starts_with(kArticle) && folded.size() >= kArticle.size() + kTwoLetters) folded.remove_prefix(kArticle.size());
  return folded;
}

}  // namespace isnad::claims
