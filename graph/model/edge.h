#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <optional>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"

namespace isnad {

/// What tells one edge from another: who, what kind, to whom, said to be so or denied.
struct EdgeKey {
  EntityKey source;
  RelationType type = RelationType::kOther;
  EntityKey target;
  Polarity polarity = Polarity::kAffirmed;

  friend auto operator<=>(const EdgeKey&, const EdgeKey&) = default;
  friend bool operator==(const EdgeKey&, const EdgeKey&) = default;
};

/// All claims with one `EdgeKey`, counted: what a diagram draws. An article and its copies in other outlets are one piece of evidence:
/// they count as one document, whose source is the original's, with the claims of whichever has most of them.
struct Edge {
  EdgeKey key;
  std::uint32_t claims = 0;
  std::uint32_t documents = 0;
  /// Distinct `Document::source` among the claims' documents, at least 1.
  std::uint32_t sources = 0;
  /// First and last date (event date, else publication date), `YYYY[-MM[-DD]]`; empty when none is known.
  std::string first_date;
  std::string last_date;
  /// Of all claims, those in copies too; ordered by id.
  std::vector<ClaimId> claim_ids;
};

/// What one claim adds to the counts of its edge.
struct EdgeClaim {
  ClaimId id;
  DocumentId document;
  /// `Document::source`, of the original when the document is a copy.
  std::string source;
  /// The event's date, else the document's; empty when none is known.
  std::string date;
  /// The document as which it counts: itself, or the original that it is a copy of.
  DocumentId counted_as = {};
};

/// Returns: the edge that a claim counts for; nothing when one end is no entity, or both are the same one.
[[nodiscard]] std::optional<EdgeKey> edge_key_of(const Claim& claim);

}  // namespace isnad
