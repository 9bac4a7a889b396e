#include <algorithm>
#include <string_view>

#include "extract/who/draft.h"

namespace isnad::who {

namespace {

/// How many sentences back an age may refer.
constexpr int kReach = 3;

class Introducer {
 public:
  explicit Introducer(Draft& draft) : draft_(draft) {}

  void introduce_all() {
    for (int s = 0; s < static_cast<int>(draft_.sentences.size()); ++s) {
      if (draft_.sentence(s).lang != "en") continue;
      join_named(s);
      join_ages(s);
    }
  }

 private:
  [[nodiscard]] bool is_person(int actor) const { return draft_.actor(actor).type == EntityType::kPerson; }

  /// `A British soldier has been named as Matt Tonroe`: he is the soldier.
  void join_named(int s) {
    const auto& tree = draft_.sentence(s);
    const std::vector<int> here = draft_.found_in[static_cast<std::size_t>(s)];
    for (const int i : here) {
      const Found name = draft_.mention(i);
      if (!name.is_name || !is_person(name.actor) || name.first == name.last) continue;
      const int verb = verb_naming(tree, name);
      if (verb == 0) continue;
      int subject = 0;
      for (int id = 1; id < verb; ++id) {
        if (tree.word(id).head == verb && conllu::base_deprel(tree.word(id).deprel) == "nsubj") subject = id;
      }
      if (subject == 0 || tree.word(subject).upos != "NOUN") continue;
      bool known = false;
      for (const int k : here) {
        Found& other = draft_.found[static_cast<std::size_t>(k)];
        if (subject < other.first || subject > other.last || other.rule == kDemonymRule) continue;
        known = true;
        if (!other.is_name && is_person(other.actor)) rename(other, name.actor);
      }
      if (!known && is_for_persons(draft_, s, subject)) add(s, subject, subject, subject, name.actor, "apposition");
    }
  }

  /// Returns: the passive verb behind whose `as` the name stands; 0 when it stands behind none.
  static int verb_naming(const conllu::Sentence& tree, const Found& name) {
    int head = name.first;
    for (int id = name.first; id <= name.last; ++id) {
      const int above = tree.word(id).head;
      if (above < name.first || above > name.last) {
        head = id;
        break;
      }
    }
    // A rank before the name may head it: as Sgt Matt Tonroe.
    for (int steps = 0; steps < 2 && tree.word(head).head > 0 && tree.word(tree.word(head).head).upos == "PROPN"; ++steps) head = tree.word(head).head;
    const int verb = tree.word(head).head;
    if (verb < 1) return 0;
    const std::string& form = tree.word(verb).form;
    if (form != "named" && form != "identified") return 0;
    const bool passive = tree.word(verb).feats.find("Voice=Pass") != std::string::npos;
    bool as = false;
    bool auxiliary = false;
    for (int id = 1; id <= tree.size(); ++id) {
      if (tree.word(id).head == head && tree.word(id).form == "as") as = true;
      if (tree.word(id).head == verb && tree.word(id).deprel == "aux:pass") auxiliary = true;
    }
    return as && (passive || auxiliary) ? verb : 0;
  }

  static void rename(Found& mention, int actor) {
    mention.actor = actor;
    mention.rule = "apposition";
    mention.is_alias = false;
  }

  /// `The 33-year-old`, `the 33-year-old parachutist`: the person that was named first in the last sentence that names one.
  void join_ages(int s) {
    const auto& tree = draft_.sentence(s);
    for (int the = 1; the + 5 <= tree.size(); ++the) {
      if (!is_age(tree, the)) continue;
      int last = the + 5;
      if (last < tree.size() && tree.word(last + 1).upos == "NOUN") ++last;
      // With a name behind it the age is the name's.
      if (last < tree.size() && tree.word(last + 1).upos == "PROPN") continue;
      if (draft_.is_covered(s, the + 1, last) || (last > the + 5 && !is_for_persons(draft_, s, last))) continue;
      if (const int actor = person_before(s, the); actor >= 0) add(s, the, last, last, actor, "description");
    }
  }

  static bool is_age(const conllu::Sentence& tree, int the) {
    const auto form = [&](int id) -> std::string_view { return tree.word(id).form; };
    return (form(the) == "The" || form(the) == "the") && tree.word(the + 1).upos == "NUM" && form(the + 2) == "-" &&
           (form(the + 3) == "year" || form(the + 3) == "years") && form(the + 4) == "-" && form(the + 5) == "old";
  }

  [[nodiscard]] int person_before(int s, int word) const {
    for (int k = s; k >= 0 && k >= s - kReach; --k) {
      int first = -1;
      int actor = -1;
      for (const int i : draft_.found_in[static_cast<std::size_t>(k)]) {
        const Found& found = draft_.mention(i);
        if ((k == s && found.first >= word) || !is_person(found.actor) || (!found.is_name && found.rule != "apposition")) continue;
        // Statesmen are not called by their age.
        if (draft_.actor(found.actor).entry >= 0 || (first >= 0 && found.first >= first)) continue;
        first = found.first;
        actor = found.actor;
      }
      if (actor >= 0) return actor;
    }
    return -1;
  }

  void add(int s, int first, int last, int head, int actor, std::string_view rule) {
    Found found;
    found.sentence = s;
    found.first = first;
    found.last = last;
    found.head = head;
    found.actor = actor;
    found.rule = rule;
    draft_.add(found);
  }

  Draft& draft_;
};

}  // namespace

void resolve_introductions(Draft& draft) { Introducer(draft).introduce_all(); }

}  // namespace isnad::who
