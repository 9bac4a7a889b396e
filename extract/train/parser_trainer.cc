#include "extract/train/parser_trainer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <random>

#include "extract/conllu/reader.h"
#include "extract/nlp/network/annotator.h"
#include "extract/nlp/network/word_features.h"

namespace isnad::train {
namespace {

/// Makes batches of about `words` words, of sentences of like length, in random order.
std::vector<std::vector<const Example*>> make_batches(const Corpus& corpus, std::size_t words, std::mt19937_64& random) {
  std::vector<const Example*> shown;
  std::uniform_real_distribution<double> unit(0, 1);
  for (const Example& e : corpus.examples) {
    double times = e.weight;
    for (; times >= 1; times -= 1) shown.push_back(&e);
    if (unit(random) < times) shown.push_back(&e);
  }
  std::shuffle(shown.begin(), shown.end(), random);
  // Whole-corpus sorting would make the same batches every time; length with some noise does not.
  std::vector<std::pair<double, const Example*>> keyed;
  keyed.reserve(shown.size());
  for (const Example* e : shown) keyed.emplace_back(static_cast<double>(e->type.size()) * (0.8 + 0.4 * unit(random)), e);
  std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::vector<const Example*>> batches;
  std::size_t filled = words;
  for (const auto& [key, e] : keyed) {
    if (filled >= words) {
      batches.emplace_back();
      filled = 0;
    }
    batches.back().push_back(e);
    filled += e->type.size();
  }
  std::shuffle(batches.begin(), batches.end(), random);
  return batches;
}

nlp::StoredModel assemble(const ParserOptions& options, const Corpus& corpus, const ParserModule& module) {
  nlp::StoredModel model;
  model.language = options.language;
  model.schemes = corpus.schemes;
  model.upos = corpus.upos;
  model.features = corpus.features;
  model.lemma_scripts = corpus.lemma_scripts;
  model.labels = corpus.labels;
  model.vocabulary = corpus.vocabulary;
  model.lemmas = corpus.lemmas;
  model.vocalised = corpus.vocalised;
  module.store(model);
  return model;
}

std::string unvocalised(const std::string& lemma) { return nlp::to_utf8(nlp::clean_form(lemma)); }

/// Prints accuracies from given words on one file, with the written model as users will run it.
void measure(const ParserOptions& options, const Source& source, std::string_view scheme) {
  const auto annotator = nlp::Annotator::load(options.output, scheme);
  const std::vector<conllu::Sentence> gold = conllu::read_file(source.path);
  std::vector<conllu::Sentence> system = gold;
  annotator->annotate(std::span(system));
  double words = 0;
  double trees = 0;
  double upos = 0;
  double lemmas = 0;
  double feats = 0;
  double heads = 0;
  double labels = 0;
  for (std::size_t s = 0; s < gold.size(); ++s) {
    for (std::size_t w = 0; w < gold[s].words.size(); ++w) {
      const conllu::Word& g = gold[s].words[w];
      const conllu::Word& y = system[s].words[w];
      ++words;
      upos += g.upos == y.upos ? 1 : 0;
      lemmas += unvocalised(g.lemma) == unvocalised(y.lemma) ? 1 : 0;
      feats += g.feats == y.feats ? 1 : 0;
      if (g.head < 0) continue;
      ++trees;
      heads += g.head == y.head ? 1 : 0;
      labels += g.head == y.head && conllu::base_deprel(g.deprel) == conllu::base_deprel(y.deprel) ? 1 : 0;
    }
  }
  words = std::max(words, 1.0);
  trees = std::max(trees, 1.0);
  std::fprintf(stderr, "  %-12s as %-10s upos %.2f feats %.2f lemmas %.2f uas %.2f las %.2f\n",
               source.path.parent_path().filename().c_str(), std::string(scheme).c_str(), 100 * upos / words, 100 * feats / words,
               100 * lemmas / words, 100 * heads / trees, 100 * labels / trees);
}

void report(const ParserOptions& options, const Corpus& corpus, const ParserModule& module) {
  nlp::write_model(options.output, assemble(options, corpus, module));
  for (const Source& source : options.dev) {
    if (std::find(corpus.schemes.begin(), corpus.schemes.end(), source.scheme) != corpus.schemes.end())
      measure(options, source, source.scheme);
    if (source.scheme != corpus.schemes.front()) measure(options, source, corpus.schemes.front());
    if (corpus.schemes.back() == kAnyScheme) measure(options, source, kAnyScheme);
  }
}

}  // namespace

void train_parser(const ParserOptions& options) {
  torch::set_num_threads(1);
  torch::manual_seed(static_cast<std::int64_t>(options.seed));
  std::mt19937_64 random(options.seed);
  const Corpus corpus = read_corpus(options.corpus);
  std::fprintf(stderr, "%zu sentences, %zu words, %zu forms, %zu vectors, %zu lemma changes, %zu labels\n",
               corpus.examples.size(), corpus.words(), corpus.types.size(), corpus.vocabulary.size(), corpus.lemma_scripts.size(),
               corpus.labels.size());
  ParserModule module(corpus, options.dimensions, options.corpus.buckets, options.regularisation);
  torch::optim::Adam optimiser(module.parameters(),
                               torch::optim::AdamOptions(options.learning_rate).betas({0.9, 0.95}).eps(1e-8));

  double shown = 0;
  for (const Example& e : corpus.examples) shown += static_cast<double>(e.type.size()) * e.weight;
  const double steps = static_cast<double>(options.epochs) * std::max(1.0, shown / static_cast<double>(options.batch_words));
  double step = 0;
  for (std::size_t epoch = 1; epoch <= options.epochs; ++epoch) {
    module.train();
    const auto start = std::chrono::steady_clock::now();
    Loss sums;
    double words = 0;
    for (const std::vector<const Example*>& batch : make_batches(corpus, options.batch_words, random)) {
      std::size_t batch_words = 0;
      for (const Example* e : batch) batch_words += e->type.size();
      // A short warm-up, then a straight line to nothing.
      const double rate = options.learning_rate * std::min(1.0, (step + 1) / 100) * std::max(0.01, 1 - step / steps);
      for (auto& group : optimiser.param_groups()) static_cast<torch::optim::AdamOptions&>(group.options()).lr(rate);
      Loss loss = module.loss(batch);
      optimiser.zero_grad();
      (loss.total / static_cast<double>(batch_words)).backward();
      torch::nn::utils::clip_grad_norm_(module.parameters(), 5.0);
      optimiser.step();
      ++step;
      // Young weights move too fast to be averaged over long.
      if (options.averaged_steps > 0) module.follow(std::max(1 / options.averaged_steps, 9 / (9 + step)));
      words += static_cast<double>(batch_words);
      sums.upos += loss.upos;
      sums.features += loss.features;
      sums.lemma += loss.lemma;
      sums.arc += loss.arc;
      sums.label += loss.label;
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    std::fprintf(stderr, "epoch %zu: upos %.3f feats %.3f lemma %.3f arc %.3f label %.3f; %.0f words/s\n", epoch,
                 sums.upos / words, sums.features / words, sums.lemma / words, sums.arc / words, sums.label / words,
                 words / took.count());
    if (epoch == options.epochs || epoch % options.report_every == 0) {
      module.swap_average();
      report(options, corpus, module);
      module.swap_average();
    }
  }
}

}  // namespace isnad::train
