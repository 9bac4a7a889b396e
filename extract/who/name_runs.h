#pragma once

#include <array>
#include <string>
#include <vector>

#include "extract/who/draft.h"

namespace isnad::who {

/// A sequence of proper-name words that the lexicon does not know.
struct NameRun {
  int sentence = 0;
  int first = 0;
  int last = 0;
  /// Folded, hyphens and particles included.
  std::vector<std::string> atoms;
};

/// Returns: the runs of proper names in the draft's sentences, in text order. A run takes over a lexicon surname that it
/// stands before (`إيفانكا ترامب` is not Trump), unless the given name is that person's; the draft's mention goes then, or
/// grows to the whole name.
[[nodiscard]] std::vector<NameRun> find_name_runs(Draft& draft);

/// How much speaks for each type of a run, by what stands around it and in it.
using TypeEvidence = std::array<float, 8>;

[[nodiscard]] TypeEvidence type_evidence(const Draft& draft, const NameRun& run);

/// Returns: the type with most evidence.
[[nodiscard]] EntityType best_type(const TypeEvidence& evidence);

}  // namespace isnad::who
