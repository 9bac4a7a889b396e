#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <string>
#include <vector>

#include "extract/conllu/reader.h"
#include "extract/conllu/writer.h"
#include "extract/nlp/network/model_file.h"
#include "extract/train/agreement.h"
#include "extract/train/harmonise.h"
#include "extract/train/parser_trainer.h"
#include "extract/train/shift_class.h"
#include "graph/model/error.h"

namespace {

using namespace isnad;  // NOLINT(google-build-using-namespace): this is the program itself

/// Parses `SCHEME=PATH` and `SCHEME=PATH*WEIGHT`.
train::Source source_from(const std::string& text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string::npos || equals == 0) throw UsageError("not SCHEME=FILE: " + text);
  train::Source source;
  source.scheme = text.substr(0, equals);
  std::string path = text.substr(equals + 1);
  if (const std::size_t star = path.rfind('*'); star != std::string::npos) {
    char* end = nullptr;
    source.weight = std::strtod(path.c_str() + star + 1, &end);
    if (*end != '\0' || !(source.weight > 0)) throw UsageError("not a weight: " + path.substr(star + 1));
    path.resize(star);
  }
  source.path = path;
  return source;
}

std::vector<train::Source> sources_from(const std::vector<std::string>& texts) {
  std::vector<train::Source> sources;
  for (const std::string& text : texts) sources.push_back(source_from(text));
  return sources;
}

/// Parses `FEATURE=VALUE*WEIGHT`.
train::Emphasis emphasis_from(const std::string& text) {
  const std::size_t equals = text.find('=');
  const std::size_t star = text.rfind('*');
  if (equals == std::string::npos || equals == 0 || star == std::string::npos || star < equals)
    throw UsageError("not FEATURE=VALUE*WEIGHT: " + text);
  char* end = nullptr;
  train::Emphasis emphasis{text.substr(0, equals), text.substr(equals + 1, star - equals - 1),
                           std::strtod(text.c_str() + star + 1, &end)};
  if (*end != '\0' || !(emphasis.weight > 0)) throw UsageError("not a weight: " + text.substr(star + 1));
  return emphasis;
}

void run_harmonise(const std::string& kind, const std::string& input, const std::string& output) {
  const auto treebank = train::treebank_from(kind);
  if (!treebank) throw UsageError("no such kind of treebank: " + kind);
  std::vector<conllu::Sentence> sentences = conllu::read_file(input);
  train::harmonise(sentences, *treebank);
  std::ofstream out(output, std::ios::binary);
  for (const conllu::Sentence& sentence : sentences) conllu::write(out, sentence);
  out.close();
  if (!out) throw IoError("cannot write " + output);
}

/// Keeps of two analyses of the same words the sentences on which they agree.
void run_agree(const std::string& first, const std::string& second, const train::AgreementOptions& options,
               const std::string& output) {
  const std::vector<conllu::Sentence> a = conllu::read_file(first);
  const std::vector<conllu::Sentence> b = conllu::read_file(second);
  std::ofstream out(output, std::ios::binary);
  for (std::size_t k = 0; k < std::max(a.size(), b.size()); ++k) {
    if (k >= a.size() || k >= b.size() || a[k].words.size() != b[k].words.size())
      throw UsageError(first + " and " + second + " have not the same words");
    if (const auto sentence = train::agreed(a[k], b[k], options)) conllu::write(out, *sentence);
  }
  out.close();
  if (!out) throw IoError("cannot write " + output);
}

/// Makes classes of a model likelier or rarer.
void run_shift(const std::string& input, const std::vector<std::string>& changes, const std::string& features_as,
               const std::string& output) {
  nlp::StoredModel model = nlp::read_model(input);
  if (!features_as.empty()) train::fix_feature_scheme(model, features_as);
  for (const std::string& text : changes) {
    const train::Emphasis change = emphasis_from(text);
    train::shift_class(model, change.feature, change.value, change.weight);
  }
  nlp::write_model(output, model);
}

int run(int argc, char** argv) {
  CLI::App app("Trains Isnad's models from treebanks");
  app.require_subcommand(1);

  CLI::App& harmonise = *app.add_subcommand("harmonise", "Bring a treebank to the project's scheme");
  std::string kind;
  std::string input;
  std::string output;
  harmonise.add_option("--kind", kind, "Whose conventions it follows: news, padt, padt-morph, pud, iahlt, english")->required();
  harmonise.add_option("input", input, "CoNLL-U to read")->required();
  harmonise.add_option("output", output, "CoNLL-U to write")->required();
  harmonise.callback([&] { run_harmonise(kind, input, output); });

  CLI::App& agree = *app.add_subcommand("agree", "Make a file to learn from of two analyses of raw text");
  train::AgreementOptions agreement;
  std::string second;
  agree.add_option("--least", agreement.least, "Share of words that must be alike")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
  agree.add_flag("--passives-only", agreement.passives_only, "Keep only sentences with a passive verb");
  agree.add_option("first", input, "CoNLL-U to take the analysis from")->required();
  agree.add_option("second", second, "CoNLL-U of the same words by another model")->required();
  agree.add_option("output", output, "CoNLL-U to write")->required();
  agree.callback([&] { run_agree(input, second, agreement, output); });

  CLI::App& shift = *app.add_subcommand("shift", "Make classes of a trained model likelier or rarer");
  std::vector<std::string> changes;
  shift.add_option("--class", changes, "FEATURE=VALUE*FACTOR or deprel=LABEL*FACTOR, several: the class' odds are multiplied");
  std::string features_as;
  shift.add_option("--features-as", features_as, "Scheme whose features all schemes shall have");
  shift.add_option("input", input, "Model to read")->required();
  shift.add_option("output", output, "Model to write")->required();
  shift.callback([&] { run_shift(input, changes, features_as, output); });

  CLI::App& parser = *app.add_subcommand("parser", "Train tags, features, lemmas and trees from given words");
  train::ParserOptions options;
  std::vector<std::string> files;
  std::vector<std::string> dev;
  std::string vectors;
  std::string model;
  parser.add_option("--lang", options.language, "Language code kept in the model")->required();
  parser.add_option("--train", files, "SCHEME=FILE[*WEIGHT], several; the first scheme is the model's default")->required();
  parser.add_option("--dev", dev, "SCHEME=FILE, several: measured, not learned from");
  parser.add_option("--vectors", vectors, "Word vectors in fastText's text format");
  parser.add_option("--most-vectors", options.corpus.most_vectors, "How many of them to keep")->capture_default_str();
  parser.add_option("--buckets", options.corpus.buckets, "Rows of the n-gram table")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  parser.add_option("--output", model, "Model to write")->required();
  parser.add_option("--epochs", options.epochs, "Passes over the files")->capture_default_str();
  parser.add_option("--batch", options.batch_words, "Words a batch")->check(CLI::PositiveNumber)->capture_default_str();
  parser.add_option("--rate", options.learning_rate, "Learning rate at its highest")->capture_default_str();
  parser.add_option("--dropout", options.regularisation.dropout, "Share of units dropped")->capture_default_str();
  parser.add_option("--any-scheme", options.regularisation.any_scheme, "Chance that a sentence is shown under the scheme `auto`")
      ->capture_default_str();
  std::vector<std::string> emphases;
  parser.add_option("--emphasise", emphases, "FEATURE=VALUE*WEIGHT or deprel=LABEL*WEIGHT: a class whose errors cost more");
  parser.add_option("--average", options.averaged_steps, "Steps over which the written weights are averaged; 0 for none")
      ->check(CLI::NonNegativeNumber)
      ->capture_default_str();
  parser.add_option("--hidden", options.dimensions.hidden, "LSTM units a direction")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  parser.add_option("--layers", options.dimensions.layers, "LSTM layers")->check(CLI::PositiveNumber)->capture_default_str();
  parser.add_option("--seed", options.seed, "Start of all chance")->capture_default_str();
  parser.add_option("--report-every", options.report_every, "Epochs between two measurements")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  parser.callback([&] {
    options.corpus.sources = sources_from(files);
    options.dev = sources_from(dev);
    for (const std::string& text : emphases) options.regularisation.emphases.push_back(emphasis_from(text));
    options.corpus.vectors = vectors;
    options.output = model;
    train::train_parser(options);
  });

  CLI11_PARSE(app, argc, argv);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const UsageError& e) {
    std::fprintf(stderr, "isnad-train: %s\n", e.what());
    return 2;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "isnad-train: %s\n", e.what());
    return 1;
  }
}
