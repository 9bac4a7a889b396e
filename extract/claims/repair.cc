#include "extract/claims/repair.h"

#include <string>
#include <string_view>
#include <vector>

#include "extract/claims/agreement.h"
#include "extract/claims/fold.h"
#include "extract/claims/repair_arabic.h"
#include "extract/claims/repair_english.h"

namespace isnad::claims {

namespace {

bool is_name_part(std::string_view relation) {
  return relation == "flat" || relation == "amod" || relation == "appos" || relation == "nummod" || relation == "compound" ||
         relation == "fixed" || relation == "det";
}

/// The noun before `pronoun` that its clause modifies: the head of the noun phrase that ends there, or of a smaller one in
/// it when only that agrees; 0 when there is no noun.
int noun_before(const Tree& tree, int pronoun) {
  int at = pronoun - 1;
  while (at > 0 && (tree.is_punctuation(at) || tree.is(at, "CCONJ") || tree.is(at, "ADP"))) --at;
  const Agreement wanted = agreement_of_pronoun(tree, pronoun);
  int best = 0;
  for (int steps = 0; at > 0 && steps < 8; ++steps) {
    const bool noun = tree.is(at, "NOUN") || tree.is(at, "PROPN");
    const std::string_view relation = tree.relation(at);
    if (noun && !is_name_part(relation)) {
      if (best == 0) best = at;
      if (wanted.person == 0 || !tree.arabic() || forms_of_noun(tree, at).agree_with(wanted)) return at;
    }
    if (!is_name_part(relation) && relation != "nmod") break;
    at = tree.head(at);
    if (at >= pronoun) break;
  }
  return best;
}

/// هو شغل منصبا: before a verb the pronoun is its subject, not a copula.
void hang_pronouns(Tree& tree) {
  if (!tree.arabic()) return;
  for (int id = 1; id <= tree.size(); ++id) {
    const int head = tree.head(id);
    if (head > id && tree.is(id, "PRON") && tree.relation(id) == "cop" && tree.is_verb(head) && tree.child(head, "nsubj") == 0)
      tree.hang(id, head, "nsubj");
  }
}

/// A verb that follows its pronoun has no second subject behind it: هو شغل منصبا.
void part_subject_and_object(Tree& tree) {
  if (!tree.arabic()) return;
  for (int verb = 1; verb <= tree.size(); ++verb) {
    if (!tree.is_verb(verb) || tree.child(verb, "obj") != 0) continue;
    int before = 0;
    int after = 0;
    for (const int c : tree.children(verb)) {
      if (tree.relation(c) != "nsubj") continue;
      (c < verb ? before : after) = c;
    }
    if (before == 0 || after == 0 || !tree.is(after, "NOUN") || !tree.is(before, "PRON") || tree.is_relative_pronoun(before))
      continue;
    tree.hang(after, verb, "obj");
  }
}

/// Where a clause may begin: at the start, or behind a colon, a quotation mark or a connective that begins there.
bool opens_clause(const Tree& tree, int id) {
  int before = id - 1;
  if (before > 0 && tree.is(before, "CCONJ")) --before;
  return before == 0 || (tree.is_punctuation(before) && tree.word(before).form != "،" && tree.word(before).form != ",");
}

/// بسط النظام السيطرة: what is spelled as a noun of action but opens a clause, has its doer behind it and an object, is the verb.
void read_opening_verbs(Tree& tree) {
  if (!tree.arabic()) return;
  for (int id = 1; id <= tree.size(); ++id) {
    if (!tree.is(id, "NOUN") || !opens_clause(tree, id) || tree.child(id, "case") != 0) continue;
    if (!tree.lexicon().verb(tree.key(id)).has(Trait::kLight)) continue;
    const int object = tree.child(id, "obj");
    const int doer = tree.child(id, "nmod");
    if (object == 0 || doer <= id || doer > object || !tree.preposition(doer).empty()) continue;
    tree.read_as_verb(id);
    tree.hang(doer, id, "nsubj");
    // As a noun it was taken for the subject of a verb that describes what follows it.
    const int verb = tree.head(id);
    if (verb > id && tree.relation(id) == "nsubj" && tree.is_verb(verb)) {
      const int above = tree.head(verb);
      tree.hang(id, above, above == 0 ? "root" : tree.relation(verb));
      tree.hang(verb, id, "parataxis");
    }
  }
}

/// اعتصم, انفجر, استهدف: verbs whose noun of action would have an alif before its last letter.
bool is_verb_by_shape(const std::string& key) {
  constexpr std::size_t kLetter = 2;
  constexpr std::size_t kShortest = 5 * kLetter;
  constexpr std::size_t kLongest = 6 * kLetter;
  if (key.size() < kShortest || key.size() > kLongest || !key.starts_with("ا") || key.starts_with("ال")) return false;
  const std::string_view second = std::string_view(key).substr(kLetter, kLetter);
  const std::string_view third = std::string_view(key).substr(2 * kLetter, kLetter);
  const bool derived = second == "ن" || second == "س" || third == "ت";
  return derived && key.substr(key.size() - 2 * kLetter, kLetter) != "ا" && !key.ends_with("ا") && !key.ends_with("ه") && !key.ends_with("ي");
}

/// تظاهر آلاف, اعتصم عشرات: what is read as a noun but opens the sentence as its root, and has its doer behind it, is the verb.
void read_root_verbs(Tree& tree) {
  if (!tree.arabic()) return;
  for (const int id : std::vector<int>(tree.roots())) {
    if (!tree.is(id, "NOUN") || !opens_clause(tree, id) || tree.child(id, "case") != 0 || tree.child(id, "cop") != 0) continue;
    if (tree.form_key(id).starts_with("ال") || tree.feature(id, "Number") == "Plur") continue;
    const int subject = tree.child(id, "nsubj");
    const int genitive = tree.child(id, "nmod");
    if (subject > id && genitive == 0 && tree.child(id, "amod") == 0 && !tree.is(subject, "PROPN") && !tree.is(subject, "PRON") && !tree.has(subject, Trait::kTime) && tree.preposition(subject).empty()) {
      tree.read_as_verb(id);
    } else if (subject == 0 && genitive == id + 1 && tree.preposition(genitive).empty() && is_verb_by_shape(tree.form_key(id))) {
      tree.read_as_verb(id);
      for (const int c : std::vector<int>(tree.children(id))) {
        if (tree.relation(c) == "nmod") tree.hang(c, id, c == genitive ? "nsubj" : "obl");
      }
    }
  }
}

void hang_relative_clauses(Tree& tree) {
  for (int pronoun = 2; pronoun <= tree.size(); ++pronoun) {
    const int verb = tree.head(pronoun);
    if (verb <= pronoun || !tree.is_relative_pronoun(pronoun) || (!tree.is_verb(verb) && !tree.is(verb, "ADJ"))) continue;
    const std::string_view hung = tree.relation(verb);
    if (hung == "conj" || hung == "nsubj" || hung == "csubj" || hung == "obl" || hung == "xcomp" || hung == "root") continue;
    const Agreement wanted = agreement_of_pronoun(tree, pronoun);
    if (hung == "acl") {
      const int noun = tree.head(verb);
      if (!tree.arabic() || wanted.person == 0 || noun >= pronoun || forms_of_noun(tree, noun).agree_with(wanted)) continue;
    }
    const int noun = noun_before(tree, pronoun);
    if (noun == 0 || noun == tree.head(verb)) continue;
    if (hung == "acl" && !forms_of_noun(tree, noun).agree_with(wanted)) continue;
    tree.hang(verb, noun, "acl");
  }
}

/// Arabic says انفجار أودى بحياة طفل without a pronoun: a clause without its own opening word right after a noun that is
/// not definite describes that noun.
void hang_bare_relative_clauses(Tree& tree) {
  if (!tree.arabic()) return;
  for (int verb = 2; verb <= tree.size(); ++verb) {
    const int head = tree.head(verb);
    if (head == 0 || head > verb || !tree.is_verb(verb) || !tree.is_verb(head) || tree.relation(verb) != "ccomp") continue;
    if (tree.child(verb, "mark") != 0) continue;
    if (tree.traits(head).any(Trait::kSay, Trait::kContinue, Trait::kDeny, Trait::kChain, Trait::kChainPossible,
                              Trait::kChainNecessary, Trait::kRequest))
      continue;
    int before = verb - 1;
    while (before > head && (tree.is(before, "AUX") || tree.is(before, "PART"))) --before;
    while (before > head && tree.is(before, "ADJ") && tree.relation(before) == "amod") before = tree.head(before);
    if (before <= head || !tree.is(before, "NOUN") || tree.form_key(before).starts_with("ال")) continue;
    tree.hang(verb, before, "acl");
  }
}

/// سلمان بن عبدالعزيز، Mohammad al-Momani: what a link of names stands between is one name.
void join_names(Tree& tree) {
  for (int link = 2; link < tree.size(); ++link) {
    if (!tree.lexicon().word(tree.form_key(link)).has(Trait::kNameLink) || !tree.is(link, "PROPN") || !tree.is(link - 1, "PROPN"))
      continue;
    int after = link + 1;
    if (after < tree.size() && tree.word(after).form == "-") ++after;
    if (!tree.is(after, "PROPN")) continue;
    int first = link - 1;
    while (tree.relation(first) == "flat" && tree.head(first) != 0 && tree.head(first) < first) first = tree.head(first);
    // Whatever of the three the rest of the sentence hangs on, it now hangs on the first.
    for (const int part : {link, after}) {
      if (tree.head(first) == part) tree.hang(first, tree.head(part), tree.relation(part));
      if (tree.head(part) != first || tree.relation(part) != "flat") tree.hang(part, first, "flat");
    }
  }
}

void hang_names(Tree& tree) {
  for (int id = 2; id <= tree.size(); ++id) {
    const int head = tree.head(id);
    if (head == 0 || !tree.is(id, "PROPN") || tree.relation(id) != "appos") continue;
    // الرئيس محمود عباس: two names side by side are one.
    if (tree.is(id - 1, "PROPN") && tree.head(id - 1) == head && tree.relation(id - 1) == "appos") {
      tree.hang(id, id - 1, "flat");
      continue;
    }
    if (!tree.arabic() || tree.has(head, Trait::kTitle) || tree.is(head, "PROPN")) continue;
    // مكتب رئيس الوزراء بنيامين نتنياهو: the name is the minister's, not the office's.
    for (int at = head; at != 0;) {
      int next = 0;
      for (const int c : tree.children(at)) {
        if (tree.relation(c) == "nmod" && c < id && tree.is(c, "NOUN") && tree.preposition(c).empty()) next = c;
      }
      if (next != 0 && tree.has(next, Trait::kTitle)) {
        tree.hang(id, next, "appos");
        break;
      }
      at = next;
    }
  }
}

/// بشأن سوريا: `سوريا` takes the place of `شأن`, which becomes its preposition.
void fuse_prepositions(Tree& tree) {
  if (!tree.arabic()) return;
  for (int noun = 2; noun <= tree.size(); ++noun) {
    if (!tree.is(noun, "NOUN") || tree.head(noun) == 0 ||
        (tree.relation(noun) != "obl" && tree.relation(noun) != "nmod" && tree.relation(noun) != "conj"))
      continue;
    const int preposition = noun - 1;
    if (tree.head(preposition) != noun || tree.relation(preposition) != "case") continue;
    const std::string key = tree.form_key(preposition) + " " + std::string(without_article(tree.form_key(noun)));
    if (!tree.lexicon().word(key).has(Trait::kPrepositional)) continue;
    int content = 0;
    for (const int c : tree.children(noun)) {
      if (tree.relation(c) == "nmod" && c > noun && content == 0 && !tree.is(c, "PRON")) content = c;
    }
    if (content == 0) continue;
    tree.hang(content, tree.head(noun), tree.relation(noun));
    const auto others = tree.children(noun);
    for (const int c : others) {
      if (c != preposition && tree.relation(c) != "amod") tree.hang(c, content, tree.relation(c));
    }
    tree.hang(noun, content, "case");
  }
}

/// انتقد إردوغان روسيا: a country is no part of the name before it; the verb before them that has no object lacks it.
void hang_countries(Tree& tree) {
  if (!tree.arabic()) return;
  for (int id = 3; id <= tree.size(); ++id) {
    if (!tree.is(id, "PROPN") || !tree.has(id, Trait::kCountry) || tree.child(id, "case") != 0 || tree.child(id, "cc") != 0)
      continue;
    const std::string_view relation = tree.relation(id);
    if (relation != "flat" && relation != "appos" && relation != "nmod" && relation != "conj") continue;
    if (!tree.is(id - 1, "PROPN") && !tree.is(id - 1, "ADJ")) continue;
    int verb = tree.head(id);
    while (verb != 0 && !tree.is_verb(verb)) verb = tree.head(verb);
    if (verb == 0 || verb > id || tree.child(verb, "obj") != 0 || tree.child(verb, "nsubj") == 0 || tree.is_passive(verb))
      continue;
    if (relation != "flat" && !tree.is(id - 1, "PROPN")) continue;
    tree.hang(id, verb, "obj");
  }
}

/// وقال أبو بكر شاهو، قريب إحدى الفتيات: what follows the speaker's name after a comma says who he is, not what he says.
void hang_descriptions(Tree& tree) {
  for (int id = 3; id <= tree.size(); ++id) {
    const int verb = tree.head(id);
    if (verb == 0 || verb > id || !tree.is(id, "NOUN") || !tree.has(id, Trait::kTitle)) continue;
    if (tree.relation(id) != "obj" && tree.relation(id) != "ccomp") continue;
    const int subject = tree.child(verb, "nsubj");
    if (subject == 0 || subject > id || !tree.is_punctuation(id - 1) || tree.word(id - 1).form == ":") continue;
    if (!tree.traits(verb).any(Trait::kSay, Trait::kContinue) || !tree.dominates(subject, id - 2)) continue;
    tree.hang(id, subject, "appos");
  }
}

/// A source at the end of a sentence is the source of all of it, wherever the parser found room for it.
void hang_sources(Tree& tree) {
  if (tree.roots().empty()) return;
  int last = tree.size();
  while (last > 1 && tree.is_punctuation(last)) --last;
  for (int id = 2; id <= tree.size(); ++id) {
    const int head = tree.head(id);
    if (head == 0 || !tree.preposition_has(id, Trait::kAccording) || !tree.dominates(id, last)) continue;
    const int first = tree.preposition_words(id).front();
    if (first < 3 || !tree.is_punctuation(first - 1)) continue;
    const int root = tree.roots().front();
    if (root < first && root != id) tree.hang(id, root, "obl");
  }
}

bool opens_quotation(std::string_view form, bool inside) {
  return form == "“" || form == "«" || form == "``" || (form == "\"" && !inside);
}

bool closes_quotation(std::string_view form) { return form == "”" || form == "»" || form == "''" || form == "\""; }

/// Returns: the verb of saying before `quotation`, at most a few words away from it but for its subject; 0 when there is none.
int saying_before(const Tree& tree, int quotation) {
  for (int id = quotation - 1; id > 0; --id) {
    if (tree.is_verb(id) && tree.traits(id).any(Trait::kSay, Trait::kContinue)) return id;
    if (closes_quotation(tree.word(id).form)) return 0;
  }
  return 0;
}

/// Makes one clause of what stands between two quotation marks: what is said by the verb of saying before them.
void hang_quotation(Tree& tree, int opening, int closing) {
  const int saying = saying_before(tree, opening);
  if (saying == 0 || closing - opening < 4) return;
  const auto outside = [&](int id) { return id <= opening || id >= closing; };
  int top = 0;
  for (int id = opening + 1; id < closing; ++id) {
    if (tree.is_punctuation(id) || !outside(tree.head(id))) continue;
    if (tree.head(id) == saying && tree.relation(id) == "ccomp") return;
    if (top == 0 && (tree.is_verb(id) || tree.child(id, "nsubj") != 0)) top = id;
  }
  if (top == 0 || tree.head(top) == 0 || tree.dominates(top, saying)) return;
  if (!tree.hang(top, saying, "ccomp")) return;
  for (int id = opening + 1; id < closing; ++id) {
    const int head = tree.head(id);
    if (id == top || tree.is_punctuation(id) || !outside(head) || head == 0) continue;
    const std::string_view relation = tree.relation(id);
    if (relation == "nsubj" || relation == "obj" || relation == "obl" || relation == "advmod") tree.hang(id, top, relation);
  }
}

void hang_quotations(Tree& tree) {
  int opening = 0;
  for (int id = 1; id <= tree.size(); ++id) {
    const std::string_view form = tree.word(id).form;
    if (opens_quotation(form, opening != 0)) {
      opening = id;
    } else if (opening != 0 && closes_quotation(form)) {
      hang_quotation(tree, opening, id);
      opening = 0;
    }
  }
  if (opening != 0) hang_quotation(tree, opening, tree.size() + 1);
}

}  // namespace

void repair(Tree& tree) {
  if (tree.arabic())
    repair_arabic(tree);
  else
    repair_english(tree);
  read_opening_verbs(tree);
  read_root_verbs(tree);
  hang_pronouns(tree);
  part_subject_and_object(tree);
  fuse_prepositions(tree);
  join_names(tree);
  hang_countries(tree);
  hang_names(tree);
  hang_descriptions(tree);
  hang_relative_clauses(tree);
  hang_bare_relative_clauses(tree);
  hang_sources(tree);
  hang_quotations(tree);
}

}  // namespace isnad::claims
