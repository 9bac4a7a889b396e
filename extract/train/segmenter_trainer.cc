#include "extract/train/segmenter_trainer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <fstream>
#include <limits>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extract/nlp/clitic_candidates.h"
#include "extract/nlp/clitic_features.h"
#include "extract/nlp/clitic_segmenter.h"
#include "extract/text/char_class.h"
#include "extract/text/normalizer.h"
#include "extract/text/utf8.h"
#include "extract/train/segmenter_examples.h"
#include "graph/model/error.h"

namespace isnad::train {

namespace {

using nlp::ArabicLetters;
using nlp::CliticCandidate;
using nlp::CliticModel;

/// Word forms seen less often say nothing.
constexpr std::uint32_t kRarest = 3;
/// A name from a list passes for a word seen 8 times; short ones look too much like pieces of other words.
constexpr unsigned kNameLogCount = 4;
constexpr std::size_t kShortestName = 4;
/// One occurrence of a name in so many is learnt from with clitics before it.
constexpr std::size_t kNamesEvery = 3;

/// Counts runs of Arabic letters in raw text into the model's table.
void count_forms(const std::filesystem::path& raw_text, CliticModel& model) {
  std::ifstream input(raw_text, std::ios::binary);
  if (!input) throw IoError(raw_text.string() + ": cannot be opened");
  std::unordered_map<std::string, std::uint32_t> counts;
  std::uint64_t number = 0;
  for (std::string line; std::getline(input, line);) {
    ++number;
    if (const auto bad = text::first_invalid_utf8(line))
      throw FormatError(raw_text.string(), number, "not UTF-8 at byte " + std::to_string(*bad));
    const std::string clean = text::clean_form(line);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < clean.size();) {
      const std::size_t here = at;
      if (text::char_class(text::next_code_point(clean, at)) == text::CharClass::kArabic) continue;
      if (here > begin) ++counts[clean.substr(begin, here - begin)];
      begin = at;
    }
    if (begin < clean.size()) ++counts[clean.substr(begin)];
  }
  ArabicLetters letters;
  for (const auto& [form, count] : counts) {
    if (count >= kRarest && letters.assign(form))
      model.set_log_count(nlp::hash_form(letters.view()), static_cast<unsigned>(std::bit_width(count)));
  }
}

void count_names(const std::filesystem::path& names, CliticModel& model) {
  std::ifstream input(names, std::ios::binary);
  if (!input) throw IoError(names.string() + ": cannot be opened");
  ArabicLetters letters;
  std::uint64_t number = 0;
  for (std::string line; std::getline(input, line);) {
    ++number;
    if (text::first_invalid_utf8(line)) throw FormatError(names.string(), number, "not UTF-8");
    if (letters.assign(text::clean_form(line)) && letters.size() >= kShortestName)
      model.set_log_count(nlp::hash_form(letters.view()), kNameLogCount);
  }
}

/// Letters in which treebanks restore what newswire omits.
std::string folded(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) out += text::fold_arabic(word) + '+';
  return out;
}

/// A token with more than one reading, all that is needed to learn from it.
struct Example {
  nlp::CliticContext context;
  std::vector<CliticCandidate> candidates;
  std::size_t gold = 0;
};

/// Returns: the reading that gives these words, letter by letter or but for hamza; nothing when none does.
std::optional<std::size_t> find_gold(const std::vector<CliticCandidate>& candidates, const std::vector<std::string>& words) {
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    if (nlp::words_of(candidates[k]) == words) return k;
  }
  const std::string wanted = folded(words);
  for (std::size_t k = 0; k < candidates.size(); ++k) {
    if (folded(nlp::words_of(candidates[k])) == wanted) return k;
  }
  return std::nullopt;
}

std::string_view form_of(const SegmentedSentence& sentence, std::size_t k) {
  return k < sentence.size() ? std::string_view(sentence[k].form) : std::string_view();
}

/// Collects what there is to learn from treebanks.
class ExampleCollector {
 public:
  ExampleCollector(const CliticModel& model, const LogCount& log_count, std::vector<Example>& examples)
      : model_(model), log_count_(log_count), examples_(examples) {}

  void add(const std::filesystem::path& treebank, std::ostream& report) {
    std::size_t tokens = 0;
    std::size_t lost = 0;
    for (const SegmentedSentence& sentence : read_segmented(treebank, log_count_)) {
      for (std::size_t k = 0; k < sentence.size(); ++k) {
        ++tokens;
        const std::string_view before = k > 0 ? form_of(sentence, k - 1) : std::string_view();
        const std::string_view after = form_of(sentence, k + 1);
        if (!add_token(sentence[k].form, sentence[k].words, before, after)) ++lost;
        if (sentence[k].is_name && sentence[k].words.size() == 1 && names_++ % kNamesEvery == 0)
          add_name_with_clitics(sentence[k].form, before, after);
      }
    }
    report << treebank.string() << ": " << tokens << " tokens, " << lost << " with words that no reading gives\n";
  }

 private:
  /// Returns: false when no reading of the token gives these words.
  bool add_token(std::string_view form, const std::vector<std::string>& words, std::string_view before, std::string_view after) {
    ArabicLetters letters;
    if (!letters.assign(form)) return true;
    Example example;
    nlp::generate_candidates(letters, example.candidates);
    const auto gold = find_gold(example.candidates, words);
    if (!gold) return false;
    if (example.candidates.size() < 2) return true;
    example.gold = *gold;
    example.context = nlp::clitic_context(letters, before, after, example.candidates, model_);
    examples_.push_back(std::move(example));
    return true;
  }

  /// Names take clitics as nouns do, but each is met with few of them. So some occurrences of names are learnt from once
  /// more with clitics before them, in turn.
  void add_name_with_clitics(const std::string& name, std::string_view before, std::string_view after) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> kClitics = {
        {{"ل", ""}, {"و", ""}, {"ب", ""}, {"و", "ل"}, {"ف", ""}, {"ل", ""}, {"و", "ب"}}};
    const auto& [first, second] = kClitics[turn_++ % kClitics.size()];
    const bool after_lam = first == "ل" || second == "ل";
    std::vector<std::string> words = {std::string(first)};
    if (!second.empty()) words.emplace_back(second);
    words.push_back(name);
    // The article loses its alif after ل, and a name that starts with a lam then has its own alone.
    constexpr std::string_view kAlif = "ا";
    const std::string rest = after_lam && name.starts_with("ال") ? name.substr(kAlif.size()) : name;
    add_token(std::string(first) + std::string(second) + rest, words, before, after);
  }

  const CliticModel& model_;
  const LogCount& log_count_;
  std::vector<Example>& examples_;
  std::size_t names_ = 0;
  std::size_t turn_ = 0;
};

/// An averaged perceptron: the average is kept as weight * time minus a running correction.
class Perceptron {
 public:
  explicit Perceptron(std::uint32_t bits) : bits_(bits), weights_(std::size_t{1} << bits), correction_(std::size_t{1} << bits) {}

  void learn(const Example& example, const CliticModel& counts) {
    ++time_;
    features_.resize(example.candidates.size());
    float gold_score = 0;
    float best_score = -std::numeric_limits<float>::infinity();
    std::size_t best = 0;
    for (std::size_t k = 0; k < example.candidates.size(); ++k) {
      nlp::clitic_features(example.context, example.candidates[k], counts, features_[k]);
      float score = 0;
      for (const std::uint64_t feature : features_[k]) score += weights_[feature >> (64 - bits_)];
      if (k == example.gold) {
        gold_score = score;
      } else if (score > best_score) {
        best_score = score;
        best = k;
      }
    }
    if (gold_score - best_score >= kMargin) return;
    update(features_[example.gold], 1);
    update(features_[best], -1);
  }

  /// Returns: averaged weights, scaled so that all but a few in a hundred thousand fit a byte.
  [[nodiscard]] std::vector<std::int8_t> quantised() const {
    std::vector<double> averaged(weights_.size());
    for (std::size_t k = 0; k < weights_.size(); ++k) averaged[k] = weights_[k] - correction_[k] / static_cast<double>(time_);
    std::vector<double> sizes;
    for (const double weight : averaged) {
      if (weight != 0) sizes.push_back(std::abs(weight));
    }
    if (sizes.empty()) return std::vector<std::int8_t>(averaged.size());
    const auto large = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 20000);
    std::nth_element(sizes.begin(), large, sizes.end());
    const double scale = 127.0 / *large;
    std::vector<std::int8_t> out(averaged.size());
    for (std::size_t k = 0; k < averaged.size(); ++k)
      out[k] = static_cast<std::int8_t>(std::clamp(std::round(averaged[k] * scale), -127.0, 127.0));
    return out;
  }

 private:
  static constexpr float kMargin = 4;

  void update(const nlp::CliticFeatures& features, float by) {
    for (const std::uint64_t feature : features) {
      const std::size_t k = feature >> (64 - bits_);
      weights_[k] += by;
      correction_[k] += by * static_cast<double>(time_);
    }
  }

  std::uint32_t bits_;
  std::vector<float> weights_;
  std::vector<double> correction_;
  std::uint64_t time_ = 0;
  std::vector<nlp::CliticFeatures> features_;
};

void evaluate(const std::filesystem::path& treebank, const nlp::CliticSegmenter& segmenter, const LogCount& log_count,
              std::ostream& report) {
  std::size_t tokens = 0;
  std::size_t right = 0;
  nlp::CliticSegmenter::Scratch scratch;
  for (const SegmentedSentence& sentence : read_segmented(treebank, log_count)) {
    for (std::size_t k = 0; k < sentence.size(); ++k) {
      const auto words = segmenter.segment(sentence[k].form, k > 0 ? sentence[k - 1].form : "",
                                           k + 1 < sentence.size() ? sentence[k + 1].form : "", scratch);
      ++tokens;
      right += words == sentence[k].words;
    }
  }
  report << treebank.string() << ": " << right << " of " << tokens << " tokens divided as in the gold\n";
}

}  // namespace

nlp::CliticModel train_segmenter(const SegmenterOptions& options, std::ostream& report) {
  if (options.treebanks.empty()) throw UsageError("no treebank to learn from");
  CliticModel model;
  model.weight_bits = options.weight_bits;
  model.count_bits = options.count_bits;
  model.weights.resize(std::size_t{1} << model.weight_bits);
  model.counts.resize((std::size_t{1} << model.count_bits) / 2);
  count_forms(options.raw_text, model);
  if (!options.names.empty()) count_names(options.names, model);
  const LogCount log_count = [&](std::string_view form) -> unsigned {
    ArabicLetters letters;
    return letters.assign(form) ? model.log_count(nlp::hash_form(letters.view())) : 0;
  };

  std::vector<Example> examples;
  ExampleCollector collector(model, log_count, examples);
  for (const auto& treebank : options.treebanks) collector.add(treebank, report);
  if (examples.empty()) throw UsageError("nothing to learn: no token has two readings");
  std::vector<std::size_t> order(examples.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::mt19937 random(options.seed);
  Perceptron perceptron(model.weight_bits);
  for (int epoch = 0; epoch < options.epochs; ++epoch) {
    // std::shuffle may differ between standard libraries; this does not.
    for (std::size_t k = order.size(); k > 1; --k) std::swap(order[k - 1], order[random() % k]);
    for (const std::size_t k : order) perceptron.learn(examples[k], model);
  }
  model.weights = perceptron.quantised();

  if (!options.held_out.empty()) {
    const nlp::CliticSegmenter segmenter(model);
    for (const auto& treebank : options.held_out) evaluate(treebank, segmenter, log_count, report);
  }
  return model;
}

}  // namespace isnad::train
