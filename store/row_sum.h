#pragma once

#include <cstdint>
#include <string_view>

#include "store/bag.h"
#include "store/hash.h"

namespace isnad::store {

/// A fingerprint of a set of rows that comes out the same in whatever order they are added: two sets with equal sums are
/// equal, but for a chance of one in 2^128. Counts are added as multiples, so that a sum of tallies has the fingerprint that
/// its parts have together.
/// Source: M. Bellare, D. Micciancio (1997), incremental hashing by addition, doi:10.1007/3-540-69053-0_13.
class RowSum {
 public:
  void add_row(std::string_view key, std::string_view value);
  void add_tally(std::string_view key, const Bag& tally);

  friend bool operator==(const RowSum&, const RowSum&) = default;

 private:
  void add(const Hash128& hash, std::uint64_t times);

  std::uint64_t high_ = 0;
  std::uint64_t low_ = 0;
};

}  // namespace isnad::store
