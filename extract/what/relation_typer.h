#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/conllu/sentence.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"
#include "graph/model/entity.h"

namespace isnad::what {

/// Types relations by the bilingual lexicon of relation words and frames, glosses them, and dates events.
///
/// Threads: one `RelationTyper` serves any number of threads at once.
class RelationTyper {
 public:
  /// Throws: IoError, FormatError from reading its tables.
  RelationTyper();
  ~RelationTyper();
  RelationTyper(const RelationTyper&) = delete;
  RelationTyper& operator=(const RelationTyper&) = delete;

  /// Fills `type`, `label_en`, `label_ar`, `subject_is_source` and `event_date` of each claim, and raises the modality of
  /// words that are no facts by themselves (threats, demands).
  void type(const Document& document, std::vector<Claim>& claims) const;

  /// Appends the claims that two clauses of a sentence state together (`EventClaims`).
  ///
  /// Requires: `claims` are typed; `sentences` are of this document.
  void compose_events(const Document& document, const std::vector<conllu::Sentence>& sentences, std::vector<Claim>& claims) const;

  /// Marks the deeds that their sentences only mention (`EventReports`).
  ///
  /// Requires: as `compose_events`.
  void mark_mentions(const Document& document, const std::vector<conllu::Sentence>& sentences, std::vector<Claim>& claims) const;

  /// Appends the claims that wording implies (`ImpliedClaims`).
  ///
  /// Requires: `claims` are linked and typed; `sentences` and `mentions` are of this document.
  void imply(const Document& document, const std::vector<conllu::Sentence>& sentences, const std::vector<Mention>& mentions,
             std::vector<Claim>& claims) const;

  /// Returns: the English gloss of a relation lemma in `lang`; empty when the lexicon has none.
  [[nodiscard]] std::string gloss(const std::string& lemma, const std::string& lang) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::what
