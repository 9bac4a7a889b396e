#include "extract/text/name_key.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <vector>

#include "extract/text/arabic.h"
#include "extract/text/char_class.h"
#include "extract/text/normalizer.h"
#include "extract/text/utf8.h"
#include "graph/model/error.h"

namespace isnad::text {

namespace {

/// Returns: compatibility decomposition with case folded.
icu::UnicodeString decomposed(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status) != 0) throw Error(std::string("ICU has no normalisation data: ") + u_errorName(status));
  icu::UnicodeString folded = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<std::int32_t>(name.size())));
  folded.foldCase();
  return nfkd->normalize(folded, status);
}

/// Besides what every key folds, the Urdu twins of an Arabic letter.
char32_t folded_letter(char32_t c) {
  switch (c) {
    case U'ہ':
    case U'ھ':
      return U'ه';
    default:
      return fold_arabic_letter(c, ArabicFold::kHamza);
  }
}

/// Signs that people leave out within a word: U.S., L'Oréal, qur’an.
bool joins_letters(char32_t c) {
  return c == U'.' || c == U'\'' || c == U'’' || c == U'‘' || c == U'ʼ' || c == U'ʿ' || c == U'ʾ' || c == U'`';
}

std::vector<std::u32string> words_of(const icu::UnicodeString& name) {
  std::vector<std::u32string> words(1);
  for (std::int32_t k = 0; k < name.length(); k = name.moveIndex32(k, 1)) {
    const auto c = static_cast<char32_t>(name.char32At(k));
    const auto code = static_cast<UChar32>(c);
    if (c == U'ء' || joins_letters(c) || is_invisible(c) || is_arabic_diacritic(c) || char_class(c) == CharClass::kMark) continue;
    if (const int digit = u_charDigitValue(code); digit >= 0) {
      words.back().push_back(U'0' + static_cast<char32_t>(digit));
    } else if (u_isalnum(code) != 0) {
      words.back().push_back(folded_letter(c));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

/// Returns: the word without its article; nothing of `the`. A word too short to have one stays.
std::u32string without_article(const std::u32string& word) {
  if (word == U"the") return {};
  if (word.size() >= 4 && word.starts_with(U"ال")) return word.substr(2);
  return word;
}

}  // namespace

std::string name_key(std::string_view name) {
  const auto words = words_of(decomposed(name));
  std::string key;
  const auto add = [&](const std::u32string& word) {
    if (word.empty()) return;
    if (!key.empty()) key += ' ';
    for (const char32_t c : word) append_utf8(key, c);
  };
  for (const auto& word : words) add(without_article(word));
  if (key.empty()) {
    for (const auto& word : words) add(word);  // a band called The The
  }
  return key;
}

}  // namespace isnad::text
