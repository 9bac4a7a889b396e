#include "store/places.h"

#include <xxhash.h>

namespace isnad::store {

Places::Places() : table_(64) {}

std::pair<std::uint32_t, bool> Places::of(std::string_view bytes) {
  const std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  const std::size_t mask = table_.size() - 1;
  std::size_t at = hash & mask;
  for (; table_[at] != 0; at = (at + 1) & mask) {
    const Thing& thing = things_[table_[at] - 1];
    if (thing.hash == hash && std::string_view(bytes_).substr(thing.begin, thing.size) == bytes) return {table_[at] - 1, false};
  }
  things_.push_back({hash, bytes_.size(), bytes.size()});
  bytes_.append(bytes);
  const auto number = static_cast<std::uint32_t>(things_.size());
  table_[at] = number;
  if (2 * things_.size() > table_.size()) grow();
  return {number - 1, true};
}

void Places::grow() {
  table_.assign(2 * table_.size(), 0);
  const std::size_t mask = table_.size() - 1;
  for (std::size_t i = 0; i < things_.size(); ++i) {
    std::size_t at = things_[i].hash & mask;
    while (table_[at] != 0) at = (at + 1) & mask;
    table_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace isnad::store
