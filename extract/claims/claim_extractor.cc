#include "extract/claims/claim_extractor.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "extract/claims/antecedent.h"
#include "extract/claims/attribution.h"
#include "extract/claims/clause.h"
#include "extract/claims/confidence.h"
#include "extract/claims/draft.h"
#include "extract/claims/lexicon.h"
#include "extract/claims/nominals.h"
#include "extract/claims/phrase.h"
#include "extract/claims/stance.h"
#include "extract/claims/titles.h"
#include "extract/claims/tree.h"

namespace isnad::claims {

namespace {

/// Makes claims of one document. The steps of a sentence are in `run`.
class DocumentExtractor {
 public:
  DocumentExtractor(const Document& document, const std::vector<Tree>& trees)
      : document_(document), trees_(trees), discourse_(trees), speech_(trees, discourse_) {}

  std::vector<Claim> run() {
    std::vector<Claim> out;
    for (int sentence = 0; sentence < static_cast<int>(trees_.size()); ++sentence) {
      const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
      const std::vector<Clause> clauses = find_clauses(trees_, sentence, discourse_);
      const std::vector<Stance> stances = context_stances(tree);
      const auto speakers = speech_.attribute(sentence, clauses);

      std::vector<Draft> drafts;
      for (const Clause& clause : clauses) {
        add_clause(sentence, clause, clause_stance(tree, clause, stances[static_cast<std::size_t>(clause.head)]), drafts);
      }
      const std::size_t nominal = drafts.size();
      add_nominals(trees_, sentence, clauses, discourse_, drafts);
      for (std::size_t i = nominal; i < drafts.size(); ++i) {
        drafts[i].polarity = stances[static_cast<std::size_t>(drafts[i].anchor)].polarity;
        drafts[i].modality = stances[static_cast<std::size_t>(drafts[i].anchor)].modality;
      }
      add_titles(trees_, sentence, discourse_, drafts);
      add_claims(sentence, drafts, speakers, out);
    }
    return out;
  }

 private:
  [[nodiscard]] Phrase phrase_of(int sentence, const Argument& argument) const {
    const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
    if (argument.role == Argument::Role::kClause) return clause_phrase(tree, sentence, argument.head);
    return resolved(trees_, sentence, argument.head, discourse_);
  }

  void add_clause(int sentence, const Clause& clause, const Stance& stance, std::vector<Draft>& out) const {
    const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
    std::vector<Phrase> subjects = clause.subjects;
    const bool has_agent = std::any_of(clause.arguments.begin(), clause.arguments.end(), [](const Argument& a) { return a.role == Argument::Role::kAgent; });
    if (has_agent) {
      // Who does it comes first; whom it is done to is the object.
      for (const Argument& agent : clause.arguments) {
        if (agent.role != Argument::Role::kAgent) continue;
        for (const Phrase& patient : subjects) {
          Draft draft = start(clause, stance);
          draft.subject = phrase_of(sentence, agent);
          draft.object = patient;
          draft.rule += "-agent";
          out.push_back(std::move(draft));
        }
      }
    }
    bool any = has_agent;
    for (const Argument& argument : clause.arguments) {
      if (argument.role == Argument::Role::kAgent || tree.preposition_has(argument.head, Trait::kAccording)) continue;
      const Phrase object = phrase_of(sentence, argument);
      any = true;
      for (const Phrase& subject : subjects) {
        Draft draft = start(clause, stance);
        draft.subject = subject;
        draft.object = object;
        draft.relation.insert(draft.relation.end(), argument.through.begin(), argument.through.end());
        // A preposition that stands before its verb would read as part of another phrase.
        for (const int id : argument.preposition_words) {
          if (id > clause.head || clause.kind == Clause::Kind::kNominal) draft.relation.push_back(id);
        }
        for (const int id : argument.through) draft.lemma += " " + tree.word(id).lemma;
        if (!argument.preposition.empty() && clause.lemma != "=is") {
          for (const int id : argument.preposition_words) draft.lemma += " " + tree.word(id).form;
        }
        if (argument.role == Argument::Role::kClause) draft.rule += "-clause";
        if (argument.role == Argument::Role::kOblique) draft.rule += "-oblique";
        out.push_back(std::move(draft));
      }
    }
    if (!any) {
      for (const Phrase& subject : subjects) {
        Draft draft = start(clause, stance);
        draft.subject = subject;
        draft.rule += "-alone";
        out.push_back(std::move(draft));
      }
    }
  }

  static Draft start(const Clause& clause, const Stance& stance) {
    Draft draft;
    draft.relation = clause.relation;
    draft.relation_head = clause.core;
    if (clause.kind == Clause::Kind::kNominal) draft.relation_head = clause.relation.empty() ? 0 : clause.relation.front();
    draft.lemma = clause.lemma;
    draft.anchor = clause.head;
    draft.polarity = stance.polarity;
    draft.modality = stance.modality;
    draft.rule = clause.rule;
    return draft;
  }

  [[nodiscard]] Slot slot_of(const Phrase& phrase) const {
    if (phrase.empty()) return {};
    const Tree& tree = trees_[static_cast<std::size_t>(phrase.sentence)];
    Slot slot = make_slot(tree, phrase.words, phrase.head, document_.text);
    slot.elided = phrase.elided;
    if (phrase.referent != 0) slot.head = trees_[static_cast<std::size_t>(phrase.referent_sentence)].word(phrase.referent).span;
    return slot;
  }

  void add_claims(int sentence, std::vector<Draft>& drafts, const std::vector<std::vector<Speaker>>& speakers, std::vector<Claim>& out) const {
    const Tree& tree = trees_[static_cast<std::size_t>(sentence)];
    std::vector<Claim> claims;
    for (Draft& draft : drafts) {
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
      if (claim.subject.spans.empty()) continue;
      if (claim.relation.spans.empty() && claim.object.spans.empty()) continue;
      claim.relation_lemma = draft.lemma;
      claim.polarity = draft.polarity;
      claim.modality = draft.modality;
      for (const Speaker& speaker : speakers[static_cast<std::size_t>(draft.anchor)]) {
        claim.attribution.push_back({slot_of(speaker.who), speaker.verb});
      }
      claim.confidence = confidence_of(draft);
      claim.rule = draft.rule;
      claims.push_back(std::move(claim));
    }
    const auto order = [](const Claim& c) { return std::tie(c.relation.spans, c.subject.spans, c.object.spans); };
    std::stable_sort(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) { return order(a) < order(b); });
    claims.erase(std::unique(claims.begin(), claims.end(), [&](const Claim& a, const Claim& b) { return order(a) == order(b); }), claims.end());
    for (std::size_t i = 0; i < claims.size(); ++i) {
      claims[i].id = ClaimId(document_.id.str() + "#" + std::to_string(sentence) + "#" + std::to_string(i));
      out.push_back(std::move(claims[i]));
    }
  }

  const Document& document_;
  const std::vector<Tree>& trees_;
  Discourse discourse_;
  Speech speech_;
};

}  // namespace

struct ClaimExtractor::Impl {
  Lexicon arabic{"ar"};
  Lexicon english{"en"};
};

ClaimExtractor::ClaimExtractor() : impl_(std::make_unique<Impl>()) {}
ClaimExtractor::~ClaimExtractor() = default;

std::vector<Claim> ClaimExtractor::extract(const Document& document, const std::vector<conllu::Sentence>& sentences) const {
  std::vector<Tree> trees;
  trees.reserve(sentences.size());
  for (const auto& sentence : sentences) trees.emplace_back(sentence, sentence.lang == "ar" ? impl_->arabic : impl_->english);
  return DocumentExtractor(document, trees).run();
}

}  // namespace isnad::claims
