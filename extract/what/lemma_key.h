#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::what {

/// Folds relation words to the key that all their usual spellings share: vowel signs, tatweel and bidi marks off, one form
/// of alef, of hamza carriers, of final yaa and taa marbuta, lower case, typographic apostrophes as `'`, words joined by one
/// space. The article ال stays: `text::without_article` takes it off where a word may have one.
/// Requires: `lemma` is valid UTF-8.
[[nodiscard]] std::string lemma_key(std::string_view lemma);

/// Returns: the words of an already folded key; a free-standing clitic `ب`, `ل` or `ك` before another word is joined to it
/// (`متحدث ب اسم` as `متحدث باسم`), for taggers differ in what they split.
[[nodiscard]] std::vector<std::string> key_words(std::string_view key);

/// Returns: true when the words have an Arabic letter.
[[nodiscard]] bool has_arabic(std::string_view words);

/// Returns: `words[begin, end)` joined by single spaces.
[[nodiscard]] std::string join_words(const std::vector<std::string>& words, std::size_t begin, std::size_t end);

}  // namespace isnad::what
