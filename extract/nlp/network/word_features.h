#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::nlp {

// What the network sees of a word apart from its neighbours. Trainer and runtime must agree on every bit of it: a change
// here makes all model files worthless, and needs a new format version.

/// Returns: the code points of a form without Arabic vowel signs, tatweel, and invisible formatting characters;
/// all of them when the form has no others. Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::u32string clean_form(std::string_view form);

/// Returns: the key under which a word's vector is stored: hamza on alif folded, digits made `0`, lower case.
[[nodiscard]] std::string vector_key(std::u32string_view clean);

/// Appends the rows of the n-gram table that stand for a word: the whole word, prefixes of 1 to 4 and suffixes of 1 to 5
/// letters, all trigrams, and its shape (scripts, case, digits). Never appends nothing.
/// Requires: buckets > 0. Returns: values below `buckets`.
/// Cost: linear in the first and last 24 letters; longer words lose their middle.
void append_ngram_buckets(std::u32string_view clean, std::uint32_t buckets, std::vector<std::uint32_t>& out);

/// Returns: `c` in lower case, for the Latin, Greek and Cyrillic letters that have one simple partner.
[[nodiscard]] char32_t lower(char32_t c);

[[nodiscard]] std::string to_utf8(std::u32string_view text);

}  // namespace isnad::nlp
