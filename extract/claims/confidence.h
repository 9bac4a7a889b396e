#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/conllu/sentence.h"
#include "graph/model/claim.h"

namespace isnad::claims {

/// What tells how far a claim can be trusted: its rule, what had to be resolved for it, how far apart its parts stand.
///
/// Names are those of `extract/lexicon/claims/confidence.tsv`.
/// Requires: `claim` was extracted from `sentence`.
/// Cost: linear in the sentence's words.
[[nodiscard]] std::vector<std::pair<std::string, double>> confidence_features(const Claim& claim,
                                                                              const conllu::Sentence& sentence);

/// The logistic regression that makes a probability of the features.
///
/// Threads: const after construction.
class Confidence {
 public:
  /// Throws: IoError when the table is missing; FormatError at a line that is not name, tab, number.
  Confidence();

  /// Returns: the probability that a careful reader accepts the claim, in (0, 1), in whole thousandths: more digits mean nothing
  /// and would be most of what a stored claim takes.
  [[nodiscard]] float of(const Claim& claim, const conllu::Sentence& sentence) const;

 private:
  std::unordered_map<std::string, double> weights_;
};

}  // namespace isnad::claims
