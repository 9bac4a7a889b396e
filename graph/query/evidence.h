#pragma once

#include <cstdint>
#include <optional>

#include "graph/model/claim.h"
#include "graph/model/claim_source.h"
#include "graph/model/edge.h"
#include "graph/model/edge_table.h"

namespace isnad::query {

/// The one order of "how well is it attested" that paths, neighbourhoods and lists share: more independent sources, then more
/// documents, then more claims, then the later last date, then the smaller key. Total, so that no answer depends on chance.
[[nodiscard]] bool stronger(const Edge& a, const Edge& b);

/// The one claim that stands for an edge wherever there is room for a single sentence: the most certain; among equals the first
/// in the order of documents, sentences and claims within the sentence, so that sentence 2 comes before sentence 10.
///
/// Returns: nothing when the source knows none of the edge's claims. Cost: reads every claim of the edge.
[[nodiscard]] std::optional<Claim> best_claim(const ClaimSource& source, const Edge& edge);

/// What a hop is worth when paths of equal length compete. Edges between the same two entities add up.
struct Evidence {
  std::uint32_t sources = 0;
  std::uint32_t claims = 0;

  void add(const EdgeCounts& edge);

  /// Returns: a price that falls as evidence grows, so that the sum over a path is ruled by its weakest hop: one hop that a
  /// single source knows outweighs many that all know. Never 0.
  [[nodiscard]] std::uint64_t price() const;
};

}  // namespace isnad::query
