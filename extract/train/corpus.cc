#include "extract/train/corpus.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "extract/conllu/reader.h"
#include "extract/nlp/network/lemma_script.h"
#include "extract/nlp/network/word_features.h"
#include "graph/model/error.h"

namespace isnad::train {
namespace {

using conllu::Sentence;

struct Loaded {
  std::size_t scheme = 0;
  std::size_t source = 0;
  double weight = 1;
  Sentence sentence;
};

std::map<std::string, std::string> parse_feats(std::string_view feats) {
  std::map<std::string, std::string> out;
  while (!feats.empty()) {
    const std::string_view item = feats.substr(0, feats.find('|'));
    feats.remove_prefix(std::min(feats.size(), item.size() + 1));
    const std::size_t equals = item.find('=');
    if (equals != std::string_view::npos) out.emplace(item.substr(0, equals), item.substr(equals + 1));
  }
  return out;
}

/// Which sources annotate which feature on which part of speech. One that leaves out what others mark (PADT the gender of nouns)
/// does not know it, and must not teach its absence.
class FeatureKnowledge {
  static constexpr std::size_t kFewFeatures = 4;

 public:
  explicit FeatureKnowledge(const std::vector<Loaded>& loaded) {
    for (const Loaded& l : loaded) {
      for (const conllu::Word& w : l.sentence.words) {
        ++words_[{l.source, w.upos}];
        for (const auto& [name, value] : parse_feats(w.feats)) {
          ++marked_[{l.source, w.upos, name}];
          of_source_[l.source].insert(name);
        }
      }
    }
    for (const auto& [key, count] : marked_) {
      const auto& [source, upos, name] = key;
      double& most = most_[{upos, name}];
      most = std::max(most, rate(source, upos, name));
    }
  }
  [[nodiscard]] bool knows(std::size_t source, const std::string& upos, const std::string& name) const {
    const auto names = of_source_.find(source);
    if (upos.empty() || names == of_source_.end()) return false;
    const double mine = rate(source, upos, name);
    if (mine >= 0.02) return true;
    // Who marks the voice alone says nothing about the rest.
    if (names->second.size() < kFewFeatures) return false;
    const auto most = most_.find({upos, name});
    return most == most_.end() || most->second < 0.2;
  }

 private:
  [[nodiscard]] double rate(std::size_t source, const std::string& upos, const std::string& name) const {
    const auto all = words_.find({source, upos});
    const auto marked = marked_.find({source, upos, name});
    if (all == words_.end() || marked == marked_.end()) return 0;
    return static_cast<double>(marked->second) / static_cast<double>(all->second);
  }
  std::map<std::pair<std::size_t, std::string>, std::size_t> words_;
  std::map<std::tuple<std::size_t, std::string, std::string>, std::size_t> marked_;
  std::map<std::pair<std::string, std::string>, double> most_;
  std::map<std::size_t, std::set<std::string>> of_source_;
};

/// The commonest `Vlemma=` of each lemma and part of speech.
void collect_vocalised(const std::vector<Loaded>& loaded, Corpus& corpus) {
  std::map<std::pair<std::string, std::uint8_t>, std::map<std::string, std::size_t>> seen;
  for (const Loaded& l : loaded) {
    for (const conllu::Word& w : l.sentence.words) {
      const auto misc = parse_feats(w.misc);
      const auto vocalised = misc.find("Vlemma");
      const auto tag = std::lower_bound(corpus.upos.begin(), corpus.upos.end(), w.upos);
      if (vocalised == misc.end() || tag == corpus.upos.end() || *tag != w.upos) continue;
      ++seen[{w.lemma, static_cast<std::uint8_t>(tag - corpus.upos.begin())}][vocalised->second];
    }
  }
  for (const auto& [key, counts] : seen) {
    const auto most =
        std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    corpus.vocalised.push_back({key.first, key.second, most->first});
  }
}

template <class Count>
std::vector<std::string> keys_with(const Count& counts, std::size_t least) {
  std::vector<std::string> out;
  for (const auto& [key, count] : counts) {
    if (count >= least) out.push_back(key);
  }
  return out;
}

std::int64_t index_of(const std::vector<std::string>& sorted, const std::string& key) {
  const auto found = std::lower_bound(sorted.begin(), sorted.end(), key);
  return found != sorted.end() && *found == key ? found - sorted.begin() : -1;
}

std::vector<Loaded> load_sources(const CorpusOptions& options, Corpus& corpus) {
  std::vector<Loaded> loaded;
  for (std::size_t s = 0; s < options.sources.size(); ++s) {
    const Source& source = options.sources[s];
    auto at = std::find(corpus.schemes.begin(), corpus.schemes.end(), source.scheme);
    if (at == corpus.schemes.end()) at = corpus.schemes.insert(at, source.scheme);
    const auto scheme = static_cast<std::size_t>(at - corpus.schemes.begin());
    for (Sentence& sentence : conllu::read_file(source.path)) {
      if (!sentence.words.empty()) loaded.push_back({scheme, s, source.weight, std::move(sentence)});
    }
  }
  if (loaded.empty()) throw UsageError("no sentences to learn from");
  return loaded;
}

void read_vectors(const CorpusOptions& options, const std::map<std::string, std::size_t>& word_counts, Corpus& corpus) {
  std::map<std::string, std::vector<float>> rows;
  corpus.vector_size = options.vector_size;
  if (!options.vectors.empty()) {
    std::ifstream in(options.vectors);
    std::string line;
    if (!in || !std::getline(in, line)) throw IoError("cannot read vectors " + options.vectors.string());
    std::istringstream header(line);
    std::size_t count = 0;
    if (!(header >> count >> corpus.vector_size)) throw FormatError(options.vectors.string(), 1, "not fastText's text format");
    std::size_t taken = 0;
    for (std::uint64_t number = 2; std::getline(in, line); ++number) {
      std::string key = line.substr(0, line.find(' '));
      // Rare words keep their vector if the treebanks need it.
      if (taken >= options.most_vectors && !word_counts.contains(key)) continue;
      std::istringstream fields(line.substr(key.size()));
      std::vector<float> row(corpus.vector_size);
      for (float& v : row) {
        if (!(fields >> v)) throw FormatError(options.vectors.string(), number, "too few numbers");
      }
      if (rows.emplace(std::move(key), std::move(row)).second) ++taken;
    }
  }
  for (const auto& [key, count] : word_counts) {
    if (count >= 2) rows.try_emplace(key, corpus.vector_size, 0.0F);
  }
  // One scale for all, so that the average number has size 0.5, near what the letters' vectors have.
  double sum = 0;
  for (const auto& [key, row] : rows) {
    for (const float v : row) sum += std::fabs(static_cast<double>(v));
  }
  const double mean = rows.empty() ? 0 : sum / static_cast<double>(rows.size() * corpus.vector_size);
  const float factor = mean > 0 ? static_cast<float>(0.5 / mean) : 1.0F;
  corpus.vectors.assign(corpus.vector_size, 0.0F);
  for (const auto& [key, row] : rows) {
    corpus.vocabulary.push_back(key);
    for (const float v : row) corpus.vectors.push_back(std::clamp(v * factor, -3.0F, 3.0F));
  }
}

/// Lemmas of irregular forms: those that no frequent change leads to, and on which all sources agree.
void collect_irregular(const std::map<std::pair<std::u32string, std::string>, std::map<std::string, std::size_t>>& seen,
                       Corpus& corpus) {
  for (const auto& [key, lemmas] : seen) {
    if (lemmas.size() != 1) continue;
    const std::int64_t tag = index_of(corpus.upos, key.second);
    const std::string& lemma = lemmas.begin()->first;
    if (tag < 0 || lemma.empty()) continue;
    const std::vector<std::u32string> scripts = nlp::lemma_scripts(key.first, nlp::clean_form(lemma));
    const bool regular = std::any_of(scripts.begin(), scripts.end(),
                                     [&](const auto& s) { return index_of(corpus.lemma_scripts, nlp::to_utf8(s)) >= 0; });
    if (!regular) corpus.lemmas.push_back({nlp::to_utf8(key.first), static_cast<std::uint8_t>(tag), lemma});
  }
  std::sort(corpus.lemmas.begin(), corpus.lemmas.end(),
            [](const auto& a, const auto& b) { return a.form != b.form ? a.form < b.form : a.upos < b.upos; });
}

}  // namespace

std::size_t Corpus::words() const {
  std::size_t n = 0;
  for (const Example& e : examples) n += e.type.size();
  return n;
}

Corpus read_corpus(const CorpusOptions& options) {
  Corpus corpus;
  const std::vector<Loaded> loaded = load_sources(options, corpus);

  std::map<std::string, std::size_t> upos;
  std::map<std::string, std::size_t> labels = {{"parataxis", 1}};
  std::map<std::string, std::set<std::string>> features;
  std::map<std::string, std::size_t> scripts = {{"al0,0,,", 1000}};
  std::map<std::string, std::size_t> keys;
  std::map<std::pair<std::u32string, std::string>, std::map<std::string, std::size_t>> lemmas;
  for (const Loaded& l : loaded) {
    for (const conllu::Word& w : l.sentence.words) {
      if (!w.upos.empty()) ++upos[w.upos];
      if (w.head >= 0) ++labels[w.deprel];
      for (const auto& [name, value] : parse_feats(w.feats)) features[name].insert(value);
      const std::u32string form = nlp::clean_form(w.form);
      ++keys[nlp::vector_key(form)];
      const std::u32string lemma = nlp::clean_form(w.lemma);
      if (lemma.empty()) continue;
      ++lemmas[{form, w.upos}][nlp::to_utf8(lemma)];
      for (const std::u32string& script : nlp::lemma_scripts(form, lemma)) ++scripts[nlp::to_utf8(script)];
    }
  }
  corpus.upos = keys_with(upos, 1);
  corpus.labels = keys_with(labels, 1);
  for (const auto& [name, values] : features) corpus.features.push_back({name, {values.begin(), values.end()}});
  std::sort(corpus.features.begin(), corpus.features.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  corpus.lemma_scripts = keys_with(scripts, 4);
  read_vectors(options, keys, corpus);
  collect_irregular(lemmas, corpus);
  collect_vocalised(loaded, corpus);

  const FeatureKnowledge knowledge(loaded);
  std::map<std::u32string, std::int64_t> type_of;
  std::map<std::string, std::int64_t> correction_of;
  for (const Loaded& l : loaded) {
    Example& e = corpus.examples.emplace_back();
    e.scheme = l.scheme;
    e.weight = l.weight;
    e.has_tree = std::all_of(l.sentence.words.begin(), l.sentence.words.end(), [](const conllu::Word& w) { return w.head >= 0; });
    for (const conllu::Word& w : l.sentence.words) {
      const std::u32string form = nlp::clean_form(w.form);
      const auto [at, is_new] = type_of.emplace(form, static_cast<std::int64_t>(corpus.types.size()));
      if (is_new) {
        WordType& type = corpus.types.emplace_back();
        type.form = form;
        const std::string key = nlp::vector_key(form);
        type.row = index_of(corpus.vocabulary, key) + 1;
        if (type.row > 0 && keys[key] >= 2) {
          const auto next = static_cast<std::int64_t>(correction_of.size()) + 1;
          type.correction = correction_of.emplace(key, next).first->second;
        }
        std::vector<std::uint32_t> buckets;
        nlp::append_ngram_buckets(form, options.buckets, buckets);
        type.buckets.assign(buckets.begin(), buckets.end());
      }
      e.type.push_back(at->second);
      e.upos.push_back(w.upos.empty() ? -1 : index_of(corpus.upos, w.upos));
      e.head.push_back(e.has_tree ? w.head : -1);
      e.label.push_back(e.has_tree ? index_of(corpus.labels, w.deprel) : -1);
      std::int64_t script = -1;
      const std::u32string lemma = nlp::clean_form(w.lemma);
      if (!lemma.empty()) {
        std::size_t most = 0;
        for (const std::u32string& candidate : nlp::lemma_scripts(form, lemma)) {
          const std::string name = nlp::to_utf8(candidate);
          const std::int64_t index = index_of(corpus.lemma_scripts, name);
          if (index >= 0 && scripts[name] > most) {
            most = scripts[name];
            script = index;
          }
        }
      }
      e.lemma.push_back(script);
      const std::map<std::string, std::string> feats = parse_feats(w.feats);
      const std::map<std::string, std::string> misc = parse_feats(w.misc);
      const auto unmarked = misc.find("Unmarked");
      for (const nlp::StoredFeature& feature : corpus.features) {
        const auto value = feats.find(feature.name);
        if (unmarked != misc.end() && unmarked->second == feature.name) {
          e.features.push_back(-1);
          continue;
        }
        if (value != feats.end()) {
          e.features.push_back(std::find(feature.values.begin(), feature.values.end(), value->second) - feature.values.begin() +
                               1);
        } else {
          e.features.push_back(knowledge.knows(l.source, w.upos, feature.name) ? 0 : -1);
        }
      }
    }
  }
  corpus.corrections = correction_of.size() + 1;
  if (corpus.schemes.size() > 1) corpus.schemes.emplace_back(kAnyScheme);
  return corpus;
}

}  // namespace isnad::train
