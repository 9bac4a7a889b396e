#include "extract/claims/claim_extractor.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/claims/antecedent.h"
#include "extract/claims/arguments.h"
#include "extract/claims/attribution.h"
#include "extract/claims/clause.h"
#include "extract/claims/confidence.h"
#include "extract/claims/draft.h"
#include "extract/claims/lexicon.h"
#include "extract/claims/modifiers.h"
#include "extract/claims/nominals.h"
#include "extract/claims/phrase.h"
#include "extract/claims/repair.h"
#include "extract/claims/stance.h"
#include "extract/claims/titles.h"
#include "extract/claims/tree.h"

namespace isnad::claims {

namespace {

/// Makes claims of one document. The steps of a sentence are in `run`.
class DocumentExtractor {
 public:
  DocumentExtractor(const Document& document, const std::vector<Tree>& trees, const Confidence& confidence,
                    float least_confidence)
      : document_(document),
        trees_(trees),
        confidence_(confidence),
        least_confidence_(least_confidence),
        discourse_(trees),
        speech_(trees, discourse_) {}

  std::vector<Claim> run() {
    std::vector<Claim> out;
    for (int sentence = 0; sentence < static_cast<int>(trees_.size()); ++sentence) {
      const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
      std::vector<Clause> clauses = find_clauses(trees_, sentence, discourse_);
      const std::vector<Stance> stances = context_stances(tree);
      const auto speakers = speech_.attribute(sentence, clauses);

      std::vector<Draft> drafts;
      for (Clause& clause : clauses) {
        const Stance stance = clause_stance(tree, clause, stances[static_cast<std::size_t>(clause.head)]);
        clause.polarity = stance.polarity;
        clause.modality = stance.modality;
        add_clause(sentence, clause, drafts);
      }
      const std::size_t nominal = drafts.size();
      add_nominals(trees_, sentence, clauses, discourse_, drafts);
      for (std::size_t i = nominal; i < drafts.size(); ++i) {
        drafts[i].polarity = stances[static_cast<std::size_t>(drafts[i].anchor)].polarity;
        drafts[i].modality = stances[static_cast<std::size_t>(drafts[i].anchor)].modality;
      }
      add_titles(trees_, sentence, clauses, discourse_, drafts);
      add_modifiers(trees_, sentence, discourse_, drafts);
      note_speaker(tree, clauses);
      add_claims(sentence, drafts, speakers, out);
    }
    return out;
  }

 private:
  /// Remembers the subject of the sentence's own verb of saying for sentences that go on without naming it.
  void note_speaker(const Tree& tree, const std::vector<Clause>& clauses) {
    for (const Clause& clause : clauses) {
      const bool outer = tree.relation(clause.head) == "root" ||
                         (tree.relation(clause.head) == "conj" && tree.relation(tree.head(clause.head)) == "root");
      if (!outer || clause.passive || clause.subjects.empty() || clause.subjects.front().first_person) continue;
      if (tree.traits(clause.head).any(Trait::kSay, Trait::kContinue, Trait::kDeny))
        discourse_.note_speaker(clause.subjects.front());
    }
  }

  [[nodiscard]] Phrase phrase_of(int sentence, const Argument& argument, const std::vector<Phrase>& subjects) const {
    const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
    std::vector<int> others;
    for (const Phrase& subject : subjects) {
      if (subject.sentence == sentence) others.push_back(subject.head);
    }
    if (argument.role == Argument::Role::kClause) return clause_phrase(tree, sentence, argument.head);
    return resolved(trees_, sentence, argument.head, discourse_, others);
  }

  void add_clause(int sentence, const Clause& clause, std::vector<Draft>& out) const {
    const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
    std::vector<Phrase> subjects = clause.subjects;
    const bool has_agent = std::any_of(clause.arguments.begin(), clause.arguments.end(),
                                       [](const Argument& a) { return a.role == Argument::Role::kAgent; });
    if (has_agent) {
      // Who does it comes first; whom it is done to is the object.
      for (const Argument& agent : clause.arguments) {
        if (agent.role != Argument::Role::kAgent) continue;
        for (const Phrase& patient : subjects) {
          Draft draft = start(clause);
          draft.subject = phrase_of(sentence, agent, subjects);
          draft.object = patient;
          draft.rule += "-agent";
          out.push_back(std::move(draft));
        }
      }
    }
    bool any = has_agent;
    for (const Argument& argument : clause.arguments) {
      if (argument.role == Argument::Role::kAgent || tree.preposition_has(argument.head, Trait::kAccording)) continue;
      if (tree.preposition_has(argument.head, Trait::kAdditive) || is_adverbial(tree, argument.head)) continue;
      // إلى ذلك، في غضون ذلك: fronted, they only lead over from what was said before.
      if (tree.arabic() && argument.head < clause.head && tree.is(argument.head, "PRON") &&
          !tree.is_relative_pronoun(argument.head))
        continue;
      const Phrase object = phrase_of(sentence, argument, subjects);
      any = true;
      for (const Phrase& subject : subjects) {
        Draft draft = start(clause);
        draft.subject = subject;
        draft.object = object;
        if (argument.link < clause.relation_to.size()) {
          draft.relation = clause.relation_to[argument.link];
          draft.lemma = clause.lemma_to[argument.link];
        }
        draft.relation.insert(draft.relation.end(), argument.through.begin(), argument.through.end());
        if (argument.role == Argument::Role::kOblique && argument.through.empty())
          add_object(tree, clause, argument, draft.relation);
        // A preposition that stands before its verb stays with its noun, or the relation would not read.
        const bool fronted =
            argument.head < clause.head && clause.kind != Clause::Kind::kNominal && object.sentence == sentence && !object.elided;
        auto& with_preposition = fronted ? draft.object.words : draft.relation;
        with_preposition.insert(with_preposition.end(), argument.preposition_words.begin(), argument.preposition_words.end());
        if (fronted) tidy(tree, draft.object.words);
        if (clause.lemma != "=is") {
          for (const int id : argument.through) draft.lemma += " " + tree.word(id).lemma;
        }
        if (!argument.through.empty() && clause.lemma == "=is") draft.lemma = tree.word(argument.through.front()).lemma;
        if (!argument.preposition.empty() && draft.lemma != "=is") {
          for (const int id : argument.preposition_words) draft.lemma += " " + tree.word(id).form;
        }
        if (argument.role == Argument::Role::kClause) draft.rule += "-clause";
        if (argument.role == Argument::Role::kOblique) draft.rule += "-oblique";
        out.push_back(std::move(draft));
      }
    }
    for (const Argument& argument : clause.arguments) add_nested(sentence, clause, argument, subjects, out);
    // What merely is (there is ..., as it should) says nothing by itself.
    if (!any && tree.is_verb(clause.core) && !tree.has(clause.core, Trait::kCopula) && (clause.passive || !tree.arabic())) {
      for (const Phrase& subject : subjects) {
        Draft draft = start(clause);
        draft.subject = subject;
        draft.rule += "-alone";
        out.push_back(std::move(draft));
      }
    }
  }

  /// What hangs on the object, seen from the subject: (He, became a founding justice of, the High Court).
  void add_nested(int sentence, const Clause& clause, const Argument& argument, const std::vector<Phrase>& subjects,
                  std::vector<Draft>& out) const {
    const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
    if ((tree.arabic() && argument.role != Argument::Role::kObject) || !argument.through.empty() ||
        argument.role == Argument::Role::kAgent || argument.role == Argument::Role::kClause)
      return;
    if (argument.head < clause.head && clause.kind != Clause::Kind::kNominal) return;
    for (const int c : tree.children(argument.head)) {
      if (tree.relation(c) != "nmod" || tree.preposition(c).empty() || c < argument.head || !tree.is_nominal(c)) continue;
      // The town of Atareb is no further party; neither is whose resignation a thing happened after.
      const bool of = tree.preposition(c) == "of";
      if (of && (argument.role == Argument::Role::kOblique ||
                 tree.traits(argument.head).any(Trait::kPartitive, Trait::kKind, Trait::kTime)))
        continue;
      // In Arabic most prepositions bind more loosely: صورة في المتحف is no deed in the museum.
      if (tree.arabic() && !tree.preposition_has(c, Trait::kThrough)) continue;
      const std::vector<int> preposition = tree.preposition_words(c);
      if (tree.word(c).deprel == "nmod:poss") continue;
      for (const int member : conjuncts(tree, c)) {
        for (const Phrase& subject : subjects) {
          Draft draft = start(clause);
          draft.subject = subject;
          draft.object = resolved(trees_, sentence, member, discourse_);
          if (argument.link < clause.relation_to.size()) {
            draft.relation = clause.relation_to[argument.link];
            draft.lemma = clause.lemma_to[argument.link];
          }
          draft.relation.insert(draft.relation.end(), argument.preposition_words.begin(), argument.preposition_words.end());
          if (argument.role == Argument::Role::kOblique) add_object(tree, clause, argument, draft.relation);
          std::vector<int> through;
          add_noun_phrase(tree, argument.head, through);
          std::erase_if(through, [&](int id) { return tree.dominates(c, id); });
          draft.relation.insert(draft.relation.end(), through.begin(), through.end());
          draft.relation.insert(draft.relation.end(), preposition.begin(), preposition.end());
          draft.lemma += " " + tree.word(argument.head).lemma + " " + tree.preposition(c);
          draft.rule += tree.preposition(c) == "of" ? "-nested-of" : "-nested";
          out.push_back(std::move(draft));
        }
      }
    }
  }

  /// A relation to something else goes through the object: `entered Downing Street in`, أصدرت أغنية في.
  static void add_object(const Tree& tree, const Clause& clause, const Argument& oblique, std::vector<int>& relation) {
    for (const Argument& argument : clause.arguments) {
      if (argument.role != Argument::Role::kObject || argument.link != oblique.link || tree.is_clitic(argument.head)) continue;
      const bool fronted = tree.arabic() && oblique.head < clause.head;
      if (is_adverbial(tree, argument.head)) continue;
      if (argument.head < clause.core || (argument.head > oblique.head && !fronted)) return;
      add_noun_phrase(tree, argument.head, relation);
      return;
    }
    if (tree.arabic()) add_complement(tree, clause, oblique, relation);
  }

  /// Where, when or about what something is done goes through what the verb governs: انضم إلى الفرقة عام 1994.
  static void add_complement(const Tree& tree, const Clause& clause, const Argument& oblique, std::vector<int>& relation) {
    const bool about = oblique.preposition_words.size() > 1;
    for (const Argument& argument : clause.arguments) {
      if (argument.role != Argument::Role::kOblique || argument.link != oblique.link || argument.head <= clause.core) continue;
      if (tree.has(argument.head, Trait::kTime) || tree.is(argument.head, "PRON") || argument.preposition_words.size() != 1)
        continue;
      if (is_adverbial(tree, argument.head)) continue;
      if (!about && !tree.preposition_has(argument.head, Trait::kGoverned)) continue;
      if (argument.head >= oblique.head || tree.relation(argument.head) == "conj" || tree.dominates(argument.head, oblique.head))
        return;
      add_noun_phrase(tree, argument.head, relation);
      relation.insert(relation.end(), argument.preposition_words.begin(), argument.preposition_words.end());
      return;
    }
  }

  static Draft start(const Clause& clause) {
    Draft draft;
    draft.relation = clause.relation;
    draft.relation_head = clause.core;
    if (clause.kind == Clause::Kind::kNominal) draft.relation_head = clause.relation.empty() ? 0 : clause.relation.front();
    draft.lemma = clause.lemma;
    draft.anchor = clause.head;
    draft.polarity = clause.polarity;
    draft.modality = clause.modality;
    draft.rule = clause.rule;
    return draft;
  }

  /// `we` in a speech are the speaker, or those he speaks for.
  static void name_first_person(const Tree& tree, const std::vector<Speaker>& speakers, Phrase& phrase) {
    if (!phrase.first_person || speakers.empty()) return;
    const Phrase& who = speakers.front().who;
    if (who.first_person) return;
    if (tree.arabic()) {
      phrase = who;
      phrase.elided = true;
    } else {
      phrase.referent_sentence = who.referent != 0 ? who.referent_sentence : who.sentence;
      phrase.referent = who.referent != 0 ? who.referent : who.head;
    }
  }

  [[nodiscard]] Slot slot_of(const Phrase& phrase) const {
    if (phrase.empty()) return {};
    const Tree& tree = trees_[static_cast<std::size_t>(phrase.sentence)];
    if (phrase.words.size() == 1 && tree.is_clitic(phrase.head)) {
      // A clitic whose antecedent is not known names nobody, unless it is the subject that a conjunction carries: إنه.
      const int host = phrase.head - 1;
      const bool carried = tree.is(host, "SCONJ") || tree.is(host, "CCONJ");
      if (!carried) return {};
      return make_slot(tree, {host, phrase.head}, phrase.head, document_.text);
    }
    Slot slot = make_slot(tree, phrase.words, phrase.head, document_.text);
    slot.elided = phrase.elided;
    if (phrase.referent != 0) slot.head = trees_[static_cast<std::size_t>(phrase.referent_sentence)].word(phrase.referent).span;
    return slot;
  }

  void add_claims(int sentence, std::vector<Draft>& drafts, const std::vector<std::vector<Speaker>>& speakers,
                  std::vector<Claim>& out) const {
    const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
    std::vector<Claim> claims;
    for (Draft& draft : drafts) {
      const auto& who = speakers[static_cast<std::size_t>(draft.anchor)];
      name_first_person(tree, who, draft.subject);
      name_first_person(tree, who, draft.object);
      std::sort(draft.relation.begin(), draft.relation.end());
      draft.relation.erase(std::unique(draft.relation.begin(), draft.relation.end()), draft.relation.end());
      // A word is part of one slot only; the relation gives way to what it relates.
      std::erase_if(draft.object.words, [&](int id) {
        return draft.object.sentence == sentence && std::binary_search(draft.relation.begin(), draft.relation.end(), id);
      });
      Claim claim;
      claim.document = document_.id;
      claim.sentence = static_cast<std::uint32_t>(sentence);
      claim.subject = slot_of(draft.subject);
      claim.relation = make_slot(tree, draft.relation, draft.relation_head, document_.text);
      claim.object = slot_of(draft.object);
      if (claim.object.spans.empty() && !draft.object.empty()) continue;
      if (claim.subject.spans.empty()) continue;
      if (claim.relation.spans.empty() && claim.object.spans.empty()) continue;
      claim.relation_lemma = draft.lemma;
      claim.polarity = draft.polarity;
      claim.modality = draft.modality;
      for (const Speaker& speaker : who) {
        claim.attribution.push_back({slot_of(speaker.who), speaker.verb});
      }
      claim.rule = draft.rule;
      claim.confidence = confidence_.of(claim, tree.sentence());
      if (claim.confidence < least_confidence_) continue;
      claims.push_back(std::move(claim));
    }
    const auto order = [](const Claim& c) { return std::tie(c.relation.spans, c.subject.spans, c.object.spans); };
    std::stable_sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) { return order(a) < order(b); });
    claims.erase(std::unique(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) { return order(a) == order(b); }),
                 claims.end());
    for (std::size_t i = 0; i < claims.size(); ++i) {
      claims[i].id = ClaimId(document_.id.str() + "#" + std::to_string(sentence) + "#" + std::to_string(i));
      out.push_back(std::move(claims[i]));
    }
  }

  const Document& document_;
  const std::vector<Tree>& trees_;
  const Confidence& confidence_;
  float least_confidence_;
  Discourse discourse_;
  Speech speech_;
};

}  // namespace

struct ClaimExtractor::Impl {
  Lexicon arabic{"ar"};
  Lexicon english{"en"};
  Confidence confidence;
  Options options;
};

ClaimExtractor::ClaimExtractor() : ClaimExtractor(Options{}) {}
ClaimExtractor::ClaimExtractor(Options options) : impl_(std::make_unique<Impl>()) { impl_->options = options; }
ClaimExtractor::~ClaimExtractor() = default;

std::vector<Claim> ClaimExtractor::extract(const Document& document, const std::vector<conllu::Sentence>& sentences) const {
  std::vector<Tree> trees;
  trees.reserve(sentences.size());
  for (const auto& sentence : sentences) {
    trees.emplace_back(sentence, sentence.lang == "ar" ? impl_->arabic : impl_->english);
    repair(trees.back());
  }
  return DocumentExtractor(document, trees, impl_->confidence, impl_->options.least_confidence).run();
}

}  // namespace isnad::claims
