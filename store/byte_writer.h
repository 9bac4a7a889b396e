#pragma once

#include <bit>
#include <cstdint>
#include <string>
#include <string_view>

namespace isnad::store {

/// Appends the primitive values of the store's format to a string: the counterpart of `ByteReader`.
class ByteWriter {
 public:
  /// Lifetime: `out` must outlive the writer.
  explicit ByteWriter(std::string& out) : out_(out) {}

  void byte(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }

  /// LEB128: seven bits a byte, the least significant first, the top bit set on all bytes but the last.
  void varint(std::uint64_t value) {
    while (value >= 0x80) {
      byte(static_cast<std::uint8_t>(value | 0x80));
      value >>= 7;
    }
    byte(static_cast<std::uint8_t>(value));
  }

  /// Zigzag, then LEB128: small magnitudes of either sign are short.
  void signed_varint(std::int64_t value) {
    varint((static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
  }

  void fixed64(std::uint64_t value) {
    for (int shift = 0; shift < 64; shift += 8) byte(static_cast<std::uint8_t>(value >> shift));
  }

  /// IEEE 754 binary32, little-endian.
  void float32(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    for (int shift = 0; shift < 32; shift += 8) byte(static_cast<std::uint8_t>(bits >> shift));
  }

  /// Its length in bytes as varint, then the bytes.
  void string(std::string_view value) {
    varint(value.size());
    out_.append(value);
  }

 private:
  std::string& out_;
};

}  // namespace isnad::store
