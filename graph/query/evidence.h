#pragma once

#include <cstdint>

#include "graph/model/edge.h"

namespace isnad::query {

/// The one order of "how well is it attested" that paths, neighbourhoods and lists share: more independent sources, then more
/// documents, then more claims, then the later last date, then the smaller key. Total, so that no answer depends on chance.
[[nodiscard]] bool stronger(const Edge& a, const Edge& b);

/// What a hop is worth when paths of equal length compete. Edges between the same two entities add up.
struct Evidence {
  std::uint32_t sources = 0;
  std::uint32_t claims = 0;

  void add(const Edge& edge);

  /// Returns: a price that falls as evidence grows, so that the sum over a path is ruled by its weakest hop: one hop that a
  /// single source knows outweighs many that all know. Never 0.
  [[nodiscard]] std::uint64_t price() const;
};

}  // namespace isnad::query
