#include "extract/claims/nominals.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "extract/claims/arguments.h"

namespace isnad::claims {

namespace {

class EventNoun {
 public:
  EventNoun(const std::vector<Tree>& trees, int sentence, int noun, const std::vector<const Clause*>& clause_of,
            const Discourse& discourse)
      : trees_(trees),
        tree_(trees[static_cast<std::size_t>(sentence)]),
        sentence_(sentence),
        noun_(noun),
        clause_of_(clause_of),
        discourse_(discourse) {
    for (const int c : tree_.children(noun)) {
      const std::string_view relation = tree_.relation(c);
      if (relation != "nmod" && relation != "obj" && relation != "obl") continue;
      if (tree_.has(c, Trait::kTime)) continue;
      const std::string preposition = tree_.preposition(c);
      if (relation == "obj")
        objects_.push_back(c);
      else if (preposition.empty())
        (tree_.word(c).deprel == "nmod:poss" || tree_.arabic() ? genitives_ : others_).push_back(c);
      else if (preposition == "between" || preposition == "بين")
        between_.push_back(c);
      else if (preposition == "of" && !tree_.arabic())
        of_.push_back(c);
      else if (tree_.preposition_has(c, Trait::kAgent) || preposition == "by")
        agents_.push_back(c);
      else
        prepositional_.push_back(c);
    }
  }

  void add_to(std::vector<Draft>& out) const {
    const Traits traits = tree_.traits(noun_);
    if (traits.has(Trait::kMutualEvent) && add_mutual(out)) return;
    std::vector<int> subjects = agents_;
    std::vector<int> objects = objects_;
    const bool active = traits.has(Trait::kSubjectEvent);
    const bool passive = traits.has(Trait::kObjectEvent);
    const int genitive = !genitives_.empty() ? genitives_.front() : (!of_.empty() ? of_.front() : 0);
    if (!genitives_.empty() && !of_.empty()) {
      // Turkey's shelling of the town
      subjects.push_back(genitives_.front());
      objects.push_back(of_.front());
    } else if (genitive != 0) {
      const bool addressed = has_addressee();
      const bool doer =
          !subjects.empty() ? false : (active && !passive) || ((active || passive) && (addressed || !objects.empty()));
      (doer ? subjects : objects).push_back(genitive);
    }
    if (traits.has(Trait::kBacking) && add_backing(out)) return;
    std::string rule = "noun";
    if (traits.has(Trait::kResultEvent) && subjects.empty() && objects_.empty() && genitive != 0) {
      // مقتل جنود في قصف: what happens to them, and where or after what.
      subjects = {genitive};
      objects.clear();
      rule = "noun-result";
    }
    std::vector<Phrase> who;
    for (const int subject : subjects) {
      for (const int member : conjuncts(tree_, subject)) who.push_back(resolved(trees_, sentence_, member, discourse_));
    }
    std::vector<int> threat;
    if (who.empty() && (objects.empty() ? active : passive)) {
      who = controllers();
      rule = "noun-controlled";
      threat = threatening_words();
    }
    if (who.empty()) return;
    for (const int object : objects) add_each(who, object, threat, rule, out);
    for (const int object : prepositional_) {
      // A campaign to retake the town is not done to the retaking.
      if (tree_.preposition(object) == "ل" && tree_.has(object, Trait::kObjectEvent) && tree_.key(noun_) != "تعرض") continue;
      if (passive && !active && !objects.empty() && rule != "noun-result") break;
      add_each(who, object, {}, rule, out);
    }
  }

 private:
  /// A complement under ل or على that takes what the noun does: اتهام روسيا لتركيا.
  [[nodiscard]] bool has_addressee() const {
    return std::any_of(prepositional_.begin(), prepositional_.end(), [&](int id) {
      const std::string p = tree_.preposition(id);
      return p == "ل" || p == "علي" || p == "ضد" || p == "ب" || p == "الي" || p == "on" || p == "against" || p == "for" ||
             p == "to";
    });
  }

  bool add_mutual(std::vector<Draft>& out) const {
    for (const int side : between_) {
      const auto members = conjuncts(tree_, side);
      if (members.size() < 2) continue;
      add_one(resolved(trees_, sentence_, members[0], discourse_), resolved(trees_, sentence_, members[1], discourse_), {},
              "noun-mutual", out);
      return true;
    }
    for (const int partner : prepositional_) {
      const std::string p = tree_.preposition(partner);
      if ((p != "مع" && p != "with" && p != "ب") || genitives_.empty() || tree_.has(noun_, Trait::kObjectEvent)) continue;
      for (const int member : conjuncts(tree_, genitives_.front())) {
        add_each({resolved(trees_, sentence_, member, discourse_)}, partner, {}, "noun-mutual", out);
      }
      return true;
    }
    // لقاء بومبيو ومحمد بن سلمان
    if (genitives_.size() == 1) {
      const auto members = conjuncts(tree_, genitives_.front());
      if (members.size() < 2) return false;
      add_one(resolved(trees_, sentence_, members[0], discourse_), resolved(trees_, sentence_, members[1], discourse_), {},
              "noun-mutual", out);
      return true;
    }
    return false;
  }

  /// بدأت القوات هجوما بدعم روسي: who backs is named by the noun, who is backed is the subject of the clause.
  bool add_backing(std::vector<Draft>& out) const {
    const std::string preposition = tree_.preposition(noun_);
    const int head = tree_.head(noun_);
    if ((preposition != "ب" && preposition != "with") || tree_.relation(noun_) != "obl" || head == 0) return false;
    const Clause* clause = clause_of_[static_cast<std::size_t>(head)];
    if (clause == nullptr || clause->passive) return false;
    int backer = !genitives_.empty() ? genitives_.front() : 0;
    for (const int c : tree_.children(noun_)) {
      if (backer == 0 && tree_.relation(c) == "amod" && tree_.has(c, Trait::kNationality)) backer = c;
    }
    for (const int c : prepositional_) {
      const std::string p = tree_.preposition(c);
      if (backer == 0 && (p == "من" || p == "from")) backer = c;
    }
    for (const int c : of_) {
      if (backer == 0) backer = c;
    }
    if (backer == 0) return false;
    for (const Phrase& backed : clause->subjects)
      add_one(resolved(trees_, sentence_, backer, discourse_), backed, {}, "noun-backing", out);
    return true;
  }

  /// Who does what the noun says when the clause around it tells: the accused or asked one, or who does something for it.
  [[nodiscard]] std::vector<Phrase> controllers() const {
    int at = noun_;
    while (tree_.relation(at) == "conj" && tree_.is(tree_.head(at), "NOUN")) at = tree_.head(at);
    // بالمشاركة في ارتكاب: the one who takes part is the one who commits.
    while (tree_.relation(at) == "nmod" && tree_.head(at) != 0 && is_bare_event(tree_.head(at))) at = tree_.head(at);
    const int head = tree_.head(at);
    if (head == 0) return {};
    const std::string preposition = tree_.preposition(at);
    const Clause* clause = clause_of_[static_cast<std::size_t>(head)];
    if (tree_.relation(at) == "obl" && clause != nullptr && !clause->passive) {
      if (tree_.traits(head).any(Trait::kAccuse, Trait::kRequest)) {
        std::vector<Phrase> asked;
        for (const Argument& argument : clause->arguments) {
          if (argument.role == Argument::Role::kObject) asked.push_back(resolved(trees_, sentence_, argument.head, discourse_));
        }
        return asked;
      }
      if (preposition == "ل" && clause->kind != Clause::Kind::kNominal) return clause->subjects;
    }
    if (tree_.relation(at) == "nmod" && preposition == "ل" && tree_.has(head, Trait::kSubjectEvent)) {
      for (const int c : tree_.children(head)) {
        if (c != at && tree_.relation(c) == "nmod" && tree_.preposition(c).empty())
          return {resolved(trees_, sentence_, c, discourse_)};
      }
    }
    if (tree_.relation(at) == "nmod" && tree_.has(head, Trait::kSubjectEvent) && preposition == "ب") {
      for (const int c : tree_.children(head)) {
        if (c != at && tree_.relation(c) == "nmod" && tree_.preposition(c).empty())
          return {resolved(trees_, sentence_, c, discourse_)};
      }
    }
    return {};
  }

  /// تهديد أردوغان بضرب النظام: the words that say that the deed is no fact yet; none where it is.
  [[nodiscard]] std::vector<int> threatening_words() const {
    const int head = tree_.head(noun_);
    if (head == 0 || tree_.relation(noun_) != "nmod" || !tree_.is(head, "NOUN") || !tree_.has(head, Trait::kChainPossible))
      return {};
    std::vector<int> words = tree_.preposition_words(noun_);
    words.insert(words.begin(), head);
    return words;
  }

  /// A noun of action that names nobody as its doer.
  [[nodiscard]] bool is_bare_event(int id) const {
    if (!tree_.is(id, "NOUN") || !tree_.traits(id).any(Trait::kSubjectEvent, Trait::kObjectEvent)) return false;
    for (const int c : tree_.children(id)) {
      if (tree_.relation(c) == "nmod" && tree_.preposition(c).empty()) return false;
    }
    return true;
  }

  void add_each(const std::vector<Phrase>& who, int object, const std::vector<int>& extra, const std::string& rule,
                std::vector<Draft>& out) const {
    std::vector<int> words = extra;
    const auto preposition = tree_.preposition_words(object);
    words.insert(words.end(), preposition.begin(), preposition.end());
    for (const Phrase& subject : who) {
      for (const int member : conjuncts(tree_, object))
        add_one(subject, resolved(trees_, sentence_, member, discourse_), words, rule, out);
    }
  }

  void add_one(Phrase subject, Phrase object, const std::vector<int>& extra, const std::string& rule,
               std::vector<Draft>& out) const {
    Draft draft;
    draft.subject = std::move(subject);
    draft.object = std::move(object);
    draft.relation = extra;
    draft.relation.push_back(noun_);
    std::sort(draft.relation.begin(), draft.relation.end());
    draft.relation_head = noun_;
    draft.lemma = tree_.word(noun_).lemma;
    for (const int id : extra) {
      if (tree_.is(id, "NOUN") && tree_.has(id, Trait::kChainPossible)) {
        draft.lemma = tree_.word(id).lemma + " " + draft.lemma;
      } else if (id > noun_) {
        draft.lemma += " " + tree_.form_key(id);
      }
    }
    draft.anchor = noun_;
    draft.rule = rule;
    if (draft.subject.sentence == draft.object.sentence && draft.subject.head == draft.object.head) return;
    out.push_back(std::move(draft));
  }

  const std::vector<Tree>& trees_;
  const Tree& tree_;
  int sentence_;
  int noun_;
  const std::vector<const Clause*>& clause_of_;
  const Discourse& discourse_;
  std::vector<int> genitives_;
  std::vector<int> of_;
  std::vector<int> objects_;
  std::vector<int> agents_;
  std::vector<int> between_;
  std::vector<int> prepositional_;
  std::vector<int> others_;
};

/// بقوله إن ...، Jordan's claim that ...: who says what.
void add_saying(const std::vector<Tree>& trees, int sentence, int noun, const Discourse& discourse, std::vector<Draft>& out) {
  const Tree& tree = trees[static_cast<std::size_t>(sentence)];
  int clause = 0;
  int who = 0;
  for (const int c : tree.children(noun)) {
    const std::string_view relation = tree.relation(c);
    if ((relation == "ccomp" || relation == "acl") && tree.word(c).deprel != "acl:relcl") clause = c;
    if (who == 0 && relation == "nmod" && (tree.preposition(c).empty() || tree.preposition(c) == "by")) who = c;
  }
  if (clause == 0 || who == 0) return;
  Draft draft;
  draft.subject = resolved(trees, sentence, who, discourse);
  draft.relation = {noun};
  draft.relation_head = noun;
  draft.lemma = tree.word(noun).lemma;
  draft.object = clause_phrase(tree, sentence, clause);
  draft.anchor = noun;
  draft.rule = "noun-clause";
  out.push_back(std::move(draft));
}

}  // namespace

void add_nominals(const std::vector<Tree>& trees, int sentence, const std::vector<Clause>& clauses, const Discourse& discourse,
                  std::vector<Draft>& out) {
  const Tree& tree = trees[static_cast<std::size_t>(sentence)];
  std::vector<const Clause*> clause_of(static_cast<std::size_t>(tree.size()) + 1, nullptr);
  std::vector<bool> done(clause_of.size(), false);
  for (const Clause& clause : clauses) {
    clause_of[static_cast<std::size_t>(clause.head)] = &clause;
    // Chains have said already what their last noun does.
    if (clause.core != clause.head) done[static_cast<std::size_t>(clause.core)] = true;
  }
  for (int id = 1; id <= tree.size(); ++id) {
    if (done[static_cast<std::size_t>(id)] || !tree.is(id, "NOUN")) continue;
    if (tree.has(id, Trait::kSaying)) add_saying(trees, sentence, id, discourse, out);
    if (tree.traits(id).any(Trait::kSubjectEvent, Trait::kObjectEvent, Trait::kMutualEvent, Trait::kResultEvent,
                            Trait::kBacking)) {
      EventNoun(trees, sentence, id, clause_of, discourse).add_to(out);
    }
  }
}

}  // namespace isnad::claims
