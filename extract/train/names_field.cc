#include "extract/train/names_field.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace isnad::train {

namespace {

using names::kTags;
using Row = NameField::Row;

/// Sums over all readings of a sentence that the mask allows.
class Sums {
 public:
  Sums(const std::vector<Row>& emissions, const std::array<Row, kTags>& transitions, const std::vector<names::TagSet>* allowed)
      : forward_(emissions.size()), backward_(emissions.size()), node_(emissions.size()), transitions_(transitions) {
    for (std::size_t i = 0; i < emissions.size(); ++i) {
      const float top = *std::max_element(emissions[i].begin(), emissions[i].end());
      log_total_ += static_cast<double>(top);
      for (std::size_t t = 0; t < kTags; ++t) {
        const bool possible = allowed == nullptr || ((*allowed)[i] >> t & 1U) != 0;
        // A tag that is right but far from likely must not vanish.
        node_[i][t] = possible ? std::max(std::exp(emissions[i][t] - top), 1e-30F) : 0.0F;
      }
    }
    run();
  }

  [[nodiscard]] double log_total() const { return log_total_; }

  /// Adds the probability of each tag and pair of tags, times `by`.
  void add(std::vector<Row>& nodes, std::array<Row, kTags>& edges, float by) const {
    for (std::size_t i = 0; i < node_.size(); ++i) {
      float total = 0;
      for (std::size_t t = 0; t < kTags; ++t) total += forward_[i][t] * backward_[i][t];
      if (!(total > 0)) continue;
      for (std::size_t t = 0; t < kTags; ++t) nodes[i][t] += by * forward_[i][t] * backward_[i][t] / total;
      const Row before = i > 0 ? forward_[i - 1] : start();
      std::array<Row, kTags> pair{};
      float pairs = 0;
      for (std::size_t a = 0; a < kTags; ++a) {
        if (before[a] == 0) continue;
        for (std::size_t b = 0; b < kTags; ++b) {
          pair[a][b] = before[a] * transitions_[a][b] * node_[i][b] * backward_[i][b];
          pairs += pair[a][b];
        }
      }
      if (!(pairs > 0)) continue;
      for (std::size_t a = 0; a < kTags; ++a) {
        for (std::size_t b = 0; b < kTags; ++b) edges[a][b] += by * pair[a][b] / pairs;
      }
    }
  }

 private:
  static Row start() {
    Row row{};
    row[names::kOutside] = 1;
    return row;
  }

  void run() {
    Row before = start();
    for (std::size_t i = 0; i < node_.size(); ++i) {
      Row& here = forward_[i];
      here.fill(0);
      for (std::size_t a = 0; a < kTags; ++a) {
        if (before[a] == 0) continue;
        for (std::size_t b = 0; b < kTags; ++b) here[b] += before[a] * transitions_[a][b];
      }
      float total = 0;
      for (std::size_t t = 0; t < kTags; ++t) {
        here[t] *= node_[i][t];
        total += here[t];
      }
      total = std::max(total, 1e-35F);
      log_total_ += std::log(static_cast<double>(total));
      for (float& value : here) value /= total;
      before = here;
    }
    if (node_.empty()) return;
    backward_.back().fill(1);
    for (std::size_t i = node_.size() - 1; i-- > 0;) {
      Row next;
      for (std::size_t b = 0; b < kTags; ++b) next[b] = node_[i + 1][b] * backward_[i + 1][b];
      float total = 0;
      for (std::size_t a = 0; a < kTags; ++a) {
        float sum = 0;
        for (std::size_t b = 0; b < kTags; ++b) sum += transitions_[a][b] * next[b];
        backward_[i][a] = sum;
        total += sum;
      }
      for (float& value : backward_[i]) value /= std::max(total, 1e-35F);
    }
  }

  std::vector<Row> forward_;
  std::vector<Row> backward_;
  std::vector<Row> node_;
  const std::array<Row, kTags>& transitions_;
  double log_total_ = 0;
};

}  // namespace

double NameField::learn_one(const FieldExample& example, const FieldOptions& options, std::mt19937& random) {
  const std::size_t words = example.features.size();
  std::vector<Row> emissions(words, Row{});
  const auto limit_of = [](float share) { return static_cast<std::uint32_t>(static_cast<double>(share) * 4294967295.0); };
  const std::uint32_t drop_below = limit_of(options.dropout);
  const std::uint32_t blank_below = limit_of(options.blank);
  active_.clear();
  ends_.clear();
  for (std::size_t i = 0; i < words; ++i) {
    const std::size_t begin = static_cast<std::uint32_t>(random()) < blank_below ? example.own[i] : 0;
    for (std::size_t k = begin; k < example.features[i].size(); ++k) {
      if (static_cast<std::uint32_t>(random()) < drop_below) continue;
      const std::uint32_t feature = example.features[i][k];
      active_.push_back(feature);
      for (std::size_t t = 0; t < kTags; ++t) emissions[i][t] += weights_[feature][t];
    }
    ends_.push_back(active_.size());
  }
  std::array<Row, kTags> exp_transitions;
  for (std::size_t a = 0; a < kTags; ++a) {
    for (std::size_t b = 0; b < kTags; ++b) {
      const bool possible = names::may_follow(static_cast<names::Tag>(a), static_cast<names::Tag>(b));
      exp_transitions[a][b] = possible ? std::exp(transitions_[a][b]) : 0.0F;
    }
  }
  const Sums right(emissions, exp_transitions, &example.allowed);
  const Sums all(emissions, exp_transitions, nullptr);
  std::vector<Row> nodes(words, Row{});
  std::array<Row, kTags> edges{};
  right.add(nodes, edges, example.weight);
  all.add(nodes, edges, -example.weight);

  constexpr float kSmall = 1e-8F;
  std::size_t k = 0;
  for (std::size_t i = 0; i < words; ++i) {
    for (; k < ends_[i]; ++k) {
      const std::uint32_t feature = active_[k];
      Row& weights = weights_[feature];
      Row& squares = squares_[feature];
      // Each of its words does its share of the pull.
      const float decay = options.decay * example.weight / static_cast<float>(counts_[feature]);
      for (std::size_t t = 0; t < kTags; ++t) {
        const float gradient = nodes[i][t] - decay * weights[t];
        squares[t] += gradient * gradient;
        weights[t] += options.rate * gradient / std::sqrt(squares[t] + kSmall);
      }
    }
  }
  for (std::size_t a = 0; a < kTags; ++a) {
    for (std::size_t b = 0; b < kTags; ++b) {
      transition_squares_[a][b] += edges[a][b] * edges[a][b];
      transitions_[a][b] += options.rate * edges[a][b] / std::sqrt(transition_squares_[a][b] + kSmall);
    }
  }
  return right.log_total() - all.log_total();
}

double NameField::learn(const std::vector<FieldExample>& examples, const FieldOptions& options, std::mt19937& random) {
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  // std::shuffle may differ between standard libraries; this does not.
  for (std::size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[random() % k]);
  double total = 0;
  std::size_t words = 0;
  for (const std::size_t k : order) {
    total += learn_one(examples[k], options, random);
    words += examples[k].features.size();
  }
  return words == 0 ? 0 : total / static_cast<double>(words);
}

void NameField::add_to_mean() {
  weight_sums_.resize(weights_.size());
  for (std::size_t k = 0; k < weights_.size(); ++k) {
    for (std::size_t t = 0; t < kTags; ++t) weight_sums_[k][t] += weights_[k][t];
  }
  for (std::size_t a = 0; a < kTags; ++a) {
    for (std::size_t b = 0; b < kTags; ++b) transition_sums_[a][b] += transitions_[a][b];
  }
  ++summed_;
}

void NameField::join(const NameField& other, int members) {
  const auto move = [share = 1 / static_cast<float>(members)](float& weight, float to) { weight += (to - weight) * share; };
  for (std::size_t k = 0; k < weights_.size(); ++k) {
    for (std::size_t t = 0; t < kTags; ++t) move(weights_[k][t], other.weights_[k][t]);
  }
  for (std::size_t a = 0; a < kTags; ++a) {
    for (std::size_t b = 0; b < kTags; ++b) move(transitions_[a][b], other.transitions_[a][b]);
  }
}

void NameField::use_mean() {
  for (std::size_t k = 0; k < weights_.size(); ++k) {
    for (std::size_t t = 0; t < kTags; ++t) weights_[k][t] = weight_sums_[k][t] / summed_;
  }
  for (std::size_t a = 0; a < kTags; ++a) {
    for (std::size_t b = 0; b < kTags; ++b) transitions_[a][b] = transition_sums_[a][b] / summed_;
  }
}

void NameField::keep(const std::vector<bool>& kept) {
  for (std::size_t k = 0; k < weights_.size(); ++k) {
    if (!kept[k]) weights_[k].fill(0);
  }
}

}  // namespace isnad::train
