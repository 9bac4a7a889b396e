#pragma once

#include <string>
#include <vector>

#include "extract/claims/phrase.h"
#include "graph/model/claim.h"

namespace isnad::claims {

/// A claim before it becomes spans: what a rule found in one tree.
struct Draft {
  Phrase subject;
  /// Ids of the relation's words in its own sentence, in text order; none for a bare apposition.
  std::vector<int> relation;
  /// The word of the relation that matters most; 0 when it has none.
  int relation_head = 0;
  std::string lemma;
  Phrase object;
  /// Where in the tree the statement stands, for who says it.
  int anchor = 0;
  Polarity polarity = Polarity::kAffirmed;
  Modality modality = Modality::kFact;
  std::string rule;
};

}  // namespace isnad::claims
