#include "extract/what/event_claims.h"

#include <map>
#include <set>
#include <string>
#include <utility>

#include "extract/what/claim_numbers.h"

namespace isnad::what {

namespace {

class SentenceEvents {
 public:
  SentenceEvents(const Document& document, const conllu::Sentence& sentence, const WordClasses& classes, std::vector<const Claim*> claims)
      : document_(document), sentence_(sentence), classes_(classes), claims_(std::move(claims)) {}

  [[nodiscard]] std::vector<Claim> compose() {
    find_doers();
    std::vector<Claim> out;
    for (const Claim* claim : claims_) {
      if (claim->type != RelationType::kAssault || claim->polarity == Polarity::kDenied) continue;
      const bool by_object = suffers(*claim) && is_means(claim->object);
      const bool by_subject = !suffers(*claim) && is_means(claim->subject) && !claim->object.head.empty() && !is_means(claim->object);
      if (!by_object && !by_subject) continue;
      const Slot& means = by_object ? claim->object : claim->subject;
      const Slot& victim = by_object ? claim->subject : claim->object;
      const auto doer = doers_.find(means.head.begin);
      if (by_subject && doer == doers_.end()) continue;
      Claim event = *claim;
      event.object = victim;
      event.subject = doer == doers_.end() ? means : doer->second;
      event.subject_is_source = true;
      event.rule = "event";
      if (event.subject.head == event.object.head) continue;
      if (told_.insert({event.subject.head.begin, event.object.head.begin}).second) out.push_back(std::move(event));
    }
    return out;
  }

 private:
  [[nodiscard]] bool is_means(const Slot& slot) const {
    if (slot.head.empty()) return false;
    // An American air strike: by it America acts.
    if (slot.entity) return classes_.means_of(slot, sentence_.lang == "en") != 0;
    return (classes_.of_word(slot.head.of(document_.text)) & (classes_.bit("attack") | classes_.bit("weapon"))) != 0;
  }

  /// The subject is who was hit.
  [[nodiscard]] bool suffers(const Claim& claim) const {
    if (!claim.subject_is_source) return true;
    for (const conllu::Word& word : sentence_.words) {
      if (word.span == claim.relation.head) return word.feats.find("Voice=Pass") != std::string::npos;
    }
    return false;
  }

  /// Who launched the attack, planted the bomb, whose attack it was.
  void find_doers() {
    for (const Claim* claim : claims_) {
      if (claim->subject.head.empty() || is_means(claim->subject) || suffers(*claim)) continue;
      if (is_means(claim->object)) {
        if (claim->rule.find("oblique") == std::string::npos) doers_.try_emplace(claim->object.head.begin, claim->subject);
      } else if (claim->type == RelationType::kAssault && claim->rule.starts_with("noun")) {
        doers_.try_emplace(claim->relation.head.begin, claim->subject);
      }
    }
    for (const Claim* claim : claims_) {
      if (claim->type == RelationType::kAssault) told_.insert({claim->subject.head.begin, claim->object.head.begin});
    }
  }

  const Document& document_;
  const conllu::Sentence& sentence_;
  const WordClasses& classes_;
  std::vector<const Claim*> claims_;
  /// By where the noun of the attack or weapon begins.
  std::map<std::uint32_t, Slot> doers_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told_;
};

}  // namespace

void EventClaims::add(const Document& document, const std::vector<conllu::Sentence>& sentences, std::vector<Claim>& claims) const {
  std::map<std::uint32_t, std::vector<const Claim*>> by_sentence;
  std::set<std::uint32_t> violent;
  for (const Claim& claim : claims) {
    by_sentence[claim.sentence].push_back(&claim);
    if (claim.type == RelationType::kAssault) violent.insert(claim.sentence);
  }
  std::vector<Claim> found;
  for (auto& [sentence, members] : by_sentence) {
    if (!violent.contains(sentence) || sentence >= sentences.size()) continue;
    for (Claim& event : SentenceEvents(document, sentences[sentence], classes_, std::move(members)).compose())
      found.push_back(std::move(event));
  }
  ClaimNumbers numbers(claims);
  for (Claim& event : found) {
    event.id = numbers.next(document.id, event.sentence);
    claims.push_back(std::move(event));
  }
}

}  // namespace isnad::what
