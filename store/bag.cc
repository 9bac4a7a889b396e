#include "store/bag.h"

#include "store/byte_reader.h"
#include "store/byte_writer.h"

namespace isnad::store {

namespace {

// Wraps around instead of overflowing, so that hostile bytes cannot cause undefined behaviour.
std::int64_t sum(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

std::int64_t negated(std::int64_t a) { return static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(a)); }

}  // namespace

void Bag::add(std::string_view name, Count count) {
  if (count.zero()) return;
  const auto place = counts_.lower_bound(name);
  if (place == counts_.end() || place->first != name) {
    counts_.emplace_hint(place, name, count);
    return;
  }
  place->second.documents = sum(place->second.documents, count.documents);
  place->second.mentions = sum(place->second.mentions, count.mentions);
  if (place->second.zero()) counts_.erase(place);
}

void Bag::add(const Bag& other) {
  for (const auto& [name, count] : other.counts_) add(name, count);
}

void Bag::subtract(const Bag& other) {
  for (const auto& [name, count] : other.counts_) add(name, {negated(count.documents), negated(count.mentions)});
}

void Bag::add_encoded(std::string_view encoded) {
  ByteReader reader(encoded, "tally");
  const std::uint32_t names = reader.count(3);
  for (std::uint32_t i = 0; i < names; ++i) {
    const std::string_view name = reader.string();
    const std::int64_t documents = reader.signed_varint();
    const std::int64_t mentions = reader.signed_varint();
    add(name, {documents, mentions});
  }
  reader.expect_end();
}

std::string Bag::encode() const {
  std::string bytes;
  ByteWriter writer(bytes);
  writer.varint(counts_.size());
  for (const auto& [name, count] : counts_) {
    writer.string(name);
    writer.signed_varint(count.documents);
    writer.signed_varint(count.mentions);
  }
  return bytes;
}

}  // namespace isnad::store
