#pragma once

#include <memory>
#include <vector>

#include "extract/conllu/sentence.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"

namespace isnad::claims {

/// Turns the trees of one document into claims: predicates and their arguments, polarity, modality, who says so.
///
/// The language's particulars are tables under `extract/lexicon`; the rules themselves are few and work on UD v2 trees.
/// Threads: one `ClaimExtractor` serves any number of threads at once.
class ClaimExtractor {
 public:
  struct Options {
    /// Claims that are less likely to be right are left out. At the default the development articles' F1 is highest.
    float least_confidence = 0.25F;
  };

  /// Throws: IoError, FormatError from reading its tables.
  ClaimExtractor();
  explicit ClaimExtractor(Options options);
  ~ClaimExtractor();
  ClaimExtractor(const ClaimExtractor&) = delete;
  ClaimExtractor& operator=(const ClaimExtractor&) = delete;

  /// Returns: claims ordered by sentence, then position of the relation, subject and object; ids, spans, lemma, polarity,
  /// modality, attribution, confidence and rule are filled; `entity`, labels, `type` and `event_date` are left for
  /// `who` and `what`. Pronouns and dropped subjects have the words of their antecedent, with `elided` set.
  [[nodiscard]] std::vector<Claim> extract(const Document& document, const std::vector<conllu::Sentence>& sentences) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::claims
