#pragma once

#include <cstddef>
#include <vector>

#include "extract/conllu/sentence.h"

namespace isnad::conllu {

/// F1 of each measure, in [0, 1], rounded to four decimals.
struct Scores {
  double tokens = 0;
  double sentences = 0;
  double words = 0;
  double upos = 0;
  double lemmas = 0;
  double uas = 0;
  /// Labels are compared without their subtypes.
  double las = 0;
  std::size_t gold_words = 0;
};

/// Compares an analysis with the gold one as CoNLL 2018 did, from any tokenisation: words are aligned by their letters,
/// inside multiword tokens by the longest common subsequence of their forms. Diacritics and tatweel are disregarded. Words
/// without a head in the gold count for all but UAS and LAS.
///
/// Throws: Error when the two do not hold the same text, spaces aside; the message shows where they part.
/// Source: Zeman et al. 2018, "CoNLL 2018 Shared Task", doi:10.18653/v1/K18-2001.
[[nodiscard]] Scores evaluate(const std::vector<Sentence>& gold, const std::vector<Sentence>& system);

}  // namespace isnad::conllu
