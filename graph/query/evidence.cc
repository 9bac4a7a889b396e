#include "graph/query/evidence.h"

#include <algorithm>
#include <tuple>

namespace isnad::query {

bool stronger(const Edge& a, const Edge& b) {
  return std::tie(b.sources, b.documents, b.claims, b.last_date, a.key) <
         std::tie(a.sources, a.documents, a.claims, a.last_date, b.key);
}

void Evidence::add(const Edge& edge) {
  sources += edge.sources;
  claims += edge.claims;
}

std::uint64_t Evidence::price() const {
  // A source is worth 16 claims: an outlet that repeats itself should not look like many outlets that agree.
  constexpr std::uint64_t kScale = 1'000'000'000;
  const std::uint64_t worth = std::uint64_t{16} * std::max<std::uint32_t>(sources, 1) + std::min<std::uint32_t>(claims, 1000);
  return kScale / worth + 1;
}

}  // namespace isnad::query
