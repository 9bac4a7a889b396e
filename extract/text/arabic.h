#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace isnad::text {

/// How much of an Arabic letter's spelling a key forgets; each level with what the one before forgets.
enum class ArabicFold : std::uint8_t {
  /// What writers leave out or confuse at either end of a word, and what Persian keyboards type: one form of alef, ى and ی as
  /// ي, ة and ە as ه, ک as ك.
  kSpelling,
  /// ئ as ي, ؤ as و.
  kHamza,
};

/// Returns: the letter that stands for `c` in a key; `c` itself when it is none that is folded.
[[nodiscard]] constexpr char32_t fold_arabic_letter(char32_t c, ArabicFold level) {
  switch (c) {
    case U'أ':
    case U'إ':
    case U'آ':
    case U'ٱ':
      return U'ا';
    case U'ى':
    case U'ی':
      return U'ي';
    case U'ة':
    case U'ە':
      return U'ه';
    case U'ک':
      return U'ك';
    case U'ئ':
      return level == ArabicFold::kHamza ? U'ي' : c;
    case U'ؤ':
      return level == ArabicFold::kHamza ? U'و' : c;
    default:
      return c;
  }
}

/// Returns: true for a letter of the Arabic block, Persian and Urdu ones too; and for tatweel, which joins letters.
[[nodiscard]] constexpr bool is_arabic_letter(char32_t c) { return (c >= 0x620 && c <= 0x64A) || (c >= 0x671 && c <= 0x6D3); }

/// Returns: the word without the article ال before it, unless less than two letters would be left.
/// Requires: valid UTF-8 without vowel signs, which would count as letters.
[[nodiscard]] constexpr std::string_view without_article(std::string_view word) {
  constexpr std::string_view kArticle = "ال";
  if (!word.starts_with(kArticle)) return word;
  const std::string_view rest = word.substr(kArticle.size());
  std::size_t letters = 0;
  for (const char byte : rest) letters += (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U ? 1U : 0U;
  return letters >= 2 ? rest : word;
}

}  // namespace isnad::text
