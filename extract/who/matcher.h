#pragma once

#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/who/name_index.h"

namespace isnad::who {

/// Words `first..last` (ids, inclusive) of a sentence that the index knows in one sense.
struct Match {
  int first = 0;
  int last = 0;
  Sense sense;
  /// Bytes of the first word's start that do not belong (a clitic that the tokeniser left on it).
  std::uint32_t skip_bytes = 0;
  /// How many atoms the name has.
  int atoms = 0;
};

/// Returns: every match of every length, ordered by first word, then length (longest first), then order in the tables.
/// Quotation marks, hyphens and `#` may stand inside a name. Capitals and proper-name tags are checked where a sense asks for
/// them.
[[nodiscard]] std::vector<Match> find_matches(const NameIndex& index, const conllu::Sentence& sentence);

}  // namespace isnad::who
