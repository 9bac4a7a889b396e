#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "extract/corpus/byte_source.h"

namespace isnad::corpus {

/// The longest line or single file that is read, so that no file can take all memory. Of a page most bytes are not its text:
/// what `require_analysable` allows for that is less.
inline constexpr std::size_t kMaxRawBytes = std::size_t{64} << 20U;

/// Reads a stream of bytes by lines, by characters, or as a whole.
class ByteReader {
 public:
  explicit ByteReader(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  /// Returns: the next bytes without passing them: `wanted`, or fewer at the end of the file.
  /// Throws: Unusable, as all methods that read.
  [[nodiscard]] std::string_view peek(std::size_t wanted);

  enum class Line { kEnd, kRead, kTooLong };

  /// Reads a line without its `\n` or `\r\n`. One longer than `limit_bytes` is passed over and leaves `line` empty.
  [[nodiscard]] Line next_line(std::string& line, std::size_t limit_bytes = kMaxRawBytes);

  /// Returns: all bytes that are left.
  /// Throws: Unusable also when there are more than `limit_bytes`.
  [[nodiscard]] std::string rest(std::size_t limit_bytes = kMaxRawBytes);

  /// Returns: the next `count` bytes; fewer at the end of the file.
  [[nodiscard]] std::string take(std::size_t count);

  /// Passes over `count` bytes, fewer at the end of the file. Returns: how many.
  std::uint64_t skip(std::uint64_t count);

  // The bytes one by one.
  [[nodiscard]] bool at_end() { return at_ == buffer_.size() && !refill(); }
  /// Requires: not at the end.
  [[nodiscard]] char front() const { return buffer_[at_]; }
  void pop() { ++at_; }

  /// Turns what is left into UTF-8: see `utf8_source`.
  void to_utf8();

 private:
  [[nodiscard]] std::string_view buffered() const { return std::string_view(buffer_).substr(at_); }
  bool refill();

  std::unique_ptr<ByteSource> source_;
  std::string buffer_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

}  // namespace isnad::corpus
