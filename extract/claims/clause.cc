#include "extract/claims/clause.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "extract/claims/arguments.h"

namespace isnad::claims {

namespace {

class Finder {
 public:
  Finder(const std::vector<Tree>& trees, int sentence, const Discourse& discourse)
      : trees_(trees),
        tree_(trees[static_cast<std::size_t>(sentence)]),
        sentence_(sentence),
        discourse_(discourse),
        subjects_(static_cast<std::size_t>(tree_.size()) + 1),
        swallowed_(static_cast<std::size_t>(tree_.size()) + 1, false) {}

  std::vector<Clause> run() {
    std::vector<Clause> out;
    for (const int id : tree_.top_down()) {
      if (swallowed_[static_cast<std::size_t>(id)]) continue;
      std::optional<Clause> clause = clause_at(id);
      if (!clause) continue;
      subjects_[static_cast<std::size_t>(id)] = clause->subjects;
      out.push_back(std::move(*clause));
    }
    return out;
  }

 private:
  [[nodiscard]] bool is_frozen(int id) const {
    const std::string_view relation = tree_.relation(id);
    return relation == "case" || relation == "fixed" || relation == "mark" || relation == "aux" || relation == "cop" ||
           relation == "flat" || relation == "compound" || relation == "amod" || relation == "cc" || relation == "advmod" ||
           relation == "det";
  }

  std::optional<Clause> clause_at(int id) {
    if (is_frozen(id)) {
      // An adjective with a complement of its own says something of its noun: القوات الموالية للنظام.
      if (tree_.relation(id) == "amod" && has_complement(id)) return participle(id);
      return std::nullopt;
    }
    if (tree_.relation(id) == "conj" && tree_.is(id, "ADJ") && described_noun(id) != 0 && has_complement(id))
      return participle(id);
    // able to leave, ready to sign: the adjective is a link of the chain.
    if (tree_.is(id, "ADJ") && tree_.child(id, "xcomp") != 0 && tree_.is_verb(tree_.child(id, "xcomp")) &&
        tree_.child(id, "cop") != 0)
      return verbal(id);
    // An auxiliary that heads a clause is its verb.
    if (tree_.is_verb(id) || tree_.is(id, "AUX")) return verbal(id);
    const int subject = tree_.child(id, "nsubj") != 0 ? tree_.child(id, "nsubj") : tree_.child(id, "csubj");
    if (subject != 0 || tree_.child(id, "cop") != 0) return nominal(id);
    if ((tree_.relation(id) == "acl" || tree_.relation(id) == "advcl") && (tree_.is(id, "ADJ") || tree_.is(id, "NOUN")) &&
        has_complement(id))
      return participle(id);
    return std::nullopt;
  }

  /// أكثر، أوسع: four letters of which the first is alif.
  [[nodiscard]] bool is_elative(int id) const {
    constexpr std::size_t kFourLetters = 8;
    return tree_.arabic() && tree_.is(id, "ADJ") && tree_.key(id).size() == kFourLetters && tree_.key(id).starts_with("ا");
  }

  [[nodiscard]] bool has_complement(int id) const {
    // مختلف الزوار، الأكثر حرارة: measures and degrees relate nobody.
    if (tree_.has(id, Trait::kPartitive) || is_elative(id)) return false;
    for (const int c : tree_.children(id)) {
      const std::string_view relation = tree_.relation(c);
      if (relation == "obj" || relation == "ccomp" || ((relation == "obl" || relation == "nmod") && !tree_.has(c, Trait::kTime)))
        return true;
    }
    return false;
  }

  Clause verbal(int id) {
    Clause out;
    const Chain chain = follow_chain(tree_, id);
    for (const int link : chain.links) {
      if (link != id) swallowed_[static_cast<std::size_t>(link)] = true;
    }
    out.kind = Clause::Kind::kVerbal;
    out.head = id;
    out.core = chain.links.back();
    out.relation = chain.relation;
    out.lemma = chain.lemma;
    out.relation_to = chain.relation_to;
    out.lemma_to = chain.lemma_to;
    out.arguments = arguments_of(tree_, chain);
    out.rule = chain.links.size() > 1 ? "chain" : "verb";
    out.passive = tree_.is_passive(out.core) || tree_.child(id, "nsubj:pass") != 0;
    const bool deed_is_done = tree_.has(id, Trait::kPassive) || (tree_.arabic() && tree_.is_passive(id));
    if (deed_is_done && chain.links.size() > 1 && tree_.is(out.core, "NOUN")) {
      patient_of_periphrastic(out);
    } else {
      out.subjects = subjects_of(id, out);
    }
    return out;
  }

  /// تم إبرام الاتفاق: the noun of action's genitive is the one it is done to.
  void patient_of_periphrastic(Clause& out) {
    out.passive = true;
    out.rule = "passive-noun";
    // The two words mean something together only.
    out.relation_to.clear();
    out.lemma_to.clear();
    auto object = std::find_if(out.arguments.begin(), out.arguments.end(),
                               [](const Argument& a) { return a.role == Argument::Role::kObject; });
    if (object == out.arguments.end()) {
      // تم الاستغناء عن خدماته has only an oblique: the first behind the noun of action is what it is done to.
      object = std::find_if(out.arguments.begin(), out.arguments.end(), [&](const Argument& a) {
        return a.role == Argument::Role::kOblique && tree_.head(a.head) == out.core && a.head > out.core &&
               !tree_.has(a.head, Trait::kTime) && tree_.preposition(a.head) != "في";
      });
      if (object == out.arguments.end()) return;
      object->role = Argument::Role::kObject;
    }
    std::vector<int> patients;
    for (const Argument& a : out.arguments) {
      if (a.role != Argument::Role::kObject) continue;
      patients.push_back(a.head);
      out.relation.insert(out.relation.end(), a.through.begin(), a.through.end());
    }
    std::erase_if(out.arguments, [](const Argument& a) { return a.role == Argument::Role::kObject; });
    for (const int patient : patients) out.subjects.push_back(resolved(trees_, sentence_, patient, discourse_));
  }

  Clause nominal(int id) {
    Clause out;
    out.kind = Clause::Kind::kNominal;
    out.head = out.core = id;
    out.rule = "nominal";
    for (const int word : predicate_words(tree_, id)) {
      if (word != id) out.relation.push_back(word);
    }
    std::sort(out.relation.begin(), out.relation.end());
    out.lemma = "=is";
    if (has_what_it_carries(id)) return holding(id, std::move(out));
    out.subjects = subjects_of(id, out);
    Argument predicate;
    predicate.head = id;
    predicate.role = Argument::Role::kPredicate;
    predicate.preposition = tree_.preposition(id);
    predicate.preposition_words = tree_.preposition_words(id);
    out.arguments.push_back(predicate);
    if (tree_.is(id, "ADJ")) {
      // ملتزم بالعمل، responsible for the attack: what the adjective is about.
      Chain chain;
      chain.links = {id};
      for (Argument& argument : arguments_of(tree_, chain)) {
        if (argument.role != Argument::Role::kOblique) continue;
        argument.through.push_back(id);
        out.arguments.push_back(std::move(argument));
      }
    }
    return out;
  }

  /// لديه مال، من بينهم طفل: a predicate that is a pronoun under its preposition, with what it holds behind it.
  [[nodiscard]] bool has_what_it_carries(int id) const {
    if (!tree_.arabic() || !tree_.is_clitic(id) || tree_.preposition(id).empty()) return false;
    return std::any_of(tree_.children(id).begin(), tree_.children(id).end(),
                       [&](int c) { return c > id && tree_.relation(c) == "nsubj"; });
  }

  /// Turns such a clause round: whom the pronoun means comes first.
  Clause holding(int id, Clause out) {
    out.rule = "holding";
    for (const int word : tree_.preposition_words(id)) out.relation.push_back(word);
    out.lemma = tree_.preposition(id);
    out.relation.push_back(id);
    std::sort(out.relation.begin(), out.relation.end());
    for (const int c : tree_.children(id)) {
      if (tree_.relation(c) != "nsubj") continue;
      for (const int member : conjuncts(tree_, c)) {
        if (c < id) {
          out.subjects.push_back(noun(member));
        } else {
          Argument held;
          held.head = member;
          out.arguments.push_back(std::move(held));
        }
      }
    }
    const int modified = tree_.relation(id) == "nmod" ? tree_.head(id) : modified_noun(tree_, id);
    if (out.subjects.empty() && modified != 0) out.subjects.push_back(noun(modified));
    if (out.subjects.empty()) out.subjects.push_back(noun(id));
    return out;
  }

  Clause participle(int id) {
    Clause out;
    out.kind = Clause::Kind::kParticiple;
    out.head = out.core = id;
    Chain chain;
    chain.links = {id};
    out.relation = predicate_words(tree_, id);
    std::sort(out.relation.begin(), out.relation.end());
    out.lemma = tree_.word(id).lemma;
    out.arguments = arguments_of(tree_, chain);
    out.rule = "participle";
    if (const int described = described_noun(id); described != 0) {
      out.subjects = {noun(described)};
      std::erase_if(out.subjects.front().words, [&](int word) { return tree_.dominates(id, word); });
    } else
      out.subjects = inherited(is_saying_participle(id) ? sayer_above(id) : tree_.head(id));
    return out;
  }

  /// وأكد المسؤول أن ...، واصفا ذلك ب...: the participle goes on about who speaks, however deep it hangs.
  [[nodiscard]] int sayer_above(int id) const {
    for (int at = tree_.head(id); at != 0; at = tree_.head(at)) {
      if (tree_.traits(at).any(Trait::kSay, Trait::kContinue) && tree_.is_verb(at)) return at;
    }
    return tree_.head(id);
  }

  /// The noun that an adjective describes, through coordinated ones; 0 when it describes none.
  [[nodiscard]] int described_noun(int id) const {
    while (tree_.relation(id) == "conj" && tree_.is(tree_.head(id), "ADJ")) id = tree_.head(id);
    return tree_.relation(id) == "amod" || tree_.relation(id) == "acl" ? tree_.head(id) : 0;
  }

  [[nodiscard]] Phrase noun(int id) const { return resolved(trees_, sentence_, id, discourse_); }

  /// The subjects of the clause that word `id` heads or is inside of.
  [[nodiscard]] std::vector<Phrase> inherited(int id) const {
    for (int at = id; at != 0; at = tree_.head(at)) {
      const auto& found = subjects_[static_cast<std::size_t>(at)];
      if (!found.empty()) return found;
      const std::string_view relation = tree_.relation(at);
      if (relation == "acl" || relation == "ccomp" || relation == "parataxis") break;
    }
    return {};
  }

  static std::vector<Phrase> elided(std::vector<Phrase> phrases) {
    for (auto& phrase : phrases) phrase.elided = true;
    return phrases;
  }

  std::vector<Phrase> subjects_of(int id, Clause& clause) {
    std::vector<Phrase> out;
    for (const int link : {id, clause.core}) {
      std::vector<int> found;
      for (const int c : tree_.children(link)) {
        if (tree_.relation(c) == "nsubj" && !is_saying_participle(c)) found.push_back(c);
      }
      // Beside a noun of its own the relative pronoun is no second subject.
      const auto relative = [&](int c) { return tree_.is_relative_pronoun(c); };
      if (!std::all_of(found.begin(), found.end(), relative)) std::erase_if(found, relative);
      // هذه هي المرة الثالثة: the pronoun between subject and predicate is no second subject.
      if (found.size() > 1 && tree_.arabic() && clause.kind == Clause::Kind::kNominal) {
        std::erase_if(found, [&](int c) {
          return agreement_of_pronoun(tree_, c).person == 3 && tree_.is(c, "PRON") && !tree_.is_clitic(c);
        });
      }
      // Jagan himself: the reflexive only underlines the subject.
      if (found.size() > 1) std::erase_if(found, [&](int c) { return tree_.feature(c, "Reflex") == "Yes"; });
      for (const int c : found) {
        for (const int member : conjuncts(tree_, c)) out.push_back(noun(member));
      }
      if (!out.empty() || id == clause.core) break;
    }
    if (out.empty() && tree_.child(id, "csubj") != 0 && clause.kind == Clause::Kind::kNominal) {
      out.push_back(clause_phrase(tree_, sentence_, tree_.child(id, "csubj")));
    }
    if (!out.empty()) return out;

    const std::string_view relation = tree_.relation(id);
    const int head = tree_.head(id);
    const Agreement wanted = tree_.arabic() && clause.kind == Clause::Kind::kVerbal ? agreement_of_verb(tree_, id) : Agreement{};
    if (const int modified = modified_noun(tree_, id);
        modified != 0 && (relation == "acl" || relation == "conj" || relation == "xcomp")) {
      if (relation == "acl" && object_is_modified(id)) return dropped(id, wanted, clause);
      if (relation == "conj") {
        const auto before = inherited(head);
        if (!before.empty()) return before;
      }
      if (relation == "acl" && is_purpose_of(modified, id)) return doers_of(modified);
      clause.rule += "-relative";
      // What a relative clause says of a predicate noun it says of whoever is said to be it.
      const auto& bearers = subjects_[static_cast<std::size_t>(modified)];
      if (!tree_.is_verb(modified) && !bearers.empty()) return bearers;
      return {noun(modified)};
    }
    // ويمكن أن: what can or must be done is nobody's doing; يعتقد can have a subject to share.
    const bool modal = is_impersonal(id) && tree_.traits(id).any(Trait::kChainPossible, Trait::kChainNecessary);
    if (relation == "conj" && !modal) {
      const auto before = inherited(head);
      // A verb of the other gender goes on about somebody else.
      Agreement gender = wanted;
      gender.number = Agreement::Number::kAny;
      if (!before.empty() && wanted.person == 3 && agrees(before.front(), gender)) return before;
    }
    if (relation == "xcomp" && head != 0) {
      // Control: what is asked of an object is the object's to do.
      if (const int object = tree_.child(head, "obj") != 0 ? tree_.child(head, "obj") : tree_.child(head, "iobj"); object != 0) {
        std::vector<Phrase> objects;
        for (const int member : conjuncts(tree_, object)) objects.push_back(noun(member));
        return objects;
      }
      return inherited(head);
    }
    if (relation == "advcl" && head != 0 && (!tree_.arabic() || clause.kind != Clause::Kind::kVerbal)) return inherited(head);
    if (!tree_.arabic()) return {};
    return dropped(id, wanted, clause);
  }

  /// `a bid to advance`, `attempts by the army to take the town`: the noun names the intent, not who has it.
  [[nodiscard]] bool is_purpose_of(int noun, int verb) const {
    return !tree_.arabic() && tree_.is_infinitive(verb) && tree_.is(noun, "NOUN") &&
           tree_.traits(noun).any(Trait::kSubjectEvent, Trait::kChainPossible);
  }

  /// Whose attempt, plan or refusal a noun is: whom it names with `of` in front or `by` behind, else the subjects of the clause it is in.
  [[nodiscard]] std::vector<Phrase> doers_of(int noun_id) const {
    for (const int c : tree_.children(noun_id)) {
      const bool owner = tree_.word(c).deprel == "nmod:poss";
      const bool agent = (tree_.relation(c) == "nmod" || tree_.relation(c) == "obl") && tree_.preposition(c) == "by";
      if (!owner && !agent) continue;
      std::vector<Phrase> out;
      for (const int member : conjuncts(tree_, c)) out.push_back(noun(member));
      return out;
    }
    return inherited(tree_.head(noun_id));
  }

  /// وأضافت قائلة: the participle after the verb says how, not who.
  [[nodiscard]] bool is_saying_participle(int id) const {
    return tree_.arabic() && !tree_.is(id, "PROPN") && tree_.form_key(id).find("ال") != 0 &&
           (tree_.lexicon().word(tree_.form_key(id)).has(Trait::kSayingParticiple) ||
            tree_.lexicon().word(tree_.key(id)).has(Trait::kSayingParticiple));
  }

  /// True when the relative clause of `id` leaves its noun an object: قصف نفذته القوات, the road which it took.
  [[nodiscard]] bool object_is_modified(int id) const {
    for (const int c : tree_.children(id)) {
      const std::string_view relation = tree_.relation(c);
      if ((relation == "obj" || relation == "obl") && tree_.is(c, "PRON") && (tree_.is_relative_pronoun(c) || tree_.arabic()))
        return true;
    }
    return false;
  }

  [[nodiscard]] bool relation_is_outer(int id) const {
    while (tree_.relation(id) == "conj") id = tree_.head(id);
    return tree_.relation(id) == "root" || tree_.relation(id) == "parataxis";
  }

  [[nodiscard]] bool is_impersonal(int id) const { return tree_.lexicon().word(tree_.form_key(id)).has(Trait::kImpersonal); }

  /// An Arabic verb that leaves its subject out: the clause above first, then the discourse.
  std::vector<Phrase> dropped(int id, const Agreement& wanted, Clause& clause) const {
    if (wanted.person == 2 || is_impersonal(id)) return {};
    const auto before = inherited(tree_.head(id));
    if (!before.empty() && wanted.person == 3 && agrees(before.front(), wanted)) {
      clause.rule += "-shared";
      return elided(before);
    }
    if (wanted.person == 1) {
      Phrase self;
      self.sentence = sentence_;
      self.elided = self.first_person = true;
      return {std::move(self)};
    }
    // Who goes on speaking is who spoke last.
    if (tree_.traits(id).any(Trait::kSay, Trait::kContinue)) {
      if (auto speaker = discourse_.last_speaker(wanted)) {
        clause.rule += "-speaker";
        return {std::move(*speaker)};
      }
    }
    if (auto found = discourse_.resolve(sentence_, id, wanted, true, {})) {
      clause.rule += relation_is_outer(id) ? "-dropped" : "-embedded";
      return {std::move(*found)};
    }
    return {};
  }

  [[nodiscard]] bool agrees(const Phrase& phrase, const Agreement& wanted) const {
    // Whoever speaks means himself without a word that a verb could agree with.
    if (phrase.head == 0) return wanted.person == 1;
    // وكالة الأنباء وفا is feminine by its noun, whatever the name may be.
    const bool noun = trees_[static_cast<std::size_t>(phrase.sentence)].is(phrase.head, "NOUN");
    const bool refers = phrase.referent != 0 && !noun;
    return discourse_.agrees(refers ? phrase.referent_sentence : phrase.sentence, refers ? phrase.referent : phrase.head, wanted);
  }

  const std::vector<Tree>& trees_;
  const Tree& tree_;
  int sentence_;
  const Discourse& discourse_;
  /// By head of clause.
  std::vector<std::vector<Phrase>> subjects_;
  /// Words that are links of another clause's chain.
  std::vector<bool> swallowed_;
};

}  // namespace

std::vector<Clause> find_clauses(const std::vector<Tree>& trees, int sentence, const Discourse& discourse) {
  return Finder(trees, sentence, discourse).run();
}

}  // namespace isnad::claims
