#pragma once

#include <functional>
#include <string>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/edge.h"
#include "graph/query/edge_reader.h"

namespace isnad::query {

/// Whose word a claim is: the innermost speaker, else the outlet of its document.
struct Voice {
  /// The speaker's entity; empty where the outlet itself speaks, or the speaker is no entity.
  EntityKey entity;
  /// The speaker's words, or the outlet (its document's id when it has no name).
  std::string name;

  friend auto operator<=>(const Voice&, const Voice&) = default;
  friend bool operator==(const Voice&, const Voice&) = default;
};

[[nodiscard]] Voice voice_of(const Claim& claim, const ClaimSource& source);

/// One side of a dispute.
struct DisputeSide {
  Edge edge;
  /// The claim that stands for it (`best_claim`) among those of voices that the other side does not have.
  Claim best;
  /// Whose word it is, each once, in order.
  std::vector<Voice> voices;
};

/// A statement that somebody affirms and somebody else denies.
struct Dispute {
  DisputeSide affirmed;
  DisputeSide denied;
};

/// Gives each dispute to `visit` in the order of edges until it returns false. A voice that says both is no side of a dispute, so
/// statements that only one and the same voice affirms and denies are left out.
///
/// Cost: one pass over the edges; claims are read only for triples that are both affirmed and denied.
void find_disputes(const EdgeReader& reader, const std::function<bool(const Dispute&)>& visit);

}  // namespace isnad::query
