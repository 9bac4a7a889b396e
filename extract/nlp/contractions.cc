#include "extract/nlp/contractions.h"

#include <algorithm>
#include <array>
#include <string>

namespace isnad::nlp {

namespace {

constexpr std::size_t kLongestListed_bytes = 16;

/// Lower case with one sign for every apostrophe; `typed` are bytes of UTF-8, `plain` has as many letters.
struct Ending {
  std::string plain;
  /// Where each letter of `plain` stands in the token.
  std::vector<std::uint32_t> at;
};

/// Returns: the last letters of the token, at most five.
Ending ending_of(std::string_view token) {
  Ending ending;
  std::size_t begin = token.size();
  for (int letters = 0; begin > 0 && letters < 5; ++letters) {
    --begin;
    while (begin > 0 && (static_cast<unsigned char>(token[begin]) & 0xC0U) == 0x80U) --begin;
  }
  for (std::size_t k = begin; k < token.size();) {
    std::size_t next = k + 1;
    while (next < token.size() && (static_cast<unsigned char>(token[next]) & 0xC0U) == 0x80U) ++next;
    const std::string_view letter = token.substr(k, next - k);
    ending.at.push_back(static_cast<std::uint32_t>(k));
    if (letter == "’" || letter == "`" || letter == "ʼ" || letter == "‘") {
      ending.plain += '\'';
    } else if (letter.size() > 1) {
      ending.plain += '?';
    } else {
      ending.plain += letter[0] >= 'A' && letter[0] <= 'Z' ? static_cast<char>(letter[0] + 32) : letter[0];
    }
    k = next;
  }
  return ending;
}

}  // namespace

std::vector<std::uint32_t> contraction_borders(std::string_view token, const WordTables& tables) {
  std::vector<std::uint32_t> borders = {0};
  if (token.size() <= kLongestListed_bytes) {
    std::string low(token);
    std::transform(low.begin(), low.end(), low.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (const auto* words = tables.contraction(low)) {
      for (std::size_t k = 0; k + 1 < words->size(); ++k)
        borders.push_back(borders.back() + static_cast<std::uint32_t>((*words)[k].size()));
      return borders;
    }
  }
  const Ending ending = ending_of(token);
  static constexpr std::array<std::string_view, 8> kEndings = {"n't", "'ll", "'ve", "'re", "'s", "'m", "'d", "'"};
  for (const std::string_view known : kEndings) {
    if (!ending.plain.ends_with(known)) continue;
    const std::uint32_t border = ending.at[ending.plain.size() - known.size()];
    if (border == 0) return borders;
    borders.push_back(border);
    return borders;
  }
  return borders;
}

}  // namespace isnad::nlp
