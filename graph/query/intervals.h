#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"

namespace isnad::query {

/// What a claim says of somebody's hold on a place, post or membership.
enum class HoldChange : std::uint8_t { kBegins, kLasts, kEnds };

/// Returns: what the claim's verb says, by its English label (`captures`, `controls`, `loses`; `appointed`, `president of`, `resigns`).
[[nodiscard]] HoldChange hold_change(const Claim& claim);

/// A stretch of time in which somebody is said to hold something.
struct Holding {
  EntityKey holder;
  /// First and last day that a claim speaks for, `YYYY[-MM[-DD]]`.
  std::string first;
  std::string last;
  /// The first claim tells of the beginning; else the hold may be older.
  bool begins = false;
  /// The day on which it ended, by an ending that is told or another's beginning; empty while none is known.
  std::string ended;
  /// Claims that speak for it, and those that deny it while it lasts; each in order of date.
  std::vector<ClaimId> claims;
  std::vector<ClaimId> denials;
  /// Distinct outlets behind `claims`, in order of their names.
  std::vector<std::string> sources;
};

/// Returns: who held `held` when, in order of the first day; of a post or group everybody who held it at the same time too. Only
/// of a place does another's taking it end a hold, for it has one master (a place whose masters are disputed shows two).
///
/// Requires: `type` is CONTROL, ROLE or MEMBER. Claims without any date count for nothing.
/// Cost: the claims of `held`, sorted.
[[nodiscard]] std::vector<Holding> holdings(const ClaimSource& source, RelationType type, const EntityKey& held);

/// Returns: those of `all` that hold on `day` (`YYYY-MM-DD`): begun by then, not ended by then. More than one of a place: contested.
[[nodiscard]] std::vector<Holding> held_on(const std::vector<Holding>& all, std::string_view day);

}  // namespace isnad::query
