#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <ostream>
#include <vector>

#include "extract/nlp/clitic_model.h"

namespace isnad::train {

struct SegmenterOptions {
  /// CoNLL-U to learn from; a file named twice counts twice.
  std::vector<std::filesystem::path> treebanks;
  /// CoNLL-U to report on after training.
  std::vector<std::filesystem::path> held_out;
  /// Raw Arabic text, one document or paragraph a line, to count word forms in.
  std::filesystem::path raw_text;
  /// Names, one word a line: counted as words even where the raw text never has them.
  std::filesystem::path names;
  int epochs = 8;
  std::uint32_t weight_bits = 20;
  std::uint32_t count_bits = 21;
  std::uint32_t seed = 1;
};

/// Trains the clitic segmenter: an averaged perceptron over the readings of each token. The same input gives the same model.
///
/// `report` gets a line for each treebank (tokens, those whose reading no rule makes) and for each held-out file.
/// Throws: IoError, FormatError from reading; UsageError when there is nothing to learn from.
/// Cost: about a minute and 500 MB for 140,000 words and 20 million words of raw text.
/// Source: Collins 2002, "Discriminative training methods for hidden Markov models", doi:10.3115/1118693.1118694.
[[nodiscard]] nlp::CliticModel train_segmenter(const SegmenterOptions& options, std::ostream& report);

}  // namespace isnad::train
