#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace isnad::nlp {

/// Appends the lowest `bytes` bytes of `value`, the least first.
inline void put_little_endian(std::string& out, std::uint64_t value, int bytes) {
  for (int k = 0; k < bytes; ++k) out.push_back(static_cast<char>(static_cast<unsigned char>(value >> (8 * k))));
}

/// Requires: `at + bytes <= in.size()`.
[[nodiscard]] inline std::uint64_t get_little_endian(std::string_view in, std::size_t at, int bytes) {
  std::uint64_t value = 0;
  for (int k = bytes; k-- > 0;) value = value << 8U | static_cast<unsigned char>(in[at + static_cast<std::size_t>(k)]);
  return value;
}

}  // namespace isnad::nlp
