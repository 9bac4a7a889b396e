#include "store/text_tokens.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace isnad::store {

namespace {

enum class Kind : std::uint8_t { kSpace, kLetter, kMark };

/// Of characters of one byte, and of lone bytes that begin none.
constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (std::size_t c = 0; c < 256; ++c) {
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    kinds[c] = space ? Kind::kSpace : letter ? Kind::kLetter : Kind::kMark;
  }
  return kinds;
}();

bool is_mark(std::uint32_t c) {
  return (c >= 0xA0 && c <= 0xBF) || c == 0x60C || c == 0x61B || c == 0x61F || (c >= 0x2000 && c <= 0x206F);
}

/// A character as its first byte says, whatever follows: this must not fail on any bytes.
struct Character {
  Kind kind = Kind::kMark;
  std::uint32_t bytes = 1;
};

Character character_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[at + i])); };
  const std::uint32_t lead = byte(0);
  const std::size_t left = text.size() - at;
  if (lead >= 0xC2 && lead < 0xE0 && left >= 2) {
    return {is_mark(((lead & 0x1FU) << 6U) | (byte(1) & 0x3FU)) ? Kind::kMark : Kind::kLetter, 2};
  }
  if (lead >= 0xE0 && lead < 0xF0 && left >= 3) {
    const std::uint32_t c = ((lead & 0xFU) << 12U) | ((byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    return {is_mark(c) ? Kind::kMark : Kind::kLetter, 3};
  }
  if (lead >= 0xF0 && left >= 4) return {Kind::kLetter, 4};
  return {kKinds[lead], 1};
}

}  // namespace

std::vector<Span> tokens_of(std::string_view text) {
  std::vector<Span> tokens;
  tokens.reserve(text.size() / 8 + 1);
  bool in_word = false;
  for (std::uint32_t at = 0; at < text.size();) {
    const Character c = character_at(text, at);
    if (c.kind == Kind::kLetter && in_word) {
      tokens.back().end = at + c.bytes;
    } else if (c.kind != Kind::kSpace) {
      tokens.push_back({at, at + c.bytes});
    }
    in_word = c.kind == Kind::kLetter;
    at += c.bytes;
  }
  if (tokens.empty()) tokens.push_back({0, 0});
  return tokens;
}

}  // namespace isnad::store
