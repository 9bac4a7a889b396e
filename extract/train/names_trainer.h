#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <string>
#include <vector>

#include "extract/names/name_model.h"
#include "extract/train/names_field.h"
#include "extract/train/word_clusters.h"

namespace isnad::train {

/// A file of tagged tokens, and how much one of its words counts.
struct NameSource {
  std::filesystem::path path;
  float weight = 1;
};

struct NameOptions {
  std::string lang;
  /// Model that analyses Arabic.
  std::string arabic_model = "ar";
  std::vector<NameSource> train;
  std::vector<std::filesystem::path> held_out;
  /// Word vectors in fastText's text format, to group words by; empty for none.
  std::filesystem::path vectors;
  ClusterOptions clusters;
  /// A model whose table of words to take rather than make one; empty for none.
  std::filesystem::path words;
  /// What contexts take words for, in the format of `isnad-count-contexts`; empty for none.
  std::filesystem::path contexts;
  /// Words of people's and places' names, one a line; empty for none.
  std::filesystem::path people;
  std::filesystem::path places;
  /// Sizes of the model's tables, of which about an eighth stays free.
  std::uint32_t feature_slots = 110000;
  std::uint32_t word_slots = 100000;
  /// Taken from the score of no name, in log-likelihood: finds more names, more of them wrong.
  float eagerness = 0;
  /// Features of fewer words are not learnt from.
  std::uint32_t rarest = 2;
  /// Passes after the features have been chosen, of which the mean is taken.
  int last_epochs = 3;
  /// Fields to learn, each with another seed, and to take the mean of.
  int members = 1;
  FieldOptions field;
};

/// Learns to recognise names, and reports on held-out files.
/// Throws: IoError, FormatError, UsageError when there is nothing to learn.
[[nodiscard]] names::NameModel train_names(const NameOptions& options, std::ostream& report);

}  // namespace isnad::train
