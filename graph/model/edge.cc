#include "graph/model/edge.h"

namespace isnad {

std::optional<EdgeKey> edge_key_of(const Claim& claim) {
  if (!claim.subject.entity || !claim.object.entity || *claim.subject.entity == *claim.object.entity) return std::nullopt;
  const auto& source = claim.subject_is_source ? claim.subject : claim.object;
  const auto& target = claim.subject_is_source ? claim.object : claim.subject;
  return EdgeKey{*source.entity, claim.type, *target.entity, claim.polarity};
}

}  // namespace isnad
