#pragma once

#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/what/word_classes.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"

namespace isnad::what {

/// Brings together what is done and what it is done for, where two clauses of a sentence tell of them:
///
/// - who protests to demand something of somebody protests against him: `students marched to demand reforms by the government`;
/// - who threatens to do something to somebody threatens him: `the minister threatened to impose tariffs on Japan`. The deed itself is then no
///   fact but possible.
///
/// The new claims (rule `purpose`) have the verb of the first clause and the object of the second.
///
/// Threads: immutable once made.
class PurposeClaims {
 public:
  explicit PurposeClaims(const WordClasses& classes) : classes_(classes) {}

  /// Appends to `claims`, each sentence's numbered on from those it has.
  ///
  /// Requires: `claims` are typed; `sentences` are of this document.
  void add(const Document& document, const std::vector<conllu::Sentence>& sentences, std::vector<Claim>& claims) const;

 private:
  const WordClasses& classes_;
};

}  // namespace isnad::what
