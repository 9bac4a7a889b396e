#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "extract/train/corpus.h"
#include "extract/train/parser_module.h"

namespace isnad::train {

struct ParserOptions {
  std::string language;
  CorpusOptions corpus;
  /// Files to measure on as training goes on; they teach nothing.
  std::vector<Source> dev;
  std::filesystem::path output;
  Dimensions dimensions;
  Regularisation regularisation;
  std::size_t epochs = 30;
  std::size_t batch_words = 700;
  double learning_rate = 2e-3;
  /// Steps over which the weights are averaged into those that are written; 0 for none.
  double averaged_steps = 500;
  std::uint64_t seed = 1;
  /// Epochs between two measurements, at each of which the model so far is written.
  std::size_t report_every = 5;
};

/// Trains a tagger and parser and writes it to `options.output`; progress goes to stderr.
///
/// The same files, options, machine and libtorch give the same model.
/// Throws: IoError, FormatError, UsageError.
void train_parser(const ParserOptions& options);

}  // namespace isnad::train
