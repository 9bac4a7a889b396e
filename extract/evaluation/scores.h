#pragma once

#include <cstddef>
#include <vector>

#include "extract/evaluation/gold.h"

namespace isnad::evaluation {

struct PrecisionRecall {
  /// In [0, 1].
  double precision = 0;
  double recall = 0;
  double f1 = 0;
  std::size_t system = 0;
  std::size_t gold = 0;
};

/// How a system's triples compare with the gold ones.
struct FactScores : PrecisionRecall {
  /// Recall over required facts whose subject stands in the sentence.
  double recall_not_elided = 0;
  /// Of matched triples: how many have the right polarity; of those that the gold attributes, the right speaker.
  double polarity = 0;
  double attribution = 0;
  std::size_t attributed = 0;
};

struct FactReport {
  /// Every slot has each required word of one wording and no word outside it.
  FactScores exact;
  /// Slots that only overlap count: all required words of the relation, half of the subject's and the object's words.
  FactScores lenient;
  /// Triples of sentences that the gold does not have; they are left out.
  std::size_t unknown_sentences = 0;
};

[[nodiscard]] FactReport score_facts(const std::vector<GoldArticle>& gold, const std::vector<SystemFact>& system);

struct EdgeReport {
  /// Both ends share a name, and the relation and polarity are the same.
  PrecisionRecall typed;
  /// Both ends share a name.
  PrecisionRecall untyped;
};

[[nodiscard]] EdgeReport score_edges(const std::vector<GoldArticle>& gold, const std::vector<SystemEdge>& system);

}  // namespace isnad::evaluation
