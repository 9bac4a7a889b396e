#include "extract/claims/antecedent.h"

#include <algorithm>
#include <string_view>

namespace isnad::claims {

namespace {

/// True when `id` is part of what `noun` is said to be; the regime and the forces that support it are two.
bool inside(const Tree& tree, int id, int noun) {
  for (; id != 0; id = tree.head(id)) {
    if (id == noun) return true;
    if (tree.relation(id) == "conj") return false;
  }
  return false;
}

/// هو, where it stands alone as a subject: whoever it means is meant by what follows.
bool is_subject_pronoun(const Tree& tree, int id) {
  return tree.arabic() && tree.is(id, "PRON") && tree.relation(id) == "nsubj" && !tree.is_clitic(id) &&
         agreement_of_pronoun(tree, id).person == 3 && !tree.is_relative_pronoun(id);
}

}  // namespace

Discourse::Discourse(const std::vector<Tree>& trees) : trees_(trees), candidates_(trees.size()) {
  for (std::size_t s = 0; s < trees.size(); ++s) {
    for (int id = 1; id <= trees[s].size(); ++id) {
      if (!trees[s].is(id, "NOUN") && !trees[s].is(id, "PROPN") && !is_subject_pronoun(trees[s], id)) continue;
      const Candidate candidate = weigh(trees[s], id);
      if (candidate.word != 0) candidates_[s].push_back(candidate);
    }
  }
}

Discourse::Candidate Discourse::weigh(const Tree& tree, int id) {
  Candidate out;
  const std::string_view relation = tree.relation(id);
  const bool name = tree.is(id, "PROPN");
  if (relation == "flat" || relation == "fixed" || relation == "compound" || relation == "case" || relation == "mark") return out;
  if (tree.has(id, Trait::kTime)) return out;
  out.word = id;
  // Grammar decides first: subjects are taken up more than objects, objects more than what modifies a noun.
  if (relation == "nsubj" || relation == "csubj")
    out.weight = 5;
  else if (relation == "obj" || relation == "iobj")
    out.weight = 3;
  else if (relation == "root" || relation == "dislocated" || relation == "vocative")
    out.weight = 3.5;
  else if (relation == "obl")
    out.weight = 2;
  else if (relation == "conj")
    out.weight = 2;
  else if (relation == "appos")
    out.weight = tree.has(tree.head(id), Trait::kTitle) ? 0 : 1;
  else
    out.weight = 1;
  if (name || (tree.has(id, Trait::kTitle) && tree.arabic())) out.weight += 1;
  // طريق حلب: the road is what can be meant.
  if (name && relation == "nmod" && tree.has(tree.head(id), Trait::kKind)) out.weight -= 1.5;
  const bool event = tree.traits(id).any(Trait::kSubjectEvent, Trait::kObjectEvent, Trait::kMutualEvent, Trait::kResultEvent);
  if (event) out.weight -= 1;
  out.forms = forms_of_noun(tree, id);
  return out;
}

bool Discourse::agrees(int sentence, int id, const Agreement& agreement) const {
  return forms_of_noun(trees_[static_cast<std::size_t>(sentence)], id).agree_with(agreement);
}

std::optional<Phrase> Discourse::last_speaker(const Agreement& agreement) const {
  if (!speaker_) return std::nullopt;
  const bool refers = speaker_->referent != 0;
  if (!agrees(refers ? speaker_->referent_sentence : speaker_->sentence, refers ? speaker_->referent : speaker_->head, agreement))
    return std::nullopt;
  Phrase out = *speaker_;
  out.elided = true;
  return out;
}

std::optional<Phrase> Discourse::resolve(int sentence, int before, const Agreement& agreement, bool for_subject,
                                         const std::vector<int>& others) const {
  constexpr int kWindow = 3;
  const Tree& here = trees_[static_cast<std::size_t>(sentence)];
  // The subject of the clause that the pronoun stands in, and whoever is accused or asked there, come to mind first.
  int near_subject = 0;
  int addressed = 0;
  int reporting = 0;
  for (int at = here.head(before); at != 0; at = here.head(at)) {
    if (near_subject == 0) near_subject = here.child(at, "nsubj");
    if (addressed == 0 && here.traits(at).any(Trait::kAccuse, Trait::kRequest) && !here.has(here.head(before), Trait::kSaying)) {
      addressed = here.child(at, "obj");
    }
    if (reporting == 0 && here.relation(at) == "ccomp") reporting = here.head(at);
  }
  double best = 0;
  int best_sentence = -1;
  int best_word = 0;
  for (int s = sentence; s >= 0 && s >= sentence - kWindow; --s) {
    const Tree& tree = trees_[static_cast<std::size_t>(s)];
    const double distance = 1.0 / (1.0 + 0.8 * (sentence - s));
    for (const Candidate& c : candidates_[static_cast<std::size_t>(s)]) {
      if (s == sentence && (c.word >= before || inside(tree, before, c.word))) continue;
      if (s == sentence && std::find(others.begin(), others.end(), c.word) != others.end()) continue;
      if (!c.forms.agree_with(agreement)) continue;
      double weight = c.weight * distance;
      if (s == sentence) {
        weight += 3.0 - 0.02 * (before - c.word);
        if (c.word == near_subject) weight += 2.5;
        if (c.word == addressed) weight += 5;
        // Who speaks is seldom spoken of, but as the subject of what he says: قال إنه.
        if (!for_subject && reporting != 0 && tree.head(c.word) == reporting && tree.relation(c.word) == "nsubj") weight -= 4;
      }
      if (for_subject && tree.relation(c.word) == "nsubj") weight += distance;
      if (weight > best) {
        best = weight;
        best_sentence = s;
        best_word = c.word;
      }
    }
  }
  if (best_word == 0) return std::nullopt;
  if (is_subject_pronoun(trees_[static_cast<std::size_t>(best_sentence)], best_word)) {
    // The pronoun's own antecedent, or the pronoun when it has none.
    if (auto meant = resolve(best_sentence, best_word, agreement, true, {})) return meant;
  }
  Phrase out = noun_phrase(trees_[static_cast<std::size_t>(best_sentence)], best_sentence, best_word);
  out.elided = true;
  return out;
}

}  // namespace isnad::claims
