#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include "graph/model/span.h"
#include "store/byte_reader.h"
#include "store/byte_writer.h"

namespace isnad::store {

/// Writes spans by the tokens of their text. Most are exactly one token, near the one before: one small number then.
/// What else there is to say of a span stands apart, among its like, which packs better.
class TokenSpanWriter {
 public:
  /// Lifetime: both must outlive it.
  TokenSpanWriter(const std::vector<Span>& tokens, ByteWriter& parts) : tokens_(tokens), parts_(parts) {}

  /// `out`: where the token's distance goes. `moves`: whether the next span counts from this one.
  void write(ByteWriter& out, Span span, bool moves = true) {
    const std::size_t first = token_at(span.begin);
    const std::size_t last = span.end > span.begin ? token_at(span.end - 1) : first;
    const bool exact = tokens_[first] == span;
    const std::int64_t distance = static_cast<std::int64_t>(first) - static_cast<std::int64_t>(next_);
    out.varint((zigzag(distance) << 1) | (exact ? 0U : 1U));
    if (!exact) {
      parts_.signed_varint(std::int64_t{span.begin} - std::int64_t{tokens_[first].begin});
      parts_.varint(last - first);
      parts_.signed_varint(std::int64_t{tokens_[last].end} - std::int64_t{span.end});
    }
    if (moves) next_ = last + 1;
  }

 private:
  static std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
  }

  /// The last token that begins at `offset` or before; the first where none does.
  [[nodiscard]] std::size_t token_at(std::uint32_t offset) const {
    const auto after = std::upper_bound(tokens_.begin(), tokens_.end(), offset,
                                        [](std::uint32_t at, const Span& token) { return at < token.begin; });
    return after == tokens_.begin() ? 0 : static_cast<std::size_t>(after - tokens_.begin()) - 1;
  }

  const std::vector<Span>& tokens_;
  ByteWriter& parts_;
  std::size_t next_ = 0;
};

class TokenSpanReader {
 public:
  TokenSpanReader(const std::vector<Span>& tokens, ByteReader& parts) : tokens_(tokens), parts_(parts) {}

  Span read(ByteReader& in, bool moves = true) {
    const std::uint64_t bits = in.varint();
    const std::uint64_t folded = bits >> 1;
    const std::int64_t distance = static_cast<std::int64_t>(folded >> 1) ^ -static_cast<std::int64_t>(folded & 1);
    const std::size_t first = checked(in, static_cast<std::int64_t>(next_) + distance, tokens_.size());
    std::size_t last = first;
    Span span = tokens_[first];
    if ((bits & 1) != 0) {
      span.begin = offset(parts_, tokens_[first].begin, parts_.signed_varint());
      last = checked(parts_, static_cast<std::int64_t>(first) + parts_.varint32(), tokens_.size());
      span.end = offset(parts_, tokens_[last].end, -parts_.signed_varint());
    }
    if (moves) next_ = last + 1;
    return span;
  }

 private:
  static std::size_t checked(const ByteReader& reader, std::int64_t place, std::size_t end) {
    if (place < 0 || static_cast<std::uint64_t>(place) >= end) reader.fail("a span does not fit the text");
    return static_cast<std::size_t>(place);
  }

  static std::uint32_t offset(const ByteReader& reader, std::uint32_t base, std::int64_t distance) {
    constexpr std::int64_t kMax = std::numeric_limits<std::uint32_t>::max();
    if (distance < -kMax || distance > kMax || base + distance < 0 || base + distance > kMax)
      reader.fail("a span is out of range");
    return static_cast<std::uint32_t>(base + distance);
  }

  const std::vector<Span>& tokens_;
  ByteReader& parts_;
  std::size_t next_ = 0;
};

}  // namespace isnad::store
