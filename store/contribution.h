#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/entity.h"
#include "store/claim_list.h"
#include "store/hash.h"
#include "store/rows.h"

namespace isnad::store {

/// An extraction in the one order that the store keeps: entities by key, their aliases by language and name, claims by
/// sentence and number.
struct Contribution {
  const Document* document = nullptr;
  const Extraction* extraction = nullptr;
  /// Only where those of `extraction` stand in another order: most come as they should.
  std::optional<std::vector<Entity>> ordered_entities;
  /// Claims of `extraction`, with their places (document number still 0).
  std::vector<std::pair<ClaimPlace, const Claim*>> claims;
  EncodedClaims encoded_claims;

  [[nodiscard]] const std::vector<Entity>& entities() const {
    return ordered_entities ? *ordered_entities : extraction->entities;
  }
};

/// Orders and checks an extraction.
///
/// Throws: Error, naming the document, when it contradicts itself: see `Store::put`.
/// Lifetime: `extraction` must outlive the result.
[[nodiscard]] Contribution contribution_of(const Extraction& extraction);

/// A hash of all that a document gives: content, sentences, entities, mentions, claims, extractor; not of where the file lay.
///
/// Cost: encodes everything once.
[[nodiscard]] Hash128 document_digest(const Contribution& contribution);

}  // namespace isnad::store
