#include "extract/claims/antecedent.h"

#include <algorithm>
#include <string_view>

#include "extract/claims/fold.h"

namespace isnad::claims {

namespace {

using Gender = Agreement::Gender;
using Number = Agreement::Number;

bool from_features(const Tree& tree, int id, Agreement& out) {
  const std::string_view gender = tree.feature(id, "Gender");
  const std::string_view number = tree.feature(id, "Number");
  const std::string_view person = tree.feature(id, "Person");
  if (gender.empty() && number.empty() && person.empty()) return false;
  if (gender == "Masc") out.gender = Gender::kMasculine;
  if (gender == "Fem") out.gender = Gender::kFeminine;
  if (number == "Sing") out.number = Number::kSingular;
  if (number == "Dual") out.number = Number::kDual;
  if (number == "Plur") out.number = Number::kPlural;
  if (!person.empty()) out.person = person.front() - '0';
  return true;
}

struct PronounForm {
  std::string_view form;
  Agreement agreement;
};

constexpr PronounForm kPronouns[] = {
    {"ه", {Gender::kMasculine, Number::kSingular, 3}}, {"هو", {Gender::kMasculine, Number::kSingular, 3}},
    {"ها", {Gender::kFeminine, Number::kSingular, 3}}, {"هي", {Gender::kFeminine, Number::kSingular, 3}},
    {"هم", {Gender::kMasculine, Number::kPlural, 3}},  {"هن", {Gender::kFeminine, Number::kPlural, 3}},
    {"هما", {Gender::kAny, Number::kDual, 3}},         {"نا", {Gender::kAny, Number::kPlural, 1}},
    {"نحن", {Gender::kAny, Number::kPlural, 1}},       {"ي", {Gender::kAny, Number::kSingular, 1}},
    {"ني", {Gender::kAny, Number::kSingular, 1}},      {"انا", {Gender::kAny, Number::kSingular, 1}},
    {"ك", {Gender::kAny, Number::kSingular, 2}},       {"كم", {Gender::kAny, Number::kPlural, 2}},
    {"انت", {Gender::kAny, Number::kSingular, 2}},     {"انتم", {Gender::kAny, Number::kPlural, 2}},
    {"he", {Gender::kMasculine, Number::kSingular, 3}}, {"him", {Gender::kMasculine, Number::kSingular, 3}},
    {"his", {Gender::kMasculine, Number::kSingular, 3}}, {"she", {Gender::kFeminine, Number::kSingular, 3}},
    {"her", {Gender::kFeminine, Number::kSingular, 3}}, {"it", {Gender::kAny, Number::kSingular, 3}},
    {"its", {Gender::kAny, Number::kSingular, 3}},      {"they", {Gender::kAny, Number::kPlural, 3}},
    {"them", {Gender::kAny, Number::kPlural, 3}},       {"their", {Gender::kAny, Number::kPlural, 3}},
    {"i", {Gender::kAny, Number::kSingular, 1}},        {"me", {Gender::kAny, Number::kSingular, 1}},
    {"my", {Gender::kAny, Number::kSingular, 1}},       {"we", {Gender::kAny, Number::kPlural, 1}},
    {"us", {Gender::kAny, Number::kPlural, 1}},         {"our", {Gender::kAny, Number::kPlural, 1}},
    {"you", {Gender::kAny, Number::kAny, 2}},           {"your", {Gender::kAny, Number::kAny, 2}},
};

/// True when `id` is part of what `noun` is said to be; the regime and the forces that support it are two.
bool inside(const Tree& tree, int id, int noun) {
  for (; id != 0; id = tree.head(id)) {
    if (id == noun) return true;
    if (tree.relation(id) == "conj") return false;
  }
  return false;
}

}  // namespace

Agreement agreement_of_pronoun(const Tree& tree, int id) {
  Agreement out;
  const std::string& form = tree.form_key(id);
  for (const auto& pronoun : kPronouns) {
    if (pronoun.form == form) return pronoun.agreement;
  }
  // Demonstratives and the like point at what was said, not at somebody.
  out.person = 0;
  return out;
}

Agreement agreement_of_verb(const Tree& tree, int id) {
  Agreement out;
  if (from_features(tree, id, out)) return out;
  const std::string_view form = tree.form_key(id);
  const std::string_view lemma = tree.key(id);
  const auto ends = [&](std::string_view suffix) { return form.size() > suffix.size() + 2 && form.ends_with(suffix); };
  out.number = Number::kSingular;
  if (form == lemma) {
    out.gender = Gender::kMasculine;
    return out;
  }
  if (ends("وا") || ends("ون")) {
    out.gender = Gender::kMasculine;
    out.number = Number::kPlural;
    if (form.starts_with("ت")) out.person = lemma.starts_with("ت") ? 3 : 2;
    return out;
  }
  const bool imperfect = form.substr(0, 2) != lemma.substr(0, 2);
  if (imperfect && form.starts_with("ي")) {
    out.gender = Gender::kMasculine;
  } else if (form.starts_with("ت") && (imperfect || lemma.starts_with("ت")) && !ends("ت")) {
    // تتهم، and تسلمت with a lemma in ت is told apart by its ending.
    out.gender = imperfect ? Gender::kFeminine : Gender::kAny;
  } else if (imperfect && form.starts_with("ن")) {
    out.number = Number::kPlural;
    out.person = 1;
  } else if (ends("نا")) {
    out.number = Number::kPlural;
    out.person = 1;
  } else if (ends("ت")) {
    out.gender = Gender::kFeminine;
  } else {
    out.gender = Gender::kMasculine;
  }
  return out;
}

Discourse::Discourse(const std::vector<Tree>& trees) : trees_(trees), candidates_(trees.size()) {
  for (std::size_t s = 0; s < trees.size(); ++s) {
    for (int id = 1; id <= trees[s].size(); ++id) {
      if (!trees[s].is(id, "NOUN") && !trees[s].is(id, "PROPN")) continue;
      const Candidate candidate = weigh(trees[s], id);
      if (candidate.word != 0) candidates_[s].push_back(candidate);
    }
  }
}

Discourse::Candidate Discourse::weigh(const Tree& tree, int id) const {
  Candidate out;
  const std::string_view relation = tree.relation(id);
  const bool name = tree.is(id, "PROPN");
  if (relation == "flat" || relation == "fixed" || relation == "compound" || relation == "case" || relation == "mark") return out;
  if (tree.has(id, Trait::kTime)) return out;
  out.word = id;
  // Grammar decides first: subjects are taken up more than objects, objects more than what modifies a noun.
  if (relation == "nsubj" || relation == "csubj") out.weight = 5;
  else if (relation == "obj" || relation == "iobj") out.weight = 3;
  else if (relation == "root" || relation == "dislocated" || relation == "vocative") out.weight = 3.5;
  else if (relation == "obl") out.weight = 2;
  else if (relation == "conj") out.weight = 2;
  else if (relation == "appos") out.weight = tree.has(tree.head(id), Trait::kTitle) ? 0 : 1;
  else out.weight = 1;
  if (name || (tree.has(id, Trait::kTitle) && tree.arabic())) out.weight += 1;
  // طريق حلب: the road is what can be meant.
  if (name && relation == "nmod" && tree.has(tree.head(id), Trait::kKind)) out.weight -= 1.5;
  const bool event = tree.traits(id).any(Trait::kSubjectEvent, Trait::kObjectEvent, Trait::kMutualEvent, Trait::kResultEvent);
  if (event) out.weight -= 1;

  if (!tree.arabic()) {
    const std::string_view number = tree.feature(id, "Number");
    if (number == "Plur" || number == "Ptan") out.singular = tree.has(id, Trait::kPartitive);
    if (number == "Sing" && !name && !tree.has(id, Trait::kPeople)) out.masculine = out.feminine = tree.has(id, Trait::kTitle);
    return out;
  }
  const std::string& form = tree.form_key(id);
  const std::string_view bare = without_article(form);
  const bool feminine_ending = bare.ends_with("ه") && !name;
  bool is_plural = false;
  if (!name) {
    const bool sound = bare.ends_with("ون") || bare.ends_with("ين") || bare.ends_with("ات");
    is_plural = bare != tree.key(id) && (sound || !feminine_ending || !bare.starts_with(tree.key(id)));
  }
  if (name) {
    const bool place = !tree.has(id, Trait::kMasculinePlace) && tree.child(id, "flat") == 0;
    out.plural = false;
    out.masculine = true;
    out.feminine = place;
    // A title before the name tells more than the name does.
    if (relation == "nsubj" && tree.is_verb(tree.head(id)) && tree.head(id) < id) {
      const Agreement verb = agreement_of_verb(tree, tree.head(id));
      if (verb.person == 3 && verb.gender == Gender::kFeminine) out.masculine = false;
      if (verb.person == 3 && verb.gender == Gender::kMasculine) out.feminine = false;
    }
  } else if (is_plural) {
    // Plurals of people take هم, of things ها; the table knows only some of either.
    const bool people = tree.has(id, Trait::kPeople) || tree.has(id, Trait::kTitle) || bare.ends_with("ون");
    out.singular = !people;
    out.masculine = people;
    out.feminine = !people || bare.ends_with("ات");
    out.plural = people || tree.has(id, Trait::kPartitive);
    if (people) out.feminine = true;
  } else {
    out.plural = tree.has(id, Trait::kPartitive);
    out.feminine = feminine_ending || tree.has(id, Trait::kFeminine);
    out.masculine = !out.feminine;
    for (const int c : tree.children(id)) {
      if (tree.relation(c) != "amod") continue;
      out.feminine = tree.form_key(c).ends_with("ه");
      out.masculine = !out.feminine;
      break;
    }
  }
  return out;
}

bool Discourse::matches(const Candidate& c, const Agreement& agreement) {
  if (agreement.gender == Gender::kMasculine && !c.masculine) return false;
  if (agreement.gender == Gender::kFeminine && !c.feminine) return false;
  if (agreement.number == Number::kSingular && !c.singular) return false;
  if (agreement.number == Number::kPlural && !c.plural) return false;
  return true;
}

bool Discourse::agrees(int sentence, int id, const Agreement& agreement) const {
  return matches(weigh(trees_[static_cast<std::size_t>(sentence)], id), agreement);
}

std::optional<Phrase> Discourse::last_speaker(const Agreement& agreement) const {
  if (!speaker_) return std::nullopt;
  const bool refers = speaker_->referent != 0;
  if (!agrees(refers ? speaker_->referent_sentence : speaker_->sentence, refers ? speaker_->referent : speaker_->head, agreement)) return std::nullopt;
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
      if (!matches(c, agreement)) continue;
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
  Phrase out = noun_phrase(trees_[static_cast<std::size_t>(best_sentence)], best_sentence, best_word);
  out.elided = true;
  return out;
}

}  // namespace isnad::claims
