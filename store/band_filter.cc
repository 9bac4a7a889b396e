#include "store/band_filter.h"

#include <cstddef>

namespace isnad::store {

namespace {

/// Of a band's hash, which is spread evenly: 400,000 bands fill the filter to an 80th.
constexpr int kFilterBits = 25;

}  // namespace

void BandFilter::begin_empty() { bits_.assign((std::size_t{1} << kFilterBits) / 64, 0); }

bool BandFilter::may_have(std::uint32_t band) const {
  const std::uint32_t bit = band >> (32 - kFilterBits);
  return bits_.empty() || ((bits_[bit / 64] >> (bit % 64)) & 1U) != 0;
}

void BandFilter::add(std::uint32_t band) {
  const std::uint32_t bit = band >> (32 - kFilterBits);
  if (!bits_.empty()) bits_[bit / 64] |= std::uint64_t{1} << (bit % 64);
}

}  // namespace isnad::store
