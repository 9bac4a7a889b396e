#include "extract/what/own_word.h"

#include "extract/what/relation_words.h"
#include "extract/what/type_groups.h"

namespace isnad::what {

void give_word(Claim& claim) {
  const bool willing = names_will(claim.relation.text);
  if (claim.polarity == Polarity::kDenied || (!willing && (claim.modality != Modality::kFuture || !names_future(claim.relation.text)))) return;
  if (!claim.subject_is_source || claim.object.text.empty()) return;
  bool own = willing && claim.attribution.empty();
  if (!claim.attribution.empty()) {
    const Slot& speaker = claim.attribution.front().speaker;
    const bool same_words = !speaker.head.empty() && speaker.head == claim.subject.head;
    own = same_words || (speaker.entity && speaker.entity == claim.subject.entity);
  }
  if (!own) return;
  if (is_friendly(claim.type)) claim.type = RelationType::kAgree;
  if (is_hostile(claim.type)) claim.type = RelationType::kThreaten;
}

}  // namespace isnad::what
