#pragma once

#include <optional>
#include <vector>

#include "extract/conllu/sentence.h"

namespace isnad::train {

struct AgreementOptions {
  /// Share of words on whose tag, head and label both analyses must agree.
  double least = 0.9;
  /// Whether only sentences with a passive verb are of use.
  bool passives_only = false;
};

/// Turns two analyses of a raw sentence into one to learn from, when they agree on it.
///
/// Tags, lemmas and tree are those of the first. Vowel signs, which told passives, go from the forms; of the features only the
/// voice of verbs stays: passive where the first analysis says so, active where its tree has someone doing something to
/// something, and left open otherwise (`Unmarked=Voice` in MISC). Returns: nullopt for sentences without a verb, of fewer than 4
/// or more than 60 words, and those that the analyses see differently. Requires: both analyses have the same words.
[[nodiscard]] std::optional<conllu::Sentence> agreed(conllu::Sentence first, const conllu::Sentence& second,
                                                     const AgreementOptions& options);

}  // namespace isnad::train
