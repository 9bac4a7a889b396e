#include "extract/train/names_trainer.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <numeric>
#include <ostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "extract/evaluation/name_scores.h"
#include "extract/names/context_code.h"
#include "extract/names/name_features.h"
#include "extract/names/name_tagger.h"
#include "extract/nlp/analyser.h"
#include "extract/train/names_examples.h"
#include "extract/who/lexicon.h"
#include "graph/model/error.h"

namespace isnad::train {

namespace {

using names::kTags;
using names::NameModel;

constexpr std::uint8_t kInPersonNames = 1;
constexpr std::uint8_t kInPlaceNames = 2;

/// Adds a list of name words to the table, as far as it has room.
void add_list(const std::filesystem::path& path, std::uint8_t bit, std::size_t& room, names::WordTable& table) {
  std::ifstream in(path);
  if (!in) throw IoError(path.string() + ": cannot be opened");
  for (std::string line; std::getline(in, line);) {
    const std::uint64_t form = names::hash_form(line);
    if (line.empty()) continue;
    if (table.find(form) == names::WordClass()) {
      if (room == 0) continue;
      --room;
    }
    table.at(form).lists |= bit;
  }
}

/// Returns: the hash by which the table knows a word of raw text.
std::uint64_t key_of(const std::string& word) { return names::hash_cased_form(word); }

/// Adds what contexts take words for, as far as the table has room.
/// Each line has a word and 17 counts, one a tag, tabs between.
void add_contexts(const std::filesystem::path& path, std::size_t& room, names::WordTable& table) {
  std::ifstream in(path);
  if (!in) throw IoError(path.string() + ": cannot be opened");
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::istringstream columns(line);
    std::string word;
    names::TagCounts counts{};
    columns >> word;
    for (std::uint32_t& count : counts) columns >> count;
    if (!columns) throw FormatError(path.string(), number, "not a word and its counts");
    const std::uint8_t code = names::context_code(counts);
    const std::uint64_t form = key_of(word);
    if (code == 0) continue;
    if (table.find(form) == names::WordClass()) {
      if (room == 0) continue;
      --room;
    }
    table.at(form).contexts = code;
  }
}

names::WordTable make_words(const NameOptions& options) {
  names::WordTable table(options.word_slots);
  std::size_t room = table.slots().size() * 7 / 8;
  if (!options.vectors.empty()) {
    ClusterOptions clustering = options.clusters;
    clustering.most_words = std::min(clustering.most_words, room);
    const WordClusters clusters = cluster_words(options.vectors, clustering);
    for (std::size_t k = 0; k < clusters.words.size(); ++k) {
      names::WordClass& word = table.at(key_of(clusters.words[k]));
      // Of forms that fold to one the commonest comes first.
      if (word.fine != 0) continue;
      word.fine = static_cast<std::uint16_t>(clusters.fine[k] + 1);
      word.middle = static_cast<std::uint8_t>(clusters.middle[k] + 1);
      word.coarse = static_cast<std::uint8_t>(clusters.coarse[k] + 1);
      --room;
    }
  }
  if (!options.words.empty()) {
    table = NameModel::load(options.words).words;
    const auto taken = std::count_if(table.slots().begin(), table.slots().end(), [](const auto& slot) { return slot.fingerprint != 0; });
    room = table.slots().size() * 7 / 8 - std::min(static_cast<std::size_t>(taken), table.slots().size() * 7 / 8);
  }
  if (!options.contexts.empty()) add_contexts(options.contexts, room, table);
  if (!options.people.empty()) add_list(options.people, kInPersonNames, room, table);
  if (!options.places.empty()) add_list(options.places, kInPlaceNames, room, table);
  return table;
}

/// Numbers features that enough words have.
class FeatureIndex {
 public:
  void count(const std::vector<std::uint64_t>& features) {
    for (const std::uint64_t feature : features) ++counts_[feature];
  }

  void number(std::uint32_t rarest) {
    for (const auto& [feature, count] : counts_) {
      if (count >= rarest) features_.push_back(feature);
    }
    // The order of a hash map is no order to rely on.
    std::sort(features_.begin(), features_.end());
    for (std::size_t k = 0; k < features_.size(); ++k) numbers_.emplace(features_[k], static_cast<std::uint32_t>(k));
  }

  [[nodiscard]] std::vector<std::uint32_t> known(const std::vector<std::uint64_t>& features) const {
    std::vector<std::uint32_t> out;
    for (const std::uint64_t feature : features) {
      if (const auto found = numbers_.find(feature); found != numbers_.end()) out.push_back(found->second);
    }
    return out;
  }

  [[nodiscard]] const std::vector<std::uint64_t>& features() const { return features_; }
  [[nodiscard]] std::uint32_t count_of(std::size_t number) const { return counts_.at(features_[number]); }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> counts_;
  std::vector<std::uint64_t> features_;
  std::unordered_map<std::uint64_t, std::uint32_t> numbers_;
};

struct Source {
  std::vector<NameDocument> documents;
  float weight = 1;
};

template <class Take>
void for_each_sentence(const std::vector<Source>& sources, const names::WordTable& words, const Take& take) {
  for (const Source& source : sources) {
    for (const NameDocument& document : source.documents) {
      const auto views = names::view_document(document.sentences, document.hints, words, document.gold.document.lang);
      for (std::size_t s = 0; s < views.size(); ++s) take(source, document.allowed[s], views[s]);
    }
  }
}

std::vector<FieldExample> make_examples(const std::vector<Source>& sources, const names::WordTable& words, std::uint32_t rarest,
                                        FeatureIndex& index) {
  std::vector<std::uint64_t> features;
  for_each_sentence(sources, words, [&](const Source&, const auto&, const names::SentenceView& view) {
    for (int i = 0; i < static_cast<int>(view.size()); ++i) {
      names::name_features(view, i, features);
      index.count(features);
    }
  });
  index.number(rarest);
  std::vector<FieldExample> examples;
  for_each_sentence(sources, words, [&](const Source& source, const auto& allowed, const names::SentenceView& view) {
    FieldExample& example = examples.emplace_back();
    example.weight = source.weight;
    example.allowed = allowed;
    for (int i = 0; i < static_cast<int>(view.size()); ++i) {
      const std::size_t own = names::name_features(view, i, features);
      const auto middle = features.begin() + static_cast<std::ptrdiff_t>(own);
      example.features.push_back(index.known({features.begin(), middle}));
      example.own.push_back(example.features.back().size());
      const auto others = index.known({middle, features.end()});
      example.features.back().insert(example.features.back().end(), others.begin(), others.end());
    }
  });
  return examples;
}

/// Returns: which features to keep: those whose weights move most words furthest.
std::vector<bool> choose(const NameField& field, const FeatureIndex& index, std::size_t most) {
  const std::size_t size = field.weights().size();
  std::vector<double> worth(size);
  for (std::size_t k = 0; k < size; ++k) {
    float largest = 0;
    for (const float weight : field.weights()[k]) largest = std::max(largest, std::abs(weight));
    worth[k] = static_cast<double>(largest) * std::log2(1.0 + index.count_of(k));
  }
  std::vector<std::size_t> order(size);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return worth[a] > worth[b]; });
  std::vector<bool> kept(size, false);
  for (std::size_t k = 0; k < std::min(most, size); ++k) kept[order[k]] = true;
  return kept;
}

void drop_features(std::vector<FieldExample>& examples, const std::vector<bool>& kept) {
  for (FieldExample& example : examples) {
    for (std::size_t i = 0; i < example.features.size(); ++i) {
      auto& features = example.features[i];
      const auto middle = features.begin() + static_cast<std::ptrdiff_t>(example.own[i]);
      const auto is_kept = [&](std::uint32_t k) { return kept[k]; };
      example.own[i] = static_cast<std::size_t>(std::count_if(features.begin(), middle, is_kept));
      features.erase(std::remove_if(features.begin(), features.end(), [&](std::uint32_t k) { return !kept[k]; }), features.end());
    }
  }
}

/// Fills the model with the field's weights in whole numbers.
void quantise(const NameField& field, const FeatureIndex& index, const std::vector<bool>& kept, const NameOptions& options,
              NameModel& model) {
  std::vector<float> sizes;
  for (std::size_t k = 0; k < kept.size(); ++k) {
    if (!kept[k]) continue;
    for (const float weight : field.weights()[k]) sizes.push_back(std::abs(weight));
  }
  // All but a few in ten thousand fit a byte.
  const auto large = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() - 1 - sizes.size() / 10000);
  std::nth_element(sizes.begin(), large, sizes.end());
  model.scale = std::max(1U, static_cast<std::uint32_t>(std::lround(127 / *large)));
  const auto scale = static_cast<float>(model.scale);
  model.reset(options.feature_slots);
  for (std::size_t k = 0; k < kept.size(); ++k) {
    if (!kept[k]) continue;
    NameModel::Weights row;
    for (std::size_t t = 0; t < kTags; ++t)
      row[t] = static_cast<std::int8_t>(std::clamp(std::round(field.weights()[k][t] * scale), -127.0F, 127.0F));
    model.insert(index.features()[k], row);
  }
  for (std::size_t a = 0; a < kTags; ++a) {
    for (std::size_t b = 0; b < kTags; ++b)
      model.transitions[a * kTags + b] =
          static_cast<std::int16_t>(
              std::clamp(std::round((field.transitions()[a][b] - (b == names::kOutside ? options.eagerness : 0)) * scale), -32000.0F, 32000.0F));
  }
}

void report_scores(std::string_view what, const evaluation::PrecisionRecall& scores, std::ostream& report) {
  report << std::fixed << std::setprecision(4) << "  " << std::setw(5) << what << " P " << scores.precision << " R " << scores.recall
         << " F " << scores.f1 << " of " << scores.gold << '\n';
}

void evaluate(const std::vector<NameDocument>& documents, const names::NameTagger& tagger, std::ostream& report) {
  std::vector<evaluation::TaggedDocument> gold;
  std::vector<std::vector<std::vector<evaluation::SystemName>>> system;
  for (const NameDocument& document : documents) {
    gold.push_back(document.gold);
    auto& found = system.emplace_back();
    const auto spans = tagger.tag(document.sentences, document.hints, document.gold.document.lang);
    for (std::size_t s = 0; s < spans.size(); ++s) {
      auto& row = found.emplace_back();
      for (const auto& span : spans[s]) {
        const auto& sentence = document.sentences[s];
        row.push_back({{sentence.word(span.first).span.begin, sentence.word(span.last).span.end}, span.type});
      }
    }
  }
  const auto scores = evaluation::score_names(gold, system);
  for (const auto& [label, of_label] : scores.labels) report_scores(label, of_label, report);
  report_scores("main", scores.main, report);
  report_scores("all", scores.all, report);
}

void learn(NameField& field, const std::vector<FieldExample>& examples, int epochs, const NameOptions& options, std::mt19937& random,
           std::ostream& report) {
  for (int epoch = 0; epoch < epochs; ++epoch) report << "epoch " << epoch + 1 << ": " << field.learn(examples, options.field, random) << std::endl;
}

/// Each pass ends where its last sentences pull it; the mean of the last ones lies nearer to what all want.
void learn_mean(NameField& field, const std::vector<FieldExample>& examples, const NameOptions& options, std::mt19937& random,
                std::ostream& report) {
  for (int epoch = 0; epoch < options.last_epochs; ++epoch) {
    learn(field, examples, 1, options, random, report);
    field.add_to_mean();
  }
  if (options.last_epochs > 0) field.use_mean();
}

}  // namespace

NameModel train_names(const NameOptions& options, std::ostream& report) {
  NameModel model;
  model.words = make_words(options);
  nlp::Analyser::Options analysis;
  analysis.arabic_model = options.arabic_model;
  const nlp::Analyser analyser(analysis);
  const who::Lexicon lexicon;

  std::vector<Source> sources;
  for (const NameSource& source : options.train)
    sources.push_back({read_names(source.path, options.lang, analyser, lexicon), source.weight});
  FeatureIndex index;
  std::vector<FieldExample> examples = make_examples(sources, model.words, options.rarest, index);
  if (index.features().empty()) throw UsageError("nothing to learn from");
  report << examples.size() << " sentences, " << index.features().size() << " features\n";

  std::vector<std::vector<NameDocument>> held_out;
  for (const auto& path : options.held_out) held_out.push_back(read_names(path, options.lang, analyser, lexicon));

  std::vector<std::uint32_t> counts(index.features().size());
  for (std::size_t k = 0; k < counts.size(); ++k) counts[k] = index.count_of(k);
  NameField field(counts);
  std::mt19937 random(options.field.seed);
  learn(field, examples, options.field.epochs, options, random, report);
  const std::vector<bool> kept = choose(field, index, std::size_t{options.feature_slots} * 7 / 8);
  field.keep(kept);
  drop_features(examples, kept);
  learn_mean(field, examples, options, random, report);
  for (int member = 2; member <= options.members; ++member) {
    NameField other(counts);
    random.seed(options.field.seed + static_cast<std::uint32_t>(member) - 1);
    learn(other, examples, options.field.epochs, options, random, report);
    learn_mean(other, examples, options, random, report);
    field.join(other, member);
  }
  quantise(field, index, kept, options, model);
  const names::NameTagger tagger(model);
  for (std::size_t k = 0; k < held_out.size(); ++k) {
    report << options.held_out[k].string() << '\n';
    evaluate(held_out[k], tagger, report);
  }
  return model;
}

}  // namespace isnad::train
