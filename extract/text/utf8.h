#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace isnad::text {

/// Returns: the byte at which `bytes` first stops being UTF-8 (an overlong form, a surrogate, a value past U+10FFFF, a
/// stray or missing continuation byte: the start of that sequence); nothing when all of it is valid.
/// Cost: linear; ASCII eight bytes a step.
[[nodiscard]] std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// Decodes the code point at `at` and moves `at` past it.
/// Requires: `bytes` is valid UTF-8, and `at` is the start of a code point in it.
[[nodiscard]] inline char32_t next_code_point(std::string_view bytes, std::size_t& at) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(bytes[at + k]); };
  const unsigned char lead = byte(0);
  if (lead < 0x80) {
    at += 1;
    return lead;
  }
  if (lead < 0xE0) {
    const char32_t c = (static_cast<char32_t>(lead & 0x1FU) << 6U) | (byte(1) & 0x3FU);
    at += 2;
    return c;
  }
  if (lead < 0xF0) {
    const char32_t c =
        (static_cast<char32_t>(lead & 0x0FU) << 12U) | (static_cast<char32_t>(byte(1) & 0x3FU) << 6U) | (byte(2) & 0x3FU);
    at += 3;
    return c;
  }
  const char32_t c = (static_cast<char32_t>(lead & 0x07U) << 18U) | (static_cast<char32_t>(byte(1) & 0x3FU) << 12U) |
                     (static_cast<char32_t>(byte(2) & 0x3FU) << 6U) | (byte(3) & 0x3FU);
  at += 4;
  return c;
}

/// Appends `c` in UTF-8.
/// Requires: `c` is a Unicode scalar value.
void append_utf8(std::string& out, char32_t c);

/// Returns: the code points of valid UTF-8.
[[nodiscard]] std::u32string decode_utf8(std::string_view bytes);

/// Returns: UTF-8 of scalar values.
[[nodiscard]] std::string encode_utf8(std::u32string_view code_points);

}  // namespace isnad::text
