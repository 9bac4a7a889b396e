#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/nlp/network/model_file.h"

namespace isnad::train {

/// A file to learn from, and the scheme it is annotated in.
struct Source {
  std::string scheme;
  std::filesystem::path path;
  /// How many times an epoch shows each sentence.
  double weight = 1;
};

/// Numbers below 0 mean that the annotation says nothing, and no loss is taken.
struct Example {
  std::size_t scheme = 0;
  double weight = 1;
  bool has_tree = false;
  /// Row of `Corpus::types`, one a word.
  std::vector<std::int64_t> type;
  std::vector<std::int64_t> upos;
  std::vector<std::int64_t> lemma;
  std::vector<std::int64_t> head;
  std::vector<std::int64_t> label;
  /// `[words x features]`.
  std::vector<std::int64_t> features;
};

/// Stands for all schemes at once: sentences of every source are shown under it now and then, so that it follows whichever scheme
/// a text resembles. The last of a model that knows several schemes.
inline constexpr std::string_view kAnyScheme = "auto";

/// A distinct form.
struct WordType {
  std::u32string form;
  /// Row of the word table; 0 for unknown.
  std::int64_t row = 0;
  /// Row of the table of learned corrections; 0 for words without one.
  std::int64_t correction = 0;
  std::vector<std::int64_t> buckets;
};

/// All that training needs to know of its data.
struct Corpus {
  std::vector<Example> examples;
  std::vector<WordType> types;
  std::vector<std::string> schemes;
  std::vector<std::string> upos;
  std::vector<nlp::StoredFeature> features;
  std::vector<std::string> lemma_scripts;
  std::vector<std::string> labels;
  /// Ascending; row r + 1 of `vectors`.
  std::vector<std::string> vocabulary;
  std::size_t vector_size = 0;
  /// `[vocabulary + 1 x vector_size]`, row 0 zero.
  std::vector<float> vectors;
  std::size_t corrections = 1;
  std::vector<nlp::StoredLemma> lemmas;
  std::vector<nlp::StoredLemma> vocalised;

  [[nodiscard]] std::size_t words() const;
};

struct CorpusOptions {
  std::vector<Source> sources;
  /// fastText's text format; empty for none.
  std::filesystem::path vectors;
  std::size_t most_vectors = 45000;
  std::size_t vector_size = 100;
  std::uint32_t buckets = 24000;
};

/// Throws: IoError, FormatError from reading; UsageError when there is nothing to learn from.
[[nodiscard]] Corpus read_corpus(const CorpusOptions& options);

}  // namespace isnad::train
