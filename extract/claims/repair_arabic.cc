#include "extract/claims/repair_arabic.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/claims/agreement.h"
#include "extract/claims/phrase.h"

namespace isnad::claims {

namespace {

bool is_noun(const Tree& tree, int id) { return tree.is(id, "NOUN") || tree.is(id, "PROPN"); }

bool is_event(const Tree& tree, int id) {
  return tree.traits(id).any(Trait::kSubjectEvent, Trait::kObjectEvent, Trait::kMutualEvent, Trait::kResultEvent);
}

bool is_digits(std::string_view form, std::size_t count) {
  return form.size() == count && std::all_of(form.begin(), form.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// A time word, or a year that stands alone.
bool is_time(const Tree& tree, int id) {
  return tree.has(id, Trait::kTime) || (tree.is(id, "NUM") && is_digits(tree.form_key(id), 4));
}

/// No article, no owner, no name.
bool is_indefinite(const Tree& tree, int noun) {
  if (!tree.is(noun, "NOUN") || tree.form_key(noun).starts_with("ال")) return false;
  const auto owns = [&](int c) { return tree.relation(c) == "nmod" && tree.preposition(c).empty(); };
  return std::none_of(tree.children(noun).begin(), tree.children(noun).end(), owns);
}

bool has_argument(const Tree& tree, int verb) {
  return std::any_of(tree.children(verb).begin(), tree.children(verb).end(), [&](int c) {
    const std::string_view relation = tree.relation(c);
    return relation == "obj" || relation == "iobj" || relation == "obl" || relation == "ccomp" || relation == "xcomp";
  });
}

/// ما زال: before these verbs ما denies, whatever the tagger takes it for.
void free_negations(Tree& tree) {
  for (int id = 1; id < tree.size(); ++id) {
    const int verb = id + 1;
    if (tree.form_key(id) != "ما" || !tree.lexicon().word(tree.key(verb)).has(Trait::kGoingOn) || tree.relation(id) == "aux")
      continue;
    if (tree.head(verb) == id) {
      // Taken for what a relative clause describes: the verb takes its place, and what goes on follows the verb.
      const int above = tree.head(id);
      tree.hang(verb, above, above == 0 ? "root" : tree.relation(id));
      const auto rest = tree.children(id);
      for (const int c : rest) tree.hang(c, verb, tree.is_verb(c) ? "xcomp" : tree.relation(c));
    }
    if (tree.head(id) == verb || !tree.dominates(id, verb)) tree.hang(id, verb, "aux");
  }
}

/// يجري بناء قاعدة: what is done is the subject of the verb that only says that it is done.
void hang_done_deeds(Tree& tree) {
  for (int verb = 1; verb <= tree.size(); ++verb) {
    if (!tree.is_verb(verb) || !tree.has(verb, Trait::kPassive) || tree.child(verb, "nsubj") != 0) continue;
    const int deed = tree.child(verb, "obj");
    if (deed > verb && tree.is(deed, "NOUN")) tree.hang(deed, verb, "nsubj");
  }
}

/// تمكن والده من: the noun behind a verb that takes no object is its subject.
void find_subjects(Tree& tree) {
  for (int verb = 1; verb <= tree.size(); ++verb) {
    if (!tree.is_verb(verb) || !tree.has(verb, Trait::kIntransitive) || tree.child(verb, "nsubj") != 0) continue;
    const int object = tree.child(verb, "obj");
    if (object <= verb || !is_noun(tree, object) || is_time(tree, object) || tree.relation(verb) == "acl") continue;
    if (forms_of_noun(tree, object).agree_with(agreement_of_verb(tree, verb))) tree.hang(object, verb, "nsubj");
  }
}

/// الهجوم شنه الحرس: the noun that the verb's own pronoun takes up is its object, whoever does it stands behind it.
void read_topics(Tree& tree) {
  for (int verb = 2; verb < tree.size(); ++verb) {
    const int pronoun = tree.child(verb, "obj");
    if (!tree.is_verb(verb) || pronoun != verb + 1 || !tree.is_clitic(pronoun)) continue;
    int topic = 0;
    bool doer = false;
    for (const int c : tree.children(verb)) {
      if (tree.relation(c) != "nsubj" || !is_noun(tree, c)) continue;
      if (c < verb)
        topic = c;
      else
        doer = true;
    }
    if (topic == 0 || !doer || !forms_of_noun(tree, topic).agree_with(agreement_of_pronoun(tree, pronoun))) continue;
    tree.hang(topic, verb, "obj");
    tree.hang(pronoun, verb, "expl");
  }
}

/// المعهد هو مؤسسة: a pronoun between two nouns of which one hangs on the other ties them.
void read_pronoun_copulas(Tree& tree) {
  for (int pronoun = 2; pronoun < tree.size(); ++pronoun) {
    const std::string& form = tree.form_key(pronoun);
    if ((form != "هو" && form != "هي" && form != "هم") || !tree.is(pronoun, "PRON") || tree.is_clitic(pronoun)) continue;
    int top = pronoun;
    while (tree.relation(top) == "flat" || tree.relation(top) == "appos" || tree.relation(top) == "nmod") top = tree.head(top);
    if (top < pronoun && top != 0 && tree.relation(top) == "nsubj" && tree.head(top) > pronoun && is_noun(tree, tree.head(top))) {
      // No part of the name before it.
      tree.hang(pronoun, tree.head(top), "cop");
      continue;
    }
    const int subject = tree.head(pronoun);
    if (subject == 0 || subject > pronoun || !is_noun(tree, subject) || tree.child(subject, "nsubj") != 0) continue;
    if (tree.relation(subject) != "root" && tree.relation(subject) != "ccomp" && tree.relation(subject) != "conj") continue;
    for (const int predicate : tree.children(subject)) {
      const std::string_view relation = tree.relation(predicate);
      if (predicate < pronoun || !is_noun(tree, predicate) || (relation != "appos" && relation != "nmod" && relation != "dep"))
        continue;
      const int above = tree.head(subject);
      const std::string_view label = tree.relation(subject);
      tree.hang(predicate, above, above == 0 ? "root" : label);
      tree.hang(subject, predicate, "nsubj");
      tree.hang(pronoun, predicate, "cop");
      break;
    }
  }
}

/// كان ابنه من رواد الطيران: a copula that is left without a predicate has it in what its subject is said to be from or in.
void find_predicates(Tree& tree) {
  for (int copula = 1; copula <= tree.size(); ++copula) {
    if (!tree.is(copula, "AUX") || !tree.has(copula, Trait::kCopula) || has_argument(tree, copula)) continue;
    const int subject = tree.child(copula, "nsubj");
    if (subject < copula || tree.relation(copula) == "aux" || tree.relation(copula) == "cop") continue;
    int last = 0;
    for (const int c : tree.children(subject)) {
      if (tree.relation(c) == "nmod" && c > subject && !tree.preposition(c).empty() && !is_event(tree, subject)) last = c;
    }
    if (last != 0) tree.hang(last, copula, "obl");
  }
}

/// Where and when something is done hangs on the verb, not on the last noun before it: تقع القاعدة في غلاسكو.
void hang_circumstances(Tree& tree) {
  for (int id = 3; id <= tree.size(); ++id) {
    if (tree.relation(id) != "nmod" || tree.is(id, "PRON") || tree.head(id) > id) continue;
    const std::string preposition = tree.preposition(id);
    if (preposition.empty()) continue;
    const bool time = is_time(tree, id) && preposition != "من" && preposition != "ل";
    const bool place = preposition == "في" || preposition == "الي" || preposition == "داخل" || preposition == "خارج";
    if (!time && !place) continue;
    int top = tree.head(id);
    // A deed has times and places of its own, and so has a time.
    bool own = is_event(tree, top) || is_time(tree, top);
    while (tree.relation(top) == "nmod" || tree.relation(top) == "flat" || tree.relation(top) == "appos") {
      top = tree.head(top);
      own = own || is_event(tree, top);
    }
    const std::string_view role = tree.relation(top);
    const int verb = tree.head(top);
    // What happens in the course of a deed that nobody is named for happens where that deed does: قتل في نزاع في المدينة.
    if (tree.head(id) == top && is_event(tree, top) && is_indefinite(tree, top)) own = false;
    if (own || verb == 0 || verb > top || !tree.is_verb(verb)) continue;
    if (time && (role == "nsubj" || role == "obj" || role == "obl")) {
      tree.hang(id, verb, "obl");
    } else if (place && role == "nsubj" && tree.head(id) == top && !has_argument(tree, verb)) {
      tree.hang(id, verb, "obl");
    } else if (preposition == "في" && !tree.has(top, Trait::kTitle) && (role == "obj" || role == "obl") && tree.head(id) == top &&
               is_indefinite(tree, top)) {
      tree.hang(id, verb, "obl");
    }
  }
}

/// كتب القانون لعام 1916: whose year it is, the noun before it says.
void hang_years(Tree& tree) {
  for (int id = 4; id <= tree.size(); ++id) {
    if (tree.relation(id) != "obl" || !tree.has(id, Trait::kTime) || tree.preposition(id) != "ل") continue;
    const int verb = tree.head(id);
    const int before = tree.preposition_words(id).front() - 1;
    for (const int c : tree.children(verb)) {
      const std::string_view relation = tree.relation(c);
      if (c > verb && c < id && is_noun(tree, c) && (relation == "obj" || relation == "nsubj" || relation == "obl") &&
          tree.dominates(c, before)) {
        tree.hang(id, c, "nmod");
        break;
      }
    }
  }
}

/// يعارض بشدة السياسات: what follows a manner is the verb's object, not the manner's owner.
void free_objects(Tree& tree) {
  for (int id = 3; id <= tree.size(); ++id) {
    const int manner = tree.head(id);
    if (manner == 0 || manner > id || tree.relation(id) != "nmod" || !tree.preposition(id).empty() || tree.is(id, "PRON"))
      continue;
    if (tree.relation(manner) != "obl" || tree.preposition(manner) != "ب" || !is_adverbial(tree, manner)) continue;
    const int verb = tree.head(manner);
    if (tree.is_verb(verb) && tree.child(verb, "obj") == 0) tree.hang(id, verb, "obj");
  }
}

/// فيما يتعلق بالأدب: the verb of this turn of phrase is part of a preposition.
void read_regarding(Tree& tree) {
  for (int mark = 1; mark + 2 < tree.size(); ++mark) {
    const int verb = mark + 1;
    if (tree.form_key(mark) != "فيما" || tree.key(verb) != "تعلق" || tree.form_key(verb + 1) != "ب") continue;
    const int about = tree.child(verb, "obl");
    const int above = tree.head(verb);
    if (about < verb || above == 0 || tree.dominates(verb, above)) continue;
    tree.hang(about, above, tree.is_verb(above) ? "obl" : "nmod");
    for (const int word : {mark, verb}) tree.hang(word, about, "case");
    const auto rest = tree.children(verb);
    for (const int c : rest) tree.hang(c, about, tree.relation(c));
  }
}

/// أمر بمراجعة القضية من قبل محكمة: the agent behind an active verb's noun of action is the noun's.
void hang_agents(Tree& tree) {
  for (int agent = 3; agent <= tree.size(); ++agent) {
    const int verb = tree.head(agent);
    if (tree.relation(agent) != "obl" || verb == 0 || verb > agent || !tree.is_verb(verb) || tree.is_passive(verb) ||
        tree.has(verb, Trait::kPassive) || tree.has(verb, Trait::kIntransitive) || !tree.preposition_has(agent, Trait::kAgent))
      continue;
    int deed = 0;
    for (const int c : tree.children(verb)) {
      const std::string_view relation = tree.relation(c);
      if (c > verb && c < agent && (relation == "obj" || relation == "obl") && tree.has(c, Trait::kObjectEvent)) deed = c;
    }
    if (deed != 0) tree.hang(agent, deed, "nmod");
  }
}

/// لكنه قتل: contrast goes on with the sentence, not with a clause inside a noun phrase.
void hang_contrasts(Tree& tree) {
  for (int id = 2; id <= tree.size(); ++id) {
    if (tree.relation(id) != "conj" || !tree.is_verb(id)) continue;
    const int cc = tree.child(id, "cc");
    if (cc == 0 || cc > id || tree.form_key(cc) != "لكن") continue;
    int above = tree.head(id);
    bool inside_noun = false;
    while (above != 0 && tree.relation(above) != "root" && tree.relation(above) != "ccomp" &&
           tree.relation(above) != "parataxis") {
      inside_noun = inside_noun || tree.relation(above) == "acl";
      above = tree.head(above);
    }
    if (inside_noun && above != 0) tree.hang(id, above, "conj");
  }
}

/// وذلك بعد ساعات: what this turn of phrase leads up to says when or where the sentence's own deed was done.
void hang_afterthoughts(Tree& tree) {
  for (int that = 2; that < tree.size(); ++that) {
    const int when = tree.head(that);
    if (tree.form_key(that) != "ذلك" || tree.relation(that) != "nsubj" || when < that || tree.is_verb(when)) continue;
    const int verb = tree.head(when);
    if (verb == 0 || verb > that || !tree.is_verb(verb) || tree.preposition(when).empty()) continue;
    if (tree.child(when, "cop") != 0 || tree.relation(when) == "ccomp") continue;
    tree.hang(when, verb, "obl");
    tree.hang(that, when, "discourse");
  }
}

/// لأنه قتل، حيث ظهر: a clause behind a conjunction of cause or place is no object of the verb.
void free_circumstantial_clauses(Tree& tree) {
  for (int id = 2; id <= tree.size(); ++id) {
    if (tree.relation(id) != "ccomp" || !tree.is_verb(tree.head(id))) continue;
    for (const int c : tree.children(id)) {
      if (c < id && tree.relation(c) == "mark" && tree.has(c, Trait::kCircumstance)) {
        tree.hang(id, tree.head(id), "advcl");
        break;
      }
    }
  }
}

}  // namespace

void repair_arabic(Tree& tree) {
  free_negations(tree);
  hang_done_deeds(tree);
  find_subjects(tree);
  read_topics(tree);
  read_pronoun_copulas(tree);
  find_predicates(tree);
  hang_circumstances(tree);
  hang_years(tree);
  free_objects(tree);
  read_regarding(tree);
  hang_agents(tree);
  hang_contrasts(tree);
  hang_afterthoughts(tree);
  free_circumstantial_clauses(tree);
}

}  // namespace isnad::claims
