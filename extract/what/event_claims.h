#pragma once

#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/what/word_classes.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"

namespace isnad::what {

/// Brings together who attacked and who was hit, where a sentence tells them of one attack or weapon in two clauses:
/// `قُتل أربعة جنود في هجوم شنه مسلحون`, `a bomb planted by rebels killed three`. The claims (rule `event`) have the attacker, or the
/// attack where no attacker is named, as subject, the verb of harm, and the victim as object.
///
/// Threads: immutable once made.
class EventClaims {
 public:
  explicit EventClaims(const WordClasses& classes) : classes_(classes) {}

  /// Appends to `claims`, each sentence's numbered on from those it has.
  ///
  /// Requires: `claims` are typed; `sentences` are of this document.
  void add(const Document& document, const std::vector<conllu::Sentence>& sentences, std::vector<Claim>& claims) const;

 private:
  const WordClasses& classes_;
};

}  // namespace isnad::what
