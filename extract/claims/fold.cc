#include "extract/claims/fold.h"

#include "extract/text/arabic.h"
#include "extract/text/char_class.h"
#include "extract/text/utf8.h"

namespace isnad::claims {

namespace {

/// Returns: 0 for a sign that no key keeps.
char32_t folded(char32_t c) {
  if (c >= U'A' && c <= U'Z') return c - U'A' + U'a';
  if (text::is_arabic_diacritic(c) || text::is_invisible(c)) return 0;
  if (c == 0x2018 || c == 0x2019) return U'\'';
  return text::fold_arabic_letter(c, text::ArabicFold::kHamza);
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

std::string_view without_article(std::string_view folded) { return text::without_article(folded); }

}  // namespace isnad::claims
