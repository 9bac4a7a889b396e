#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace isnad::store {

// First bytes of a number: up to kOneByteMax itself, up to kTwoBytesLast the high part of two bytes, kThreeBytes, then
// kThreeBytes + n for n + 2 bytes of value.
inline constexpr std::uint64_t kOneByteMax = 240;
inline constexpr std::uint8_t kTwoBytesLast = 248;
inline constexpr std::uint8_t kThreeBytes = 249;
inline constexpr std::uint64_t kTwoBytesMax = kOneByteMax + 256 * (kTwoBytesLast - kOneByteMax) - 1;
inline constexpr std::uint64_t kThreeBytesMax = kTwoBytesMax + 0x10000;

/// Writes tuples of numbers and strings as bytes whose order (`memcmp`) is the order of the tuples: numbers by value, strings
/// by their bytes, field by field.
///
/// Numbers take 1 byte up to 240, 2 up to 2287, 3 up to 67823, then a length byte and the value big-endian.
/// Strings: 00 is written 00 FF, and 00 01 ends them, so that any string may precede other fields.
/// Source: the variable-length integer of SQLite4 (D. R. Hipp, https://sqlite.org/src4/doc/trunk/www/varint.wiki).
class KeyWriter {
 public:
  KeyWriter& number(std::uint64_t value);

  /// A string of any bytes, with its end.
  KeyWriter& text(std::string_view value);

  /// A string as it is, without end: only as last field, or to make a prefix.
  KeyWriter& rest(std::string_view value);

  [[nodiscard]] const std::string& str() const { return bytes_; }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// Reads what `KeyWriter` wrote. Every method throws CorruptionError for bytes that it cannot have written.
class KeyReader {
 public:
  /// Lifetime: `bytes` must outlive the reader and the views that it returns.
  explicit KeyReader(std::string_view bytes) : bytes_(bytes) {}

  [[nodiscard]] std::uint64_t number() {
    if (at_ + 2 < bytes_.size()) {
      const auto byte_at = [&](std::size_t i) { return std::uint64_t{static_cast<std::uint8_t>(bytes_[i])}; };
      const std::uint64_t first = byte_at(at_);
      if (first <= kOneByteMax) {
        ++at_;
        return first;
      }
      if (first == kThreeBytes) {
        at_ += 3;
        return kTwoBytesMax + 1 + (byte_at(at_ - 2) << 8 | byte_at(at_ - 1));
      }
    }
    return long_number();
  }

  /// Throws: CorruptionError when the value does not fit, too.
  [[nodiscard]] std::uint32_t number32() {
    const std::uint64_t value = number();
    if (value > std::numeric_limits<std::uint32_t>::max()) fail("a number is too large");
    return static_cast<std::uint32_t>(value);
  }

  [[nodiscard]] std::string text();
  [[nodiscard]] std::string_view rest();

  /// Throws: CorruptionError when bytes are left over.
  void expect_end() const;

 private:
  [[nodiscard]] std::uint64_t long_number();
  [[nodiscard]] std::uint8_t byte();
  [[noreturn]] static void fail(const char* why);

  std::string_view bytes_;
  std::size_t at_ = 0;
};

/// Returns: the first string in byte order after all that begin with `prefix`; empty when there is none (all bytes FF).
[[nodiscard]] std::string prefix_end(std::string_view prefix);

}  // namespace isnad::store
