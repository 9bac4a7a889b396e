#pragma once

#include <map>
#include <string>
#include <vector>

#include "extract/evaluation/scores.h"
#include "extract/evaluation/tagged_text.h"

namespace isnad::evaluation {

/// A name that a system finds.
struct SystemName {
  /// Where it stands in the document's text; it covers every token that it touches.
  Span span;
  EntityType type = EntityType::kMisc;
};

struct NameScores {
  /// By label of the gold.
  std::map<std::string, PrecisionRecall> labels;
  /// PER, LOC and ORG together, of a fine scheme GPE and FAC too.
  PrecisionRecall main;
  PrecisionRecall all;
};

/// Compares names: right is who covers the same tokens and is of a type that the gold's label allows.
/// `system[d][s]` are the names in sentence s of document d, disjoint.
[[nodiscard]] NameScores score_names(const std::vector<TaggedDocument>& gold,
                                     const std::vector<std::vector<std::vector<SystemName>>>& system);

}  // namespace isnad::evaluation
