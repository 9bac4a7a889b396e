#include "store/byte_reader.h"

#include <bit>
#include <limits>

#include "graph/model/error.h"

namespace isnad::store {

std::uint8_t ByteReader::byte() {
  if (at_ >= bytes_.size()) fail("it ends too early");
  return static_cast<std::uint8_t>(bytes_[at_++]);
}

std::uint64_t ByteReader::varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint8_t next = byte();
    if (shift == 63 && next > 1) fail("a number is too large");
    value |= static_cast<std::uint64_t>(next & 0x7F) << shift;
    if ((next & 0x80) == 0) {
      if (next == 0 && shift > 0) fail("a number is longer than it need be");
      return value;
    }
  }
  fail("a number does not end");
}

std::uint32_t ByteReader::varint32() {
  const std::uint64_t value = varint();
  if (value > std::numeric_limits<std::uint32_t>::max()) fail("a number is too large");
  return static_cast<std::uint32_t>(value);
}

std::int64_t ByteReader::signed_varint() {
  const std::uint64_t value = varint();
  return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

std::uint64_t ByteReader::fixed64() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 8) value |= static_cast<std::uint64_t>(byte()) << shift;
  return value;
}

float ByteReader::float32() {
  std::uint32_t bits = 0;
  for (int shift = 0; shift < 32; shift += 8) bits |= static_cast<std::uint32_t>(byte()) << shift;
  return std::bit_cast<float>(bits);
}

std::string_view ByteReader::string() {
  const std::uint64_t size = varint();
  if (size > left()) fail("a string ends too early");
  const std::string_view value = bytes_.substr(at_, size);
  at_ += size;
  return value;
}

std::uint32_t ByteReader::count(std::size_t least_bytes) {
  const std::uint64_t number = varint();
  if (number > left() / least_bytes || number > std::numeric_limits<std::uint32_t>::max()) fail("it ends too early");
  return static_cast<std::uint32_t>(number);
}

void ByteReader::expect_end() const {
  if (left() != 0) fail("bytes are left over");
}

void ByteReader::fail(std::string_view why) const {
  throw CorruptionError("damaged " + std::string(what_) + ": " + std::string(why));
}

}  // namespace isnad::store
