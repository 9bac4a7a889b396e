#include "extract/train/scheme_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <random>
#include <unordered_map>
#include <unordered_set>

#include "extract/conllu/reader.h"
#include "graph/model/error.h"

namespace isnad::train {
namespace {

using conllu::Sentence;
using nlp::SchemeModel;

/// Sentences of a piece; every length is as shared.
constexpr std::array<std::size_t, 8> kLengths = {1, 2, 4, 8, 16, 32, 64, 128};
constexpr double kRate = 0.5;
/// Chance that a feature of a piece is shown: whoever sees all of a text learns its topic by heart.
constexpr double kShown = 0.5;
/// Features that a scheme's texts have fewer times say nothing about others.
constexpr std::size_t kLeastSeen = 4;

std::vector<const Sentence*> piece_of(const std::vector<Sentence>& sentences, std::size_t begin, std::size_t length) {
  std::vector<const Sentence*> piece;
  for (std::size_t k = begin; k < std::min(begin + length, sentences.size()); ++k) piece.push_back(&sentences[k]);
  return piece;
}

/// The weights of one scheme while they are learnt.
class Learner {
 public:
  explicit Learner(std::uint32_t bits) : bits_(bits), weights_(std::size_t{1} << bits), squares_(weights_.size()) {}

  [[nodiscard]] double score(const std::vector<std::uint64_t>& features) const {
    double sum = 0;
    for (const std::uint64_t f : features) sum += weights_[f >> (64 - bits_)];
    return bias_ + sum / std::sqrt(static_cast<double>(features.size()));
  }
  void step(const std::vector<std::uint64_t>& features, double error) {
    bias_ -= kRate * error / std::sqrt(bias_squares_ += error * error + 1e-9);
    const double gradient = error / std::sqrt(static_cast<double>(features.size()));
    for (const std::uint64_t f : features) {
      const std::size_t at = f >> (64 - bits_);
      squares_[at] += gradient * gradient;
      weights_[at] -= kRate * gradient / std::sqrt(squares_[at] + 1e-6);
    }
  }
  void store(SchemeModel::Scheme& scheme) const {
    double most = 1e-6;
    for (const double w : weights_) most = std::max(most, std::fabs(w));
    scheme.bias = static_cast<float>(bias_);
    scheme.scale = static_cast<float>(most / 127);
    for (const double w : weights_) scheme.weights.push_back(static_cast<std::int8_t>(std::lround(w / most * 127)));
  }

 private:
  std::uint32_t bits_;
  double bias_ = 0;
  double bias_squares_ = 1;
  std::vector<double> weights_;
  std::vector<double> squares_;
};

/// The features that the texts of a scheme and those of others both have often enough. Those that only one side has tell topics:
/// the larger side would claim all that is new.
std::vector<std::unordered_set<std::uint64_t>> shared_features(const std::vector<std::vector<Sentence>>& texts) {
  std::vector<std::unordered_map<std::uint64_t, std::size_t>> counts(texts.size());
  std::unordered_map<std::uint64_t, std::size_t> all;
  for (std::size_t k = 0; k < texts.size(); ++k) {
    for (const Sentence& sentence : texts[k]) {
      const Sentence* one = &sentence;
      for (const std::uint64_t feature : SchemeModel::features({&one, 1})) {
        ++counts[k][feature];
        ++all[feature];
      }
    }
  }
  std::vector<std::unordered_set<std::uint64_t>> out(texts.size());
  for (std::size_t k = 0; k < texts.size(); ++k) {
    for (const auto& [feature, count] : counts[k]) {
      if (count >= kLeastSeen && all[feature] - count >= kLeastSeen) out[k].insert(feature);
    }
  }
  return out;
}

void report(const SchemeModel& model, const SchemeSource& source, std::ostream& log) {
  const std::vector<Sentence> sentences = conllu::read_file(source.path);
  for (const std::size_t length : {std::size_t{1}, std::size_t{3}, std::size_t{10}, std::size_t{30}, sentences.size()}) {
    std::map<std::string, std::size_t> chosen;
    for (std::size_t begin = 0; begin + length <= sentences.size() && length > 0; begin += length)
      ++chosen[model.choose(piece_of(sentences, begin, length))];
    log << source.scheme << ' ' << source.path.string() << ", pieces of " << length << " sentences:";
    for (const auto& [name, count] : chosen) log << ' ' << name << ' ' << count;
    log << '\n';
  }
}

}  // namespace

SchemeModel train_schemes(const SchemeOptions& options, std::ostream& log) {
  std::vector<std::string> names;
  std::vector<std::vector<Sentence>> texts;
  for (const SchemeSource& source : options.sources) {
    auto at = std::find(names.begin(), names.end(), source.scheme);
    if (at == names.end()) {
      at = names.insert(at, source.scheme);
      texts.emplace_back();
    }
    std::vector<Sentence> sentences = conllu::read_file(source.path);
    std::vector<Sentence>& text = texts[static_cast<std::size_t>(at - names.begin())];
    text.insert(text.end(), std::make_move_iterator(sentences.begin()), std::make_move_iterator(sentences.end()));
  }
  if (texts.size() < 2 || std::any_of(texts.begin(), texts.end(), [](const auto& t) { return t.empty(); }))
    throw UsageError("two schemes with sentences are needed to learn from");
  SchemeModel model;
  model.weight_bits = options.weight_bits;
  model.fallback = names.front();
  const auto shared = shared_features(texts);
  std::mt19937_64 random(options.seed);
  for (std::size_t k = 1; k < texts.size(); ++k) {
    Learner learner(options.weight_bits);
    for (std::size_t step = 0; step < 2 * options.pieces; ++step) {
      // As many pieces of this scheme as of all others together.
      const bool truth = step % 2 == 0;
      const std::size_t other = (k + 1 + random() % (texts.size() - 1)) % texts.size();
      const std::vector<Sentence>& text = texts[truth ? k : other];
      const std::size_t length = kLengths[random() % kLengths.size()];
      auto features = SchemeModel::features(piece_of(text, random() % text.size(), length));
      std::erase_if(features, [&](std::uint64_t f) {
        return !shared[k].contains(f) || static_cast<double>(random() >> 11U) >= kShown * 0x1p53;
      });
      if (features.empty()) continue;
      learner.step(features, 1 / (1 + std::exp(-learner.score(features))) - (truth ? 1 : 0));
    }
    SchemeModel::Scheme& scheme = model.schemes.emplace_back();
    scheme.name = names[k];
    learner.store(scheme);
  }
  for (const SchemeSource& source : options.held_out) report(model, source, log);
  return model;
}

}  // namespace isnad::train
