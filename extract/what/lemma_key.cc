#include "extract/what/lemma_key.h"

#include <cstddef>

#include "extract/text/arabic.h"
#include "extract/text/char_class.h"
#include "extract/text/utf8.h"

namespace isnad::what {

namespace {

/// 0 for what a key never keeps.
char32_t fold(char32_t code) {
  if (code >= U'A' && code <= U'Z') return code + 0x20;
  if (text::is_arabic_diacritic(code) || text::is_invisible(code)) return 0;
  switch (code) {
    case 0x2018:
    case 0x2019:
      return U'\'';
    case U'_':
    case 0x00A0:
    case U'\t':
      return U' ';
    default:
      return text::fold_arabic_letter(code, text::ArabicFold::kHamza);
  }
}

bool is_clitic(std::string_view word) { return word == "ب" || word == "ل" || word == "ك"; }

}  // namespace

std::string lemma_key(std::string_view lemma) {
  std::string key;
  key.reserve(lemma.size());
  for (std::size_t at = 0; at < lemma.size();) {
    const char32_t code = fold(text::next_code_point(lemma, at));
    if (code == 0) continue;
    if (code == U' ') {
      if (!key.empty() && key.back() != ' ') key.push_back(' ');
    } else {
      text::append_utf8(key, code);
    }
  }
  while (!key.empty() && key.back() == ' ') key.pop_back();
  return key;
}

std::vector<std::string> key_words(std::string_view key) {
  std::vector<std::string> words;
  bool join = false;
  for (std::size_t begin = 0; begin < key.size();) {
    std::size_t end = key.find(' ', begin);
    if (end == std::string_view::npos) end = key.size();
    const std::string_view word = key.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    if (join) {
      words.back() += word;
    } else {
      words.emplace_back(word);
    }
    join = is_clitic(word);
  }
  return words;
}

bool has_arabic(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    if (text::is_arabic_letter(text::next_code_point(words, at))) return true;
  }
  return false;
}

std::string join_words(const std::vector<std::string>& words, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end && i < words.size(); ++i) {
    if (!out.empty()) out.push_back(' ');
    out += words[i];
  }
  return out;
}

}  // namespace isnad::what
