#include "store/row_sum.h"

#include <string>

#include "store/byte_writer.h"

namespace isnad::store {

void RowSum::add(const Hash128& hash, std::uint64_t times) {
  high_ += hash.high * times;
  low_ += hash.low * times;
}

void RowSum::add_row(std::string_view key, std::string_view value) {
  std::string bytes;
  ByteWriter(bytes).string(key);
  bytes.append(value);
  add(hash_of(bytes), 1);
}

void RowSum::add_tally(std::string_view key, const Bag& tally) {
  std::string bytes;
  for (const auto& [name, count] : tally.counts()) {
    for (const bool mentions : {false, true}) {
      bytes.clear();
      ByteWriter writer(bytes);
      writer.byte(mentions ? 1 : 0);
      writer.string(key);
      bytes.append(name);
      add(hash_of(bytes), static_cast<std::uint64_t>(mentions ? count.mentions : count.documents));
    }
  }
}

}  // namespace isnad::store
