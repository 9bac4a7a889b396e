#include "store/undecided.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "graph/model/error.h"
#include "store/rows.h"

namespace isnad::store {

namespace {

/// Calls `slot` with every slot of the extraction, claims by their place.
template <class AnyExtraction, class Visit>
void for_each_slot(AnyExtraction& extraction, const Visit& visit) {
  std::vector<std::pair<ClaimPlace, decltype(&extraction.claims.front())>> claims;
  claims.reserve(extraction.claims.size());
  for (auto& claim : extraction.claims) claims.emplace_back(place_of(claim.id, extraction.document.id).value_or(ClaimPlace{}), &claim);
  std::sort(claims.begin(), claims.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (auto& [place, claim] : claims) {
    for (auto* slot : {&claim->subject, &claim->relation, &claim->object}) visit(*slot);
    for (auto& link : claim->attribution) visit(link.speaker);
  }
}

}  // namespace

Undecided undecided_of(const Extraction& said) {
  Undecided undecided{said.entities, said.mentions, {}};
  for_each_slot(said, [&](const Slot& slot) { undecided.slots.push_back(slot.entity); });
  return undecided;
}

Extraction said_by(Extraction decided, const std::optional<Undecided>& undecided) {
  if (!undecided) return decided;
  decided.entities = undecided->entities;
  decided.mentions = undecided->mentions;
  std::size_t next = 0;
  for_each_slot(decided, [&](Slot& slot) {
    if (next < undecided->slots.size()) slot.entity = undecided->slots[next];
    ++next;
  });
  if (next != undecided->slots.size()) throw CorruptionError("damaged mention list: it has another number of slots than the claims");
  return decided;
}

}  // namespace isnad::store
