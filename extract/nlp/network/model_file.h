#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace isnad::nlp {

/// A dense layer as stored: weight[o][k] = weights[o * inputs + k] * scale[o].
struct StoredMatrix {
  std::uint32_t outputs = 0;
  std::uint32_t inputs = 0;
  std::vector<std::int8_t> weights;
  std::vector<float> scale;
  std::vector<float> bias;
};

/// Vectors as stored, one a row: value[r][k] = values[r * columns + k] * scale[r].
struct StoredTable {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::vector<std::int8_t> values;
  std::vector<float> scale;

  [[nodiscard]] const std::int8_t* row(std::size_t r) const { return values.data() + r * columns; }
};

/// Both directions of one LSTM layer; the gates are ordered input, forget, candidate, output.
struct StoredLstm {
  /// `[4 * hidden x inputs]`, with the bias, then `[4 * hidden x hidden]`, without one; forwards, then backwards.
  StoredMatrix input[2];
  StoredMatrix recurrent[2];
};

/// One UD feature and the values it can take besides being absent, which is class 0.
struct StoredFeature {
  std::string name;
  std::vector<std::string> values;
};

/// A lemma to be taken instead of the predicted one. Ordered by (form, upos).
struct StoredLemma {
  std::string form;
  std::uint8_t upos = 0;
  std::string lemma;
};

/// Everything that a model file holds. `docs/model_format.md` tells where each part lies.
struct StoredModel {
  std::string language;
  /// Names of annotation schemes; the first is the default.
  std::vector<std::string> schemes;
  std::vector<std::string> upos;
  std::vector<StoredFeature> features;
  std::vector<std::string> lemma_scripts;
  std::vector<std::string> labels;
  /// Ascending. Row r + 1 of `words` belongs to key r; row 0 stands for all other words.
  std::vector<std::string> vocabulary;
  StoredTable words;
  StoredTable ngrams;
  StoredMatrix characters;
  StoredTable scheme_vectors;
  std::vector<StoredLstm> lstm;
  /// Shares of the LSTM layers, first first, in what the tag layers read; they add up to 1.
  std::vector<float> mix;
  /// `[3 * tag hidden x 2 * hidden + word inputs]`: hidden layers for UPOS, features and lemmas.
  StoredMatrix tag_hidden;
  StoredMatrix upos_scores;
  StoredMatrix feature_scores;
  StoredMatrix lemma_scores;
  StoredMatrix arc_dependent;
  StoredMatrix arc_head;
  /// Turns a dependent's vector into one whose product with a head's vector is the score of the arc.
  StoredMatrix arc_product;
  StoredMatrix label_dependent;
  StoredMatrix label_head;
  /// Reads dependent * head, dependent, head, one after the other.
  StoredMatrix label_scores;
  /// The head vectors of the artificial root.
  std::vector<float> root_arc;
  std::vector<float> root_label;
  std::vector<StoredLemma> lemmas;
  /// How a lemma (`form`) is vocalised (`lemma`), where the treebanks tell. Ordered likewise.
  std::vector<StoredLemma> vocalised;
};

inline constexpr std::uint32_t kModelVersion = 1;

/// Throws: IoError when the file cannot be read; ModelError when it is no model, of another version, truncated, or contradicts
/// its checksum or itself.
[[nodiscard]] StoredModel read_model(const std::filesystem::path& path);

/// Throws: ModelError when the parts do not fit each other; IoError when the file cannot be written. A file that was there stays
/// whole until the new one is complete.
void write_model(const std::filesystem::path& path, const StoredModel& model);

/// Returns: what does not fit; empty when the model can be used.
[[nodiscard]] std::string inconsistency(const StoredModel& model);

}  // namespace isnad::nlp
