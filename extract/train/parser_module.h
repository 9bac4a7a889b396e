#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <string>
#include <vector>

#include "extract/nlp/network/model_file.h"
#include "extract/train/corpus.h"

namespace isnad::train {

struct Dimensions {
  std::int64_t ngram = 80;
  std::int64_t characters = 100;
  std::int64_t scheme = 16;
  std::int64_t hidden = 200;
  std::int64_t layers = 2;
  std::int64_t tag = 128;
  std::int64_t arc = 200;
  std::int64_t label = 128;
};

/// A class whose errors cost more than those of others: a value of a feature, or a label when `feature` is `deprel`.
struct Emphasis {
  std::string feature;
  std::string value;
  double weight = 1;
};

struct Regularisation {
  double dropout = 0.33;
  /// Chance that a word's vector is taken away, and that the learned correction of its vector is.
  double unknown = 0.1;
  double uncorrected = 0.25;
  /// Chance that a sentence is shown under `kAnyScheme` instead of its own.
  double any_scheme = 0.25;
  double smoothing = 0.03;
  std::vector<Emphasis> emphases;
};

/// Sums of losses, and the words that they were taken of.
struct Loss {
  torch::Tensor total;
  double upos = 0;
  double features = 0;
  double lemma = 0;
  double arc = 0;
  double label = 0;
};

/// The network of `nlp::Network`, with gradients.
class ParserModule : public torch::nn::Module {
 public:
  ParserModule(const Corpus& corpus, const Dimensions& dimensions, std::uint32_t buckets, const Regularisation& regularisation);

  /// Requires: no sentence of `batch` is empty.
  [[nodiscard]] Loss loss(const std::vector<const Example*>& batch);

  /// Moves the running average of the weights by `share` towards what they are now.
  void follow(double share);

  /// Puts the running average in the place of the weights, or the weights back.
  void swap_average();

  /// Writes the weights, rounded to 8 bits.
  void store(nlp::StoredModel& model) const;

 private:
  struct Layout;
  [[nodiscard]] torch::Tensor embed(const Layout& layout);
  [[nodiscard]] torch::Tensor sentence_dropout(const torch::Tensor& rows, const Layout& layout);
  [[nodiscard]] torch::Tensor tag_loss(const torch::Tensor& states, const torch::Tensor& words, const Layout& layout, Loss& loss);
  [[nodiscard]] torch::Tensor tree_loss(const torch::Tensor& states, const Layout& layout, Loss& loss);

  const Corpus& corpus_;
  Dimensions dimensions_;
  Regularisation regularisation_;
  std::int64_t classes_ = 0;
  /// Weights of the classes of each feature, and of the labels; undefined where all count the same.
  std::vector<torch::Tensor> feature_weights_;
  torch::Tensor label_weights_;
  std::vector<torch::Tensor> average_;
  torch::Tensor vectors_;
  torch::Tensor corrections_;
  torch::Tensor ngrams_;
  torch::nn::Linear characters_ = nullptr;
  torch::Tensor schemes_;
  struct Direction {
    torch::Tensor input;
    torch::Tensor state;
    torch::Tensor bias;
  };
  std::vector<std::array<Direction, 2>> layers_;
  torch::Tensor mix_;
  torch::nn::Linear tag_hidden_ = nullptr;
  torch::nn::Linear upos_ = nullptr;
  torch::nn::Linear features_ = nullptr;
  torch::nn::Linear lemmas_ = nullptr;
  torch::nn::Linear arc_dependent_ = nullptr;
  torch::nn::Linear arc_head_ = nullptr;
  torch::nn::Linear arc_product_ = nullptr;
  torch::nn::Linear label_dependent_ = nullptr;
  torch::nn::Linear label_head_ = nullptr;
  torch::nn::Linear label_scores_ = nullptr;
  torch::Tensor root_arc_;
  torch::Tensor root_label_;
};

}  // namespace isnad::train
