#include "store/hash.h"

#include <xxhash.h>

#include "store/byte_writer.h"

namespace isnad::store {

std::string Hash128::str() const {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  text.reserve(32);
  for (const std::uint64_t half : {high, low}) {
    for (int shift = 60; shift >= 0; shift -= 4) text.push_back(kDigits[(half >> shift) & 0xF]);
  }
  return text;
}

Hash128 hash_of(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

Hash128 content_hash(const Document& document) {
  std::string bytes;
  bytes.reserve(document.text.size() + document.url.size() + document.title.size() + 128);
  ByteWriter writer(bytes);
  writer.string(document.id.str());
  writer.string(document.url);
  writer.string(document.source);
  writer.string(document.title);
  writer.string(document.published);
  writer.string(document.text);
  return hash_of(bytes);
}

}  // namespace isnad::store
