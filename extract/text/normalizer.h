#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/text/arabic.h"
#include "graph/model/span.h"

namespace isnad::text {

/// Text in one spelling, and where each of its bytes comes from.
struct Normalized {
  std::string text;
  /// `[text.size() + 1]`: for each byte the start of the original character it comes from; at last the original's size.
  std::vector<std::uint32_t> origin;

  /// Returns: the range of the original that a range of `text` was made from.
  [[nodiscard]] Span to_original(Span span) const {
    if (span.begin >= span.end) return {origin[span.begin], origin[span.begin]};
    return {origin[span.begin], origin[span.end]};
  }
};

/// Brings text into the spelling that words are compared in, without losing where it stood: Arabic presentation forms and
/// ligatures become letters, hamza and madda above or below are composed with their letter, vowel signs, tatweel, bidi
/// marks and zero-width characters go, spaces of every kind become plain ones; all else is composed (NFC).
///
/// Requires: `original` is valid UTF-8 of less than 4 GiB.
/// Cost: linear; text that needs nothing is copied at the speed of a decode loop.
[[nodiscard]] Normalized normalize(std::string_view original);

/// Returns: `normalize(form).text`.
[[nodiscard]] std::string clean_form(std::string_view form);

/// Folds a cleaned Arabic form to a key for statistics, in which usual misspellings agree: one form of alef, ى as ي,
/// ة as ه, Persian kaf and yeh as Arabic, digits as ASCII. Other letters in lower case.
[[nodiscard]] std::string fold_arabic(std::string_view form);

/// Folds one code point as `fold_arabic` does, letters outside Arabic left alone.
[[nodiscard]] inline char32_t fold_arabic(char32_t c) {
  if (c >= 0x660 && c <= 0x669) return U'0' + (c - 0x660);
  if (c >= 0x6F0 && c <= 0x6F9) return U'0' + (c - 0x6F0);
  return fold_arabic_letter(c, ArabicFold::kSpelling);
}

}  // namespace isnad::text
