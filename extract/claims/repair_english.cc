#include "extract/claims/repair_english.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace isnad::claims {

namespace {

bool says(const Tree& tree, int id) {
  return tree.is_verb(id) && tree.traits(id).any(Trait::kSay, Trait::kContinue) && !tree.has(id, Trait::kCognition);
}

bool is_finite(const Tree& tree, int id) {
  const std::string_view tag = tree.word(id).xpos;
  return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tree.feature(id, "VerbForm") == "Fin";
}

bool is_present_participle(const Tree& tree, int id) {
  return tree.word(id).xpos == "VBG" || (tree.feature(id, "VerbForm") == "Part" && tree.feature(id, "Tense") == "Pres");
}

/// The last word of the sentence that is no punctuation.
int last_word(const Tree& tree) {
  int last = tree.size();
  while (last > 1 && tree.is_punctuation(last)) --last;
  return last;
}

/// `..., said the minister`: who follows a verb of saying that has its words before it is no object.
void read_late_speakers(Tree& tree) {
  for (int verb = 2; verb <= tree.size(); ++verb) {
    if (!says(tree, verb) || tree.child(verb, "nsubj") != 0) continue;
    const int object = tree.child(verb, "obj");
    if (object < verb || !tree.is_nominal(object) || !tree.preposition(object).empty()) continue;
    const int report = tree.child(verb, "ccomp");
    const bool before = report != 0 && report < verb;
    const bool beside = tree.relation(verb) == "parataxis" && tree.head(verb) < verb && tree.head(verb) != 0;
    const int between = object - verb;
    constexpr int kLongestTitle = 6;
    if ((before || beside) && report < verb && between <= kLongestTitle) tree.hang(object, verb, "nsubj");
  }
}

/// `the rebels took the town a group said`: a source behind its words that no comma sets off.
void hang_unmarked_sources(Tree& tree) {
  for (int verb = 3; verb <= tree.size(); ++verb) {
    if (!says(tree, verb) || !is_finite(tree, verb) || tree.child(verb, "ccomp") != 0 || tree.child(verb, "obj") != 0) continue;
    if (tree.child(verb, "mark") != 0) continue;
    int first = 0;
    int speaker = 0;
    for (const int c : tree.children(verb)) {
      if (tree.relation(c) != "nsubj" || c > verb) continue;
      if (first == 0) first = c;
      speaker = c;
    }
    if (speaker == 0 || tree.is_relative_pronoun(speaker)) continue;
    const int head = tree.head(verb);
    const std::string_view relation = tree.relation(verb);
    if (head != 0 && head < verb && (relation == "advcl" || relation == "acl")) {
      int root = head;
      while (tree.head(root) != 0) root = tree.head(root);
      const bool ends = verb == last_word(tree) || tree.child(verb, "xcomp") != 0;
      if (ends && root < speaker) tree.hang(verb, root, "parataxis");
    } else if (head == 0 && first != speaker && verb == last_word(tree)) {
      tree.hang(first, verb, "ccomp");
    }
  }
}

/// `Forces have tortured refugees, the group said`: of two subjects of a verb of saying behind its words the first is the subject of what is
/// said, with its auxiliaries; one under a preposition is none.
void part_speaker_and_subject(Tree& tree) {
  for (int verb = 4; verb <= tree.size(); ++verb) {
    const int said = says(tree, verb) ? tree.child(verb, "ccomp") : 0;
    if (said == 0 || said > verb) continue;
    int speaker = 0;
    for (const int c : tree.children(verb)) {
      if (tree.relation(c) == "nsubj" && c > said && c < verb && tree.preposition(c).empty()) speaker = c;
    }
    if (speaker == 0) continue;
    for (const int c : std::vector<int>(tree.children(verb))) {
      if (c >= speaker) break;
      const std::string_view relation = tree.relation(c);
      const bool subject = relation == "nsubj" && c < said;
      if (subject && tree.preposition(c).empty() && tree.child(said, "nsubj") == 0) {
        tree.hang(c, said, "nsubj");
      } else if (relation == "nsubj" && c > said && !tree.preposition(c).empty()) {
        tree.hang(c, said, "obl");
      } else if ((relation == "aux" || relation == "cop") && c < said) {
        tree.hang(c, said, relation);
      }
    }
  }
}

/// `England centre Mike Tindall is`: an office and the name right behind it are one subject.
void join_titles(Tree& tree) {
  for (int verb = 3; verb <= tree.size(); ++verb) {
    int title = 0;
    for (const int name : std::vector<int>(tree.children(verb))) {
      if (tree.relation(name) != "nsubj" || name > verb) continue;
      bool adjacent = title != 0 && tree.is(title, "NOUN") && tree.is(name, "PROPN");
      for (int id = title + 1; adjacent && id < name; ++id) adjacent = tree.dominates(name, id) && !tree.is_punctuation(id);
      if (adjacent) tree.hang(name, title, "appos");
      title = name;
    }
  }
}

/// `said insurgents captured the town`: what hangs on a verb of saying as its object with a finite clause of its own is the
/// subject of what is said.
void read_bare_reports(Tree& tree) {
  for (int verb = 1; verb <= tree.size(); ++verb) {
    if (!says(tree, verb) || tree.child(verb, "nsubj") == 0 || tree.child(verb, "ccomp") != 0) continue;
    const int noun = tree.child(verb, "obj");
    if (noun < verb) continue;
    for (const int clause : tree.children(noun)) {
      if (tree.relation(clause) != "acl" || !tree.is_verb(clause) || !is_finite(tree, clause) ||
          tree.child(clause, "nsubj") != 0 || tree.child(clause, "mark") != 0)
        continue;
      tree.hang(clause, verb, "ccomp");
      tree.hang(noun, clause, "nsubj");
      // What goes on behind it is said too.
      const auto siblings = tree.children(verb);
      for (const int c : siblings) {
        if (c > clause && tree.relation(c) == "conj" && tree.is_verb(c) && tree.child(c, "nsubj") == 0)
          tree.hang(c, clause, "conj");
      }
      break;
    }
  }
}

/// `condemned the crimes the militias commit, stressing that`: who speaks goes on speaking, not whom a relative clause is about.
void hang_saying_participles(Tree& tree) {
  for (int id = 2; id <= tree.size(); ++id) {
    if (tree.relation(id) != "advcl" || !says(tree, id) || !is_present_participle(tree, id)) continue;
    if (tree.child(id, "nsubj") != 0 || tree.child(id, "mark") != 0 || tree.child(id, "ccomp") == 0) continue;
    bool inside = false;
    for (int at = tree.head(id); at != 0; at = tree.head(at)) {
      const bool speaker =
          tree.is_verb(at) && tree.traits(at).any(Trait::kSay, Trait::kContinue, Trait::kAccuse, Trait::kDeny, Trait::kAsk);
      if (inside && speaker && tree.child(at, "nsubj") != 0) {
        tree.hang(id, at, "advcl");
        break;
      }
      inside = inside || tree.relation(at) == "acl";
    }
  }
}

bool names_event(const Tree& tree, int id) {
  return tree.is_nominal(id) && tree.traits(id).any(Trait::kSubjectEvent, Trait::kObjectEvent);
}

/// `killed in airstrikes on the town`: whom an attack is on hangs on the attack, not on what it did to others.
void hang_targets(Tree& tree) {
  for (int verb = 1; verb <= tree.size(); ++verb) {
    if (!tree.is_verb(verb)) continue;
    int event = 0;
    for (const int c : std::vector<int>(tree.children(verb))) {
      if (c < verb || tree.relation(c) != "obl") continue;
      const std::string preposition = tree.preposition(c);
      const auto words = tree.preposition_words(c);
      const bool upon = preposition == "on" || preposition == "against";
      if (upon && event != 0 && !tree.has(c, Trait::kTime) && !words.empty() && tree.dominates(event, words.front() - 1)) {
        tree.hang(c, event, "nmod");
      } else {
        event = names_event(tree, c) ? c : 0;
      }
    }
  }
}

/// `clashes resumed between A and B`: the two sides belong to what is between them.
void hang_sides(Tree& tree) {
  for (int id = 1; id <= tree.size(); ++id) {
    for (const int side : std::vector<int>(tree.children(id))) {
      if (tree.relation(side) != "obl" || tree.preposition(side) != "between") continue;
      for (const int c : tree.children(id)) {
        if (tree.relation(c) != "nsubj" || c > side || !tree.has(c, Trait::kMutualEvent) || !tree.is_nominal(c)) continue;
        tree.hang(side, c, "nmod");
        break;
      }
    }
  }
}

}  // namespace

void repair_english(Tree& tree) {
  join_titles(tree);
  read_late_speakers(tree);
  part_speaker_and_subject(tree);
  hang_unmarked_sources(tree);
  read_bare_reports(tree);
  hang_saying_participles(tree);
  hang_targets(tree);
  hang_sides(tree);
}

}  // namespace isnad::claims
