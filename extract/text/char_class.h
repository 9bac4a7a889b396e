#pragma once

#include <cstdint>

namespace isnad::text {

/// What a code point is to the tokeniser.
enum class CharClass : std::uint8_t {
  /// Spaces of every width, and what is invisible between words: control characters, bidi marks, a byte order mark.
  kSpace,
  kNewline,
  kArabic,
  kLatin,
  /// Letters of any other script.
  kLetter,
  /// ASCII, Arabic-Indic and all other decimal digits.
  kDigit,
  /// Belongs to the character before: combining marks, tatweel, zero-width joiners, variation selectors.
  kMark,
  kPunctuation,
  kSymbol,
  /// Starts an emoji.
  kEmoji,
};

/// Returns: the class of any scalar value.
/// Threads: safe. Cost: one table look-up below U+10000; the table (64 KiB) is made on first use.
[[nodiscard]] CharClass char_class(char32_t c);

[[nodiscard]] inline bool is_letter(CharClass c) {
  return c == CharClass::kArabic || c == CharClass::kLatin || c == CharClass::kLetter;
}

/// Arabic vowel signs, Koranic marks and tatweel: what written words are compared without.
[[nodiscard]] inline bool is_arabic_diacritic(char32_t c) {
  return (c >= 0x64B && c <= 0x65F) || c == 0x640 || c == 0x670 || (c >= 0x610 && c <= 0x61A) ||
         (c >= 0x6D6 && c <= 0x6ED && c != 0x6DD && c != 0x6DE && c != 0x6E5 && c != 0x6E6 && c != 0x6E9);
}

/// Zero-width characters, bidi marks and soft hyphens: never part of what a word is.
[[nodiscard]] inline bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0x61C || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2064) || (c >= 0x2066 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFE00 && c <= 0xFE0F);
}

}  // namespace isnad::text
