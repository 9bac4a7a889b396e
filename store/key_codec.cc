#include "store/key_codec.h"

#include <array>
#include <limits>

#include "graph/model/error.h"

namespace isnad::store {

namespace {

constexpr char kZero = '\x00';
constexpr char kEscapedZero = '\xFF';
constexpr char kEnd = '\x01';

}  // namespace

static_assert(kTwoBytesMax == 2287 && kThreeBytesMax == 67823);

KeyWriter& KeyWriter::number(std::uint64_t value) {
  std::array<char, 9> bytes{};
  std::size_t count = 0;
  const auto push = [&](std::uint64_t byte) { bytes[count++] = static_cast<char>(byte & 0xFF); };
  if (value <= kOneByteMax) {
    bytes_.push_back(static_cast<char>(value));
    return *this;
  }
  if (value <= kTwoBytesMax) {
    const std::uint64_t offset = value - kOneByteMax;
    push(kOneByteMax + 1 + (offset >> 8));
    push(offset);
  } else if (value <= kThreeBytesMax) {
    const std::uint64_t offset = value - kTwoBytesMax - 1;
    push(kThreeBytes);
    push(offset >> 8);
    push(offset);
  } else {
    int length = 3;
    while (length < 8 && (value >> (8 * length)) != 0) ++length;
    push(static_cast<std::uint64_t>(kThreeBytes) + static_cast<std::uint64_t>(length) - 2);
    for (int shift = 8 * (length - 1); shift >= 0; shift -= 8) push(value >> shift);
  }
  bytes_.append(bytes.data(), count);
  return *this;
}

KeyWriter& KeyWriter::text(std::string_view value) {
  std::size_t begin = 0;
  for (std::size_t zero = value.find(kZero); zero != std::string_view::npos; zero = value.find(kZero, begin)) {
    bytes_.append(value.substr(begin, zero + 1 - begin)).push_back(kEscapedZero);
    begin = zero + 1;
  }
  bytes_.append(value.substr(begin));
  bytes_.push_back(kZero);
  bytes_.push_back(kEnd);
  return *this;
}

KeyWriter& KeyWriter::rest(std::string_view value) {
  bytes_.append(value);
  return *this;
}

std::uint64_t KeyReader::long_number() {
  const std::uint8_t first = byte();
  if (first <= kOneByteMax) return first;
  if (first <= kTwoBytesLast) {
    const std::uint64_t value = kOneByteMax + ((static_cast<std::uint64_t>(first) - kOneByteMax - 1) << 8) + byte();
    if (value <= kOneByteMax) fail("a number is longer than it need be");
    return value;
  }
  const int bytes = first == kThreeBytes ? 2 : first - kThreeBytes + 2;
  std::uint64_t value = 0;
  for (int i = 0; i < bytes; ++i) value = (value << 8) | byte();
  if (first == kThreeBytes) return kTwoBytesMax + 1 + value;
  if (value <= kThreeBytesMax || (bytes > 3 && (value >> (8 * (bytes - 1))) == 0)) fail("a number is longer than it need be");
  return value;
}

std::string KeyReader::text() {
  std::string value;
  while (true) {
    const std::size_t zero = bytes_.find(kZero, at_);
    if (zero == std::string_view::npos || zero + 1 >= bytes_.size()) fail("a string does not end");
    value.append(bytes_.substr(at_, zero - at_));
    at_ = zero + 2;
    const char mark = bytes_[zero + 1];
    if (mark == kEnd) return value;
    if (mark != kEscapedZero) fail("a string holds a bare zero");
    value.push_back(kZero);
  }
}

std::string_view KeyReader::rest() {
  const std::string_view value = bytes_.substr(at_);
  at_ = bytes_.size();
  return value;
}

void KeyReader::expect_end() const {
  if (at_ != bytes_.size()) fail("bytes are left over");
}

std::uint8_t KeyReader::byte() {
  if (at_ >= bytes_.size()) fail("it ends too early");
  return static_cast<std::uint8_t>(bytes_[at_++]);
}

void KeyReader::fail(const char* why) { throw CorruptionError(std::string("damaged key: ") + why); }

std::string prefix_end(std::string_view prefix) {
  std::string end(prefix);
  while (!end.empty()) {
    if (end.back() != '\xFF') {
      end.back() = static_cast<char>(static_cast<unsigned char>(end.back()) + 1);
      return end;
    }
    end.pop_back();
  }
  return end;
}

}  // namespace isnad::store
