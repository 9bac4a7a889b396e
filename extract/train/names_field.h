#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "extract/names/name_tags.h"

namespace isnad::train {

/// A sentence to learn from.
struct FieldExample {
  /// [word] numbers of its features.
  std::vector<std::vector<std::uint32_t>> features;
  /// [word] how many of them, the first ones, look at the word's own letters.
  std::vector<std::size_t> own;
  /// [word] tags that may be right.
  std::vector<names::TagSet> allowed;
  float weight = 1;
};

struct FieldOptions {
  int epochs = 12;
  float rate = 0.15F;
  /// Pull of each weight towards zero over a whole epoch, as in an L2 penalty of half of it.
  float decay = 1;
  /// Share of features that a word does without, each time it is seen.
  float dropout = 0.1F;
  /// Share of words that do without all features of their own letters, so that names never met are learnt about.
  float blank = 0.25F;
  std::uint32_t seed = 1;
};

/// A linear-chain conditional random field, trained by AdaGrad on the likelihood of the allowed tags.
///
/// Source: Lafferty, McCallum, Pereira 2001; Tsuboi et al. 2008 (partial annotations), aclanthology C08-1113.
class NameField {
 public:
  using Row = std::array<float, names::kTags>;

  /// `counts[k]`: how many words have feature k.
  explicit NameField(std::vector<std::uint32_t> counts) : counts_(std::move(counts)), weights_(counts_.size()), squares_(counts_.size()) {}

  /// One pass over the examples in an order that `random` gives. Returns: the mean log-likelihood of a word.
  double learn(const std::vector<FieldExample>& examples, const FieldOptions& options, std::mt19937& random);

  [[nodiscard]] const std::vector<Row>& weights() const { return weights_; }
  [[nodiscard]] const std::array<Row, names::kTags>& transitions() const { return transitions_; }

  /// Adds the weights of now to a mean, which `use_mean` puts in their place.
  void add_to_mean();

  /// Requires: `add_to_mean` was called, and `learn` will not be.
  void use_mean();

  /// Makes the weights those of `members` fields on average, this one standing for all but the last, `other`.
  /// Requires: both have the same features.
  void join(const NameField& other, int members);

  /// Drops the features whose `kept` is false: they weigh nothing from now on.
  void keep(const std::vector<bool>& kept);

 private:
  double learn_one(const FieldExample& example, const FieldOptions& options, std::mt19937& random);

  std::vector<std::uint32_t> counts_;
  std::vector<Row> weights_;
  std::vector<Row> squares_;
  std::array<Row, names::kTags> transitions_{};
  std::array<Row, names::kTags> transition_squares_{};
  std::vector<Row> weight_sums_;
  std::array<Row, names::kTags> transition_sums_{};
  float summed_ = 0;
  std::vector<std::uint32_t> active_;
  std::vector<std::size_t> ends_;
};

}  // namespace isnad::train
