#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/nlp/network/kernels.h"
#include "extract/nlp/network/model_file.h"

namespace isnad::nlp {

/// The words of a sentence or of a piece of one, as the network reads them.
struct Piece {
  /// Cleaned of vowel signs.
  std::vector<std::u32string> forms;
};

/// What the network says of the words of a piece.
struct PieceScores {
  /// Index into the model's lists, one a word.
  std::vector<std::uint32_t> upos;
  std::vector<std::uint32_t> lemma_script;
  /// `[words x features]`: class of each feature, 0 for absent.
  std::vector<std::uint8_t> features;
  /// Heads, 0 for the root, and labels.
  std::vector<int> heads;
  std::vector<std::uint32_t> labels;
};

/// The forward pass. Holds the weights of a model in the layout that the kernels want.
///
/// Threads: `run` may be called from several threads at once.
class Network {
 public:
  /// Requires: inconsistency(model).empty(). Takes over what it needs of `model`.
  explicit Network(StoredModel& model);

  /// Returns: one result a piece, after the conventions of a scheme. What a piece gets does not depend on the others.
  /// Requires: no piece is empty or longer than 511 words; `scheme` is one of the model's.
  /// Cost: memory of about 12 KB a word of all pieces.
  [[nodiscard]] std::vector<PieceScores> run(const std::vector<const Piece*>& pieces, std::size_t scheme) const;

 private:
  struct Layer {
    PackedMatrix input[2];
    PackedMatrix recurrent[2];
  };
  struct Batch;

  void embed(Batch& batch, std::size_t scheme) const;
  void run_lstm(Batch& batch) const;
  void run_direction(const Layer& layer, int direction, const QuantisedRows& input, Batch& batch) const;
  void tag(const Batch& batch, std::vector<PieceScores>& out) const;
  void parse(const Batch& batch, std::vector<PieceScores>& out) const;
  [[nodiscard]] std::size_t word_row(std::u32string_view form) const;

  std::unordered_map<std::string, std::uint32_t> vocabulary_;
  StoredTable words_;
  StoredTable ngrams_;
  PackedMatrix characters_;
  StoredTable schemes_;
  std::vector<Layer> layers_;
  std::size_t hidden_ = 0;
  std::vector<float> mix_;
  /// The part of the hidden tag layer that reads LSTM states, and the part that reads word inputs.
  PackedMatrix tag_states_;
  PackedMatrix tag_words_;
  std::size_t tag_hidden_ = 0;
  PackedMatrix upos_;
  PackedMatrix features_;
  /// Number of classes of each feature.
  std::vector<std::size_t> feature_sizes_;
  PackedMatrix lemmas_;
  PackedMatrix arc_dependent_;
  PackedMatrix arc_head_;
  PackedMatrix arc_product_;
  PackedMatrix label_dependent_;
  PackedMatrix label_head_;
  PackedMatrix label_scores_;
  std::vector<float> root_arc_;
  std::vector<float> root_label_;
  std::size_t root_class_ = 0;
};

}  // namespace isnad::nlp
