#pragma once

#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/what/compound_ties.h"
#include "extract/what/relation_lexicon.h"
#include "extract/what/wrongs.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"
#include "graph/model/entity.h"

namespace isnad::what {

/// Adds the claims that wording implies though no predicate states them (`is_implied`):
///
/// - `implied-belongs`: the Turkish delegation, مسؤول فلسطيني: who represents a country belongs to it; buildings lie in it;
/// - `implied-compound`: rebel-held Idlib, the UK-based Observatory (`CompoundTies`);
/// - `implied-post`: ولي عهد السعودية where the office alone names its holder;
/// - `implied-place`: a place inside another's phrase lies there, also across a chain of places;
/// - `implied-owner`: whose crimes are condemned, whose positions are struck: the other end is the owner when the thing is nobody;
/// - `implied-accusation`: whoever says of another that he did wrong accuses him.
///
/// Threads: immutable once made.
class ImpliedClaims {
 public:
  /// Throws: IoError, FormatError from reading its tables.
  explicit ImpliedClaims(const RelationLexicon& lexicon) : lexicon_(lexicon) {}

  /// Appends to `claims`, each sentence's numbered on from those it has.
  ///
  /// Requires: `claims` are linked and typed; `sentences` and `mentions` are of this document.
  void add(const Document& document, const std::vector<conllu::Sentence>& sentences, const std::vector<Mention>& mentions,
           std::vector<Claim>& claims) const;

 private:
  const RelationLexicon& lexicon_;
  Wrongs wrongs_;
  CompoundTies compounds_;
};

}  // namespace isnad::what
