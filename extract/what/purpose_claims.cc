#include "extract/what/purpose_claims.h"

#include <map>
#include <string_view>
#include <utility>

#include "extract/what/claim_numbers.h"
#include "extract/what/lemma_key.h"
#include "extract/what/type_groups.h"

namespace isnad::what {

namespace {

bool harms(RelationType type) { return is_hostile(type) || type == RelationType::kRetreat; }

/// Id of the word that stands there; 0 when none does.
int word_at(const conllu::Sentence& sentence, Span span) {
  for (int id = 1; id <= sentence.size(); ++id) {
    if (!span.empty() && !sentence.word(id).span.empty() && sentence.word(id).span.begin == span.begin) return id;
  }
  return 0;
}

/// The verb with the thing that it is done by: staged demonstrations; without it where a preposition or nothing follows.
Slot relation_of(const Claim& deed, const Document& document) {
  Slot out = deed.relation;
  const bool direct = deed.rule.find("oblique") == std::string::npos && deed.rule.find("nested") == std::string::npos;
  const bool thing = direct && !deed.object.entity && !deed.object.spans.empty() && !deed.relation.spans.empty() &&
                     deed.relation.spans.back().end < deed.object.spans.front().begin;
  if (thing) {
    out.text += ' ' + deed.object.text;
    out.spans.insert(out.spans.end(), deed.object.spans.begin(), deed.object.spans.end());
  } else {
    out.text = std::string(deed.relation.head.of(document.text));
    out.spans = {deed.relation.head};
  }
  return out;
}

bool threatens(const Claim& claim) {
  const auto words = key_words(lemma_key(claim.relation_lemma));
  return claim.type == RelationType::kThreaten && !words.empty() && (words.front() == "threaten" || words.front() == "هدد");
}

}  // namespace

void PurposeClaims::add(const Document& document, const std::vector<conllu::Sentence>& sentences, std::vector<Claim>& claims) const {
  const ClassSet somebody = classes_.bit("actor") | classes_.bit("org") | classes_.bit("armed") | classes_.bit("people") | classes_.bit("person");
  std::map<std::uint32_t, std::vector<std::size_t>> by_sentence;
  for (std::size_t i = 0; i < claims.size(); ++i) by_sentence[claims[i].sentence].push_back(i);
  std::vector<Claim> found;
  for (const auto& [number, members] : by_sentence) {
    if (number >= sentences.size()) continue;
    const conllu::Sentence& sentence = sentences[number];
    for (const std::size_t first : members) {
      const Claim& deed = claims[first];
      const bool threat = threatens(deed);
      if ((!threat && deed.type != RelationType::kProtest) || deed.polarity == Polarity::kDenied || deed.subject.head.empty()) continue;
      const int verb = word_at(sentence, deed.relation.head);
      for (const std::size_t second : members) {
        Claim& aim = claims[second];
        if (verb == 0 || second == first || !(aim.subject.head == deed.subject.head) || aim.relation.head == deed.relation.head) continue;
        if (threat ? !harms(aim.type) : aim.type != RelationType::kRequest) continue;
        const int below = word_at(sentence, aim.relation.head);
        if (below == 0 || sentence.word(below).head != verb) continue;
        const auto label = conllu::base_deprel(sentence.word(below).deprel);
        if (label != "xcomp" && label != "advcl" && label != "ccomp" && label != "acl") continue;
        if (threat && aim.modality == Modality::kFact) aim.modality = Modality::kPossible;
        const bool actor = aim.object.entity || (classes_.of_slot(aim.object, document.text) & somebody) != 0;
        // What is demanded is done by whom it is demanded of: reforms by the government.
        if (!actor || (threat && !aim.subject_is_source) || aim.object.head == deed.object.head) continue;
        Claim claim = deed;
        claim.object = aim.object;
        claim.relation = relation_of(deed, document);
        claim.relation_lemma = sentence.word(verb).lemma;
        claim.rule = "purpose";
        claim.subject_is_source = true;
        bool told = false;
        for (const Claim& other : found)
          told = told || (other.sentence == number && other.object.head == claim.object.head && other.relation.head == claim.relation.head);
        if (!told) found.push_back(std::move(claim));
      }
    }
  }
  ClaimNumbers numbers(claims);
  for (Claim& claim : found) {
    claim.id = numbers.next(document.id, claim.sentence);
    claims.push_back(std::move(claim));
  }
}

}  // namespace isnad::what
