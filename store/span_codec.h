#pragma once

#include <cstdint>
#include <limits>

#include "graph/model/span.h"
#include "store/byte_reader.h"
#include "store/byte_writer.h"

namespace isnad::store {

/// Spans follow each other closely, so each is written as its distance from the end of the one before, and its length.
class SpanWriter {
 public:
  /// `last`: the end of the span before the first.
  explicit SpanWriter(ByteWriter& writer, std::uint32_t last = 0) : writer_(writer), last_(last) {}

  void write(Span span) {
    writer_.signed_varint(static_cast<std::int64_t>(span.begin) - static_cast<std::int64_t>(last_));
    writer_.signed_varint(static_cast<std::int64_t>(span.end) - static_cast<std::int64_t>(span.begin));
    last_ = span.end;
  }

  /// The end of the last span.
  [[nodiscard]] std::uint32_t last() const { return last_; }

 private:
  ByteWriter& writer_;
  std::uint32_t last_;
};

class SpanReader {
 public:
  explicit SpanReader(ByteReader& reader) : reader_(reader) {}

  Span read() {
    Span span;
    span.begin = offset_from(last_);
    span.end = offset_from(span.begin);
    last_ = span.end;
    return span;
  }

 private:
  std::uint32_t offset_from(std::uint32_t base) {
    const std::int64_t distance = reader_.signed_varint();
    constexpr std::int64_t kMax = std::numeric_limits<std::uint32_t>::max();
    if (distance < -kMax || distance > kMax) reader_.fail("a span is out of range");
    const std::int64_t offset = static_cast<std::int64_t>(base) + distance;
    if (offset < 0 || offset > kMax) reader_.fail("a span is out of range");
    return static_cast<std::uint32_t>(offset);
  }

  ByteReader& reader_;
  std::uint32_t last_ = 0;
};

}  // namespace isnad::store
