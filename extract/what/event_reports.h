#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/what/word_classes.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"

namespace isnad::what {

/// What tells whether a sentence reports a deed as news or only mentions it: background, a general remark, a fear. How the claim is made, where
/// its word stands in the tree, whether numbers, weapons and days are named, the sentence's other words; no names.
///
/// Names are those of `extract/lexicon/what/reports.tsv`.
/// Requires: `claim` was extracted from `sentence` of `document` and is typed.
/// Returns: features with their values, each name once, in the order of their names.
/// Cost: linear in the sentence's words.
[[nodiscard]] std::vector<std::pair<std::string, double>> report_features(const Document& document, const Claim& claim,
                                                                          const conllu::Sentence& sentence, const WordClasses& classes);

/// Returns: true for a feature that says nothing of which kind of deed it is: no word of the sentence, no weapon or attack.
[[nodiscard]] bool is_general_feature(std::string_view name);

/// Tells deeds of conflict that a sentence reports from those that it only mentions (`is_mentioned`), by a logistic regression: for attacks one that knows
/// their words, for other deeds one that knows none. Knows Arabic; claims of other languages are left as they are.
///
/// Threads: const after construction.
class EventReports {
 public:
  /// Throws: IoError when the table is missing; FormatError at a line that is not a name and two numbers.
  explicit EventReports(const WordClasses& classes);

  /// Returns: true for claims that are judged: PROTEST, MOBILIZE, SANCTION, COERCE and ASSAULT in Arabic.
  [[nodiscard]] static bool judges(const Claim& claim, const conllu::Sentence& sentence);

  /// Returns: the probability in (0, 1) that the sentence reports what the claim says.
  [[nodiscard]] double probability(const Document& document, const Claim& claim, const conllu::Sentence& sentence) const;

  /// Marks what is only mentioned.
  void mark(const Document& document, const std::vector<conllu::Sentence>& sentences, std::vector<Claim>& claims) const;

 private:
  const WordClasses& classes_;
  /// One of the two regressions.
  struct Regression {
    std::unordered_map<std::string, double> weights;
    /// Below it a deed is only mentioned; the row `threshold` of the table.
    double threshold = 0;
  };
  [[nodiscard]] const Regression& regression_for(const Claim& claim) const;

  Regression assault_;
  Regression others_;
};

}  // namespace isnad::what
