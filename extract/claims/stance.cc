#include "extract/claims/stance.h"

#include <string_view>

namespace isnad::claims {

namespace {

Polarity flipped(Polarity polarity) { return polarity == Polarity::kAffirmed ? Polarity::kDenied : Polarity::kAffirmed; }

bool is_complement(std::string_view relation) {
  return relation == "ccomp" || relation == "xcomp" || relation == "obj" || relation == "obl" || relation == "csubj";
}

/// A verb in the imperfect, told by its prefix against the lemma.
bool is_imperfect(const Tree& tree, int id) {
  if (tree.feature(id, "Aspect") == "Imp") return true;
  if (tree.feature(id, "Aspect") == "Perf") return false;
  const std::string_view form = tree.form_key(id);
  return form.substr(0, 2) != std::string_view(tree.key(id)).substr(0, 2) &&
         (form.starts_with("ي") || form.starts_with("ت") || form.starts_with("ن"));
}

/// سنضرب with its س left on: an imperfect whose lemma shows that the س is no letter of the verb, or that nobody knew the verb.
bool keeps_future_prefix(const Tree& tree, int id) {
  const std::string& form = tree.form_key(id);
  if (!tree.arabic() || !tree.is_verb(id)) return false;
  const bool shape = form.starts_with("سي") || form.starts_with("ست") || form.starts_with("سن") || form.starts_with("سا");
  return shape && form.size() > 8 && (!tree.key(id).starts_with("س") || tree.key(id) == form);
}

}  // namespace

std::vector<Stance> context_stances(const Tree& tree) {
  std::vector<Stance> out(static_cast<std::size_t>(tree.size()) + 1);
  for (const int id : tree.top_down()) {
    Stance& stance = out[static_cast<std::size_t>(id)];
    const int head = tree.head(id);
    if (head == 0) continue;
    const std::string_view relation = tree.relation(id);
    // What a relative clause says of its noun stands by itself.
    const bool inherits =
        relation != "acl" && relation != "parataxis" && relation != "appos" && relation != "nsubj" && relation != "conj";
    // How real something is goes for all that is said of it; a denial is of the one thing, and of what is coordinated with it.
    const Stance& above = out[static_cast<std::size_t>(head)];
    if (inherits || relation == "conj") stance.modality = above.modality;
    if (relation == "conj" || relation == "xcomp") stance.polarity = above.polarity;
    if (is_complement(relation)) {
      if (tree.has(head, Trait::kDeny) && (relation == "ccomp" || relation == "obj" || relation == "xcomp"))
        stance.polarity = flipped(stance.polarity);
      const bool told = relation == "ccomp" && tree.has(head, Trait::kSay);
      if (tree.has(head, Trait::kRequest) && relation != "obj" && !told) stance.modality = Modality::kNecessary;
      if (tree.has(head, Trait::kChainPossible) && relation != "ccomp") stance.modality = Modality::kPossible;
      if (tree.has(head, Trait::kChainFuture) && relation != "ccomp") stance.modality = Modality::kFuture;
    }
    // تهديد بضرب، خطة لضرب، a threat to strike: not done yet.
    if (relation == "nmod" && tree.is(head, "NOUN") && tree.has(head, Trait::kChainPossible) && !tree.preposition(id).empty())
      stance.modality = Modality::kPossible;
    // A bid to advance, attempts to leave.
    if (!tree.arabic() && relation == "acl" && tree.is_infinitive(id) && tree.has(head, Trait::kChainPossible))
      stance.modality = Modality::kPossible;
    if ((relation == "nmod" || relation == "acl") && tree.has(head, Trait::kNegativeNoun)) stance.polarity = Polarity::kDenied;
    for (const int c : tree.children(id)) {
      const std::string_view below = tree.relation(c);
      if (below == "mark" && tree.has(c, Trait::kCondition) && relation == "advcl") stance.modality = Modality::kPossible;
      if (below == "case" && tree.has(c, Trait::kNegation)) stance.polarity = Polarity::kDenied;
      if (below == "mark" && tree.has(c, Trait::kNegation)) stance.polarity = Polarity::kDenied;
    }
    // Purposes are not yet facts: لتشكيل حكومة، to form a government.
    if (tree.arabic() && relation == "obl" && tree.preposition(id) == "ل" && tree.has(id, Trait::kObjectEvent))
      stance.modality = Modality::kFuture;
    if (!tree.arabic() && relation == "advcl" && tree.is_infinitive(id)) stance.modality = Modality::kFuture;
  }
  return out;
}

Stance clause_stance(const Tree& tree, const Clause& clause, const Stance& context) {
  Stance out = context;
  if (keeps_future_prefix(tree, clause.head)) out.modality = Modality::kFuture;
  // ما زال: the negation of these verbs says that something goes on.
  bool on = false;
  for (const int id : clause.relation) on = on || tree.lexicon().word(tree.key(id)).has(Trait::kGoingOn);
  for (const int id : clause.relation) {
    const Traits traits = tree.traits(id);
    const bool particle =
        tree.is(id, "AUX") || tree.is(id, "PART") || tree.is(id, "ADV") || tree.is(id, "DET") || tree.is(id, "CCONJ");
    if (particle && traits.has(Trait::kNegation) && !on) out.polarity = flipped(out.polarity);
    if (particle && traits.has(Trait::kFuture)) out.modality = Modality::kFuture;
    if (particle && traits.has(Trait::kNecessary)) out.modality = Modality::kNecessary;
    if (particle && traits.has(Trait::kPossible) && (!tree.arabic() || tree.key(id) != "قد" || is_imperfect(tree, clause.head))) {
      out.modality = Modality::kPossible;
    }
    const bool link = tree.is_verb(id) && id != clause.core;
    if (link && traits.has(Trait::kChainPossible)) out.modality = Modality::kPossible;
    if (link && traits.has(Trait::kChainFuture)) out.modality = Modality::kFuture;
    if (link && traits.has(Trait::kChainNecessary)) out.modality = Modality::kNecessary;
  }
  for (const int c : tree.children(clause.head)) {
    if (tree.relation(c) == "advmod" && tree.has(c, Trait::kPossible)) out.modality = Modality::kPossible;
    // A subject such as `no one`, `لا أحد` denies what is said of it.
    if (tree.relation(c) == "nsubj") {
      if (tree.has(c, Trait::kNegation) && !(tree.arabic() && tree.is(c, "PRON"))) out.polarity = flipped(out.polarity);
      for (const int d : tree.children(c)) {
        if (tree.relation(d) == "det" && tree.has(d, Trait::kNegation)) out.polarity = flipped(out.polarity);
      }
    }
  }
  return out;
}

}  // namespace isnad::claims
