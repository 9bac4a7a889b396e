#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace isnad::store {

/// Reads what `ByteWriter` wrote, from bytes that nobody vouches for.
///
/// Every method throws CorruptionError, naming `what`, when the bytes end too early or are not as the writer makes them.
class ByteReader {
 public:
  /// `what` names the value in messages: `claim`.
  /// Lifetime: `bytes` and `what` must outlive the reader and the views that it returns.
  ByteReader(std::string_view bytes, std::string_view what) : bytes_(bytes), what_(what) {}

  [[nodiscard]] std::uint8_t byte();

  /// Rejects encodings that are longer than need be, so that one value has one encoding.
  [[nodiscard]] std::uint64_t varint();

  /// A varint that must fit.
  [[nodiscard]] std::uint32_t varint32();

  [[nodiscard]] std::int64_t signed_varint();
  [[nodiscard]] std::uint64_t fixed64();
  [[nodiscard]] float float32();
  [[nodiscard]] std::string_view string();

  /// The number of elements that follow, each at least `least_bytes` long: never more than the bytes left can hold, so that a
  /// caller may reserve memory for them.
  [[nodiscard]] std::uint32_t count(std::size_t least_bytes = 1);

  [[nodiscard]] std::size_t left() const { return bytes_.size() - at_; }

  /// Throws: CorruptionError when bytes are left over.
  void expect_end() const;

  /// Throws: CorruptionError: `damaged <what>: <why>`.
  [[noreturn]] void fail(std::string_view why) const;

 private:
  std::string_view bytes_;
  std::string_view what_;
  std::size_t at_ = 0;
};

}  // namespace isnad::store
