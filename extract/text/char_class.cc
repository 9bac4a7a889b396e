#include "extract/text/char_class.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>

namespace isnad::text {

namespace {

constexpr char32_t kTableSize = 0x10000;

CharClass letter_class(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_ARABIC:
      return CharClass::kArabic;
    case USCRIPT_LATIN:
      return CharClass::kLatin;
    default:
      return CharClass::kLetter;
  }
}

bool starts_emoji(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  // Digits, # and * carry the Emoji property too, for key caps; (c) and (r) are text unless told otherwise.
  return c > 0xFF && (u_hasBinaryProperty(code, UCHAR_EMOJI_PRESENTATION) != 0 ||
                      u_hasBinaryProperty(code, UCHAR_EXTENDED_PICTOGRAPHIC) != 0);
}

CharClass compute(char32_t c) {
  if (c == U'\n' || c == U'\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028 || c == 0x2029) return CharClass::kNewline;
  if (c == 0x640 || c == 0x200C || c == 0x200D || c == 0xAD) return CharClass::kMark;
  if (is_arabic_diacritic(c) || (c >= 0xFE00 && c <= 0xFE0F)) return CharClass::kMark;
  if (starts_emoji(c)) return CharClass::kEmoji;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_LETTER_NUMBER:
      return letter_class(c);
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::kDigit;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharClass::kMark;
    case U_SPACE_SEPARATOR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
      return CharClass::kSpace;
    case U_DASH_PUNCTUATION:
    case U_START_PUNCTUATION:
    case U_END_PUNCTUATION:
    case U_CONNECTOR_PUNCTUATION:
    case U_OTHER_PUNCTUATION:
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharClass::kPunctuation;
    default:
      return CharClass::kSymbol;
  }
}

using Table = std::array<CharClass, kTableSize>;

const Table& table() {
  static const std::unique_ptr<const Table> kTable = [] {
    auto made = std::make_unique<Table>();
    for (char32_t c = 0; c < kTableSize; ++c) (*made)[c] = compute(c);
    return made;
  }();
  return *kTable;
}

}  // namespace

CharClass char_class(char32_t c) { return c < kTableSize ? table()[c] : compute(c); }

}  // namespace isnad::text
