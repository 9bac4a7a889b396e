#include "store/hash.h"

#include <xxhash.h>

#include <new>

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

std::size_t FastHash::operator()(std::string_view bytes) const { return XXH3_64bits(bytes.data(), bytes.size()); }

struct Hasher::Impl {
  struct Free {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state{XXH3_createState()};
};

Hasher::Hasher() : impl_(std::make_unique<Impl>()) {
  if (!impl_->state) throw std::bad_alloc();
  XXH3_128bits_reset(impl_->state.get());
}

Hasher::~Hasher() = default;

void Hasher::add(std::string_view bytes) { XXH3_128bits_update(impl_->state.get(), bytes.data(), bytes.size()); }

Hash128 Hasher::finish() const {
  const XXH128_hash_t hash = XXH3_128bits_digest(impl_->state.get());
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
