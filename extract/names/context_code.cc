#include "extract/names/context_code.h"

#include <algorithm>
#include <numeric>

namespace isnad::names {

namespace {

/// People, organisations, places, others.
unsigned kind_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson:
      return 0;
    case EntityType::kOrganisation:
      return 1;
    case EntityType::kGpe:
    case EntityType::kLocation:
    case EntityType::kFacility:
      return 2;
    default:
      return 3;
  }
}

}  // namespace

std::uint8_t context_code(const TagCounts& counts) {
  constexpr std::uint32_t kOften = 20;
  const std::uint32_t all = std::accumulate(counts.begin(), counts.end(), 0U);
  if (all < kFewestContexts) return 0;
  const std::uint32_t names = all - counts[kOutside];
  const unsigned often = all >= kOften ? 128 : 0;
  if (names * 50 < all) return static_cast<std::uint8_t>(1 | often);
  const unsigned share = names * 10 < all ? 2 : names * 3 < all ? 3 : names * 10 < all * 7 ? 4 : 5;
  std::array<std::uint32_t, 4> kinds{};
  std::uint32_t inside = 0;
  for (std::size_t tag = 1; tag < kTags; ++tag) {
    kinds[kind_of(type_of(static_cast<Tag>(tag)))] += counts[tag];
    if (is_inside(static_cast<Tag>(tag))) inside += counts[tag];
  }
  const auto best = std::max_element(kinds.begin(), kinds.end());
  const auto kind = static_cast<unsigned>(best - kinds.begin());
  const unsigned by_far = *best * 10 >= names * 7 ? 32 : 0;
  const unsigned goes_on = inside * 2 > names ? 64 : 0;
  return static_cast<std::uint8_t>(share | kind << 3U | by_far | goes_on | often);
}

}  // namespace isnad::names
