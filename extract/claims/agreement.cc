#include "extract/claims/agreement.h"

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
    {"ه", {Gender::kMasculine, Number::kSingular, 3}},
    {"هو", {Gender::kMasculine, Number::kSingular, 3}},
    {"ها", {Gender::kFeminine, Number::kSingular, 3}},
    {"هي", {Gender::kFeminine, Number::kSingular, 3}},
    {"هم", {Gender::kMasculine, Number::kPlural, 3}},
    {"هن", {Gender::kFeminine, Number::kPlural, 3}},
    {"هما", {Gender::kAny, Number::kDual, 3}},
    {"نا", {Gender::kAny, Number::kPlural, 1}},
    {"نحن", {Gender::kAny, Number::kPlural, 1}},
    {"ي", {Gender::kAny, Number::kSingular, 1}},
    {"ني", {Gender::kAny, Number::kSingular, 1}},
    {"انا", {Gender::kAny, Number::kSingular, 1}},
    {"ك", {Gender::kAny, Number::kSingular, 2}},
    {"كم", {Gender::kAny, Number::kPlural, 2}},
    {"انت", {Gender::kAny, Number::kSingular, 2}},
    {"انتم", {Gender::kAny, Number::kPlural, 2}},
    {"he", {Gender::kMasculine, Number::kSingular, 3}},
    {"him", {Gender::kMasculine, Number::kSingular, 3}},
    {"his", {Gender::kMasculine, Number::kSingular, 3}},
    {"she", {Gender::kFeminine, Number::kSingular, 3}},
    {"her", {Gender::kFeminine, Number::kSingular, 3}},
    {"it", {Gender::kAny, Number::kSingular, 3}},
    {"its", {Gender::kAny, Number::kSingular, 3}},
    {"they", {Gender::kAny, Number::kPlural, 3}},
    {"them", {Gender::kAny, Number::kPlural, 3}},
    {"their", {Gender::kAny, Number::kPlural, 3}},
    {"i", {Gender::kAny, Number::kSingular, 1}},
    {"me", {Gender::kAny, Number::kSingular, 1}},
    {"my", {Gender::kAny, Number::kSingular, 1}},
    {"we", {Gender::kAny, Number::kPlural, 1}},
    {"us", {Gender::kAny, Number::kPlural, 1}},
    {"our", {Gender::kAny, Number::kPlural, 1}},
    {"الذي", {Gender::kMasculine, Number::kSingular, 3}},
    {"التي", {Gender::kFeminine, Number::kSingular, 3}},
    {"الذين", {Gender::kMasculine, Number::kPlural, 3}},
    {"you", {Gender::kAny, Number::kAny, 2}},
    {"your", {Gender::kAny, Number::kAny, 2}},
};

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

NounForms forms_of_noun(const Tree& tree, int id) {
  NounForms out;
  if (tree.arabic() && tree.is(id, "PRON")) {
    const Agreement own = agreement_of_pronoun(tree, id);
    out.masculine = own.gender != Gender::kFeminine;
    out.feminine = own.gender != Gender::kMasculine;
    out.singular = own.number == Number::kSingular || own.number == Number::kAny;
    out.plural = own.number == Number::kPlural || own.number == Number::kAny;
    return out;
  }
  if (!tree.is(id, "NOUN") && !tree.is(id, "PROPN")) return out;
  const bool name = tree.is(id, "PROPN");
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
    if (tree.relation(id) == "nsubj" && tree.is_verb(tree.head(id)) && tree.head(id) < id) {
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

bool NounForms::agree_with(const Agreement& agreement) const {
  if (agreement.gender == Gender::kMasculine && !masculine) return false;
  if (agreement.gender == Gender::kFeminine && !feminine) return false;
  if (agreement.number == Number::kSingular && !singular) return false;
  if (agreement.number == Number::kPlural && !plural) return false;
  return true;
}

}  // namespace isnad::claims
