#pragma once

#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/who/described_nouns.h"
#include "extract/who/resolver.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"

namespace isnad::who {

/// Makes nodes of those who act, or are acted on, without a name: the school, fishermen, مسؤول أميركي.
///
/// Such a node belongs to its document, whose id ends its key (`described:FAC:school:...`, see `is_described`), so that two
/// articles' "a man" never meet. Within the document a phrase is the same node as an earlier one with the same noun when all its
/// modifiers are among the other's: `المدرسة` after `المدرسة العلمية`.
/// Threads: one `ActorDescriber` serves any number of threads at once.
class ActorDescriber {
 public:
  /// Throws: IoError, FormatError from reading its table.
  ActorDescriber() = default;

  /// Fills the entity of each slot that has none and whose head is a noun of the table, where the claim's other end is
  /// somebody or something too; adds what it made to `resolution`.
  ///
  /// Requires: `claims` are linked by `Resolver::link`; `sentences` and `resolution` are of this document.
  void describe(const Document& document, const std::vector<conllu::Sentence>& sentences, Resolver::Resolution& resolution,
                std::vector<Claim>& claims) const;

 private:
  DescribedNouns nouns_;
};

}  // namespace isnad::who
