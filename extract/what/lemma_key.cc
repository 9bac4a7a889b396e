#include "extract/what/lemma_key.h"

#include <cstddef>

#include "extract/text/utf8.h"

namespace isnad::what {

namespace {

constexpr std::string_view kArticle = "ال";
constexpr std::size_t kLetterBytes = 2;

/// 0 for what a key never keeps.
char32_t fold(char32_t code) {
  if (code >= U'A' && code <= U'Z') return code + 0x20;
  if ((code >= 0x064B && code <= 0x065F) || code == 0x0670 || code == 0x0640) return 0;  // vowel signs, tatweel
  if ((code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069)) return 0;
  switch (code) {
    case 0x0622:  // آ
    case 0x0623:  // أ
    case 0x0625:  // إ
    case 0x0671:  // ٱ
      return 0x0627;
    case 0x0624:  // ؤ
      return 0x0648;
    case 0x0626:  // ئ
    case 0x0649:  // ى
    case 0x06CC:  // Farsi yeh
      return 0x064A;
    case 0x06A9:  // keheh
      return 0x0643;
    case 0x0629:  // ة
      return 0x0647;
    case 0x2018:
    case 0x2019:
      return U'\'';
    case U'_':
    case 0x00A0:
    case U'\t':
      return U' ';
    default:
      return code;
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

std::string_view strip_article(std::string_view word) {
  constexpr std::size_t kMinimum = kArticle.size() + 2 * kLetterBytes;
  if (word.size() >= kMinimum && word.starts_with(kArticle) && word != "الي") return word.substr(kArticle.size());
  return word;
}

bool has_arabic(std::string_view words) {
  for (std::size_t at = 0; at < words.size();) {
    const char32_t code = text::next_code_point(words, at);
    if (code >= 0x0621 && code <= 0x064A) return true;
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
