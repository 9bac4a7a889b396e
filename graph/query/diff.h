#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/model/edge.h"
#include "graph/query/edge_reader.h"

namespace isnad::query {

enum class ChangeKind : std::uint8_t {
  /// Neither affirmed nor denied before.
  kAppeared,
  /// Neither affirmed nor denied any more.
  kWent,
  /// Affirmed before and only denied now.
  kNowDenied,
  /// Only denied before and affirmed now.
  kNowAffirmed,
  /// What ties two entities weighed as cooperation before and weighs as conflict now.
  kTurnedToConflict,
  kTurnedToCooperation,
};

[[nodiscard]] std::string_view to_string(ChangeKind kind);

struct Change {
  ChangeKind kind = ChangeKind::kAppeared;
  EntityKey source;
  /// Of a turn: OTHER.
  RelationType type = RelationType::kOther;
  EntityKey target;
  /// The edges in question, strongest first; of a turn all between the two, in that direction.
  std::vector<Edge> before;
  std::vector<Edge> after;
  /// Of a turn: sums of Goldstein values over affirmed claims.
  double goldstein_before = 0;
  double goldstein_after = 0;
};

/// What two views of the graph, of one source or of two, have in common not.
///
/// Returns: changes ordered by kind, then best attested first (`stronger`, of what is left or new), then by key.
/// Cost: reads all edges of both; memory for both.
[[nodiscard]] std::vector<Change> changes(const EdgeReader& before, const EdgeReader& after);

}  // namespace isnad::query
