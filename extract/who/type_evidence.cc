#include <algorithm>

#include "extract/who/name_runs.h"
#include "extract/who/one_of.h"
#include "extract/who/recognised_names.h"

namespace isnad::who {

namespace {

bool is_locative(const conllu::Word& word) {
  return is_one_of(word.form, {"في", "ب", "إلى", "الى", "من", "قرب", "in", "at", "near", "to", "from", "into", "outside"});
}

/// Verbs whose subject speaks or thinks.
bool is_speech(const conllu::Word& verb) {
  return is_one_of(verb.lemma,
                   {"قال",  "أضاف",    "أعلن",  "أكد",  "أوضح",    "ذكر",      "صرح",    "اعتبر",   "رأى",   "أشار",  "شدد",
                    "كتب",  "غرد",     "نفى",   "اتهم", "دعا",     "طالب",     "حذر",    "وصف",     "انتقد", "أعرب",  "عبر",
                    "تابع", "التقى",   "say",   "tell", "add",     "announce", "claim",  "argue",   "write", "tweet", "deny",
                    "warn", "believe", "think", "ask",  "explain", "admit",    "insist", "describe"});
}

}  // namespace

TypeEvidence type_evidence(const Draft& draft, const NameRun& run) {
  TypeEvidence score{};
  const auto add = [&score](EntityType type, float weight) { score[static_cast<std::size_t>(type)] += weight; };
  const auto& tree = draft.sentence(run.sentence);

  const auto by_noun = [&](const NounMatch& noun) {
    if (noun.sense.kind == Sense::Kind::kOffice) return add(EntityType::kPerson, 3);
    const Kind& kind = draft.kind(noun);
    switch (kind.kind_class) {
      case KindClass::kTitle:
        return add(EntityType::kPerson, 3);
      case KindClass::kPlace:
        return add(kind.type, 3);
      case KindClass::kPart:
        return add(EntityType::kGpe, 2);
      case KindClass::kCapital:
        return add(EntityType::kGpe, 4);
      case KindClass::kMember:
        return add(EntityType::kOrganisation, 3);
      case KindClass::kHead:
        // A firm or paper is called by the name alone, a port or school by its town's.
        return is_one_of(kind.slug, {"company", "newspaper", "agency", "club", "family"}) ? add(kind.type, 3)
                                                                                          : add(EntityType::kGpe, 1);
      case KindClass::kPeople:
        return kind.type == EntityType::kPerson ? add(EntityType::kPerson, 3) : void();
      default:
        return;
    }
  };

  int before = run.first - 1;
  while (before >= 1 && is_light_punctuation(tree.word(before).form)) --before;
  if (before >= 1) {
    if (draft.demonym_at(run.sentence, before) >= 0 || tree.word(before).upos == "ADJ") {
      if (const auto* noun = noun_ending_at(draft, run.sentence, before - 1)) by_noun(*noun);
    } else if (const auto* noun_before = noun_ending_at(draft, run.sentence, before)) {
      by_noun(*noun_before);
    } else if (const auto* noun_of = tree.word(before).form == "of" ? noun_ending_at(draft, run.sentence, before - 1) : nullptr) {
      by_noun(*noun_of);
    } else if (is_locative(tree.word(before))) {
      add(EntityType::kGpe, run.atoms.size() == 1 ? 2.0F : 0.8F);
    } else if (tree.word(before).upos == "CCONJ" && before > 1) {
      const int name = draft.name_at[static_cast<std::size_t>(run.sentence)][static_cast<std::size_t>(before - 1)];
      if (name >= 0 && draft.mention(name).rule != kDemonymRule) add(draft.actor(draft.mention(name).actor).type, 1);
    }
  }
  const conllu::Word& head = tree.word(tree_head(tree, run.first, run.last, run.first));
  if (head.deprel == "appos" && head.head > 0) {
    for (const NounMatch& noun : draft.nouns[static_cast<std::size_t>(run.sentence)]) {
      if (noun.first <= head.head && head.head <= noun.last && noun.last + 1 < run.first) by_noun(noun);
    }
  }
  if (head.deprel.starts_with("nsubj") && head.head > 0 && tree.word(head.head).upos == "VERB") {
    add(EntityType::kPerson, is_speech(tree.word(head.head)) ? 1.5F : 0.3F);
  }

  const bool arabic = is_arabic(tree.word(run.first).form);
  if (run.last < tree.size()) {
    if (const auto* noun = noun_starting_at(draft, run.sentence, run.last + 1);
        noun != nullptr && !arabic && noun->sense.kind == Sense::Kind::kKind) {
      const Kind& kind = draft.kind(*noun);
      if (kind.kind_class == KindClass::kPlace) add(kind.type, 3);
      if (kind.kind_class == KindClass::kMember) add(EntityType::kOrganisation, 1);
    }
    // `Austin, Texas`
    if (run.last + 2 <= tree.size() && is_one_of(tree.word(run.last + 1).form, {",", "،"})) {
      const int name = draft.name_at[static_cast<std::size_t>(run.sentence)][static_cast<std::size_t>(run.last + 2)];
      if (name >= 0 && draft.mention(name).is_name && draft.actor(draft.mention(name).actor).type == EntityType::kGpe) {
        add(EntityType::kGpe, 1);
      }
    }
  }

  // Two words that nothing else explains are mostly a person's in Arabic; in English anything is called so.
  if (run.atoms.size() >= 2) add(EntityType::kPerson, arabic ? 1.0F : 0.4F);
  if (arabic && run.atoms.size() == 1 && run.atoms.front().starts_with("ال") && run.atoms.front().ends_with("ي"))
    add(EntityType::kPerson, 0.8F);
  if (!arabic && run.first > 1 && is_one_of(tree.word(run.first - 1).form, {"the", "The"})) add(EntityType::kOrganisation, 1);
  if (draft.lexicon.is_given_name(run.atoms.front())) add(EntityType::kPerson, run.atoms.size() >= 2 ? 2.5F : 1.5F);
  for (const std::string& atom : run.atoms) {
    if (is_one_of(atom, {"بن", "bin", "ibn", "ابو"})) add(EntityType::kPerson, 3);
  }
  if (!arabic) {
    const std::vector<Atom> last = fold_atoms(tree.word(run.last).form);
    if (run.first == run.last && last.front().all_caps && last.front().text.size() >= 2) add(EntityType::kOrganisation, 2);
    for (const NounMatch& noun : draft.nouns[static_cast<std::size_t>(run.sentence)]) {
      if (noun.first >= run.first && noun.last == run.last && noun.sense.kind == Sense::Kind::kKind)
        add(draft.kind(noun).type, 4);
    }
  }
  add_recognised_type(draft, run, score);
  return score;
}

EntityType best_type(const TypeEvidence& evidence) {
  // With next to nothing to go by it is just some name.
  constexpr float kEnough = 0.6F;
  if (*std::max_element(evidence.begin(), evidence.end()) < kEnough) return EntityType::kMisc;
  return static_cast<EntityType>(std::max_element(evidence.begin(), evidence.end()) - evidence.begin());
}

}  // namespace isnad::who
