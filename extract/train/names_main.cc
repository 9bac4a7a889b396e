#include <CLI/CLI.hpp>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "extract/train/names_trainer.h"
#include "graph/model/error.h"

namespace {

/// Parses `PATH` and `PATH*WEIGHT`.
isnad::train::NameSource source_from(const std::string& text) {
  isnad::train::NameSource source;
  const std::size_t star = text.rfind('*');
  source.path = text.substr(0, star);
  if (star != std::string::npos) {
    char* end = nullptr;
    source.weight = std::strtof(text.c_str() + star + 1, &end);
    if (*end != '\0' || !(source.weight > 0)) throw isnad::UsageError("not a weight: " + text.substr(star + 1));
  }
  return source;
}

}  // namespace

/// Trains a recogniser of names; the cards in `extract/models` give the commands that made the shipped ones.
int main(int argc, char** argv) {
  CLI::App app{"Trains the recogniser of names from tagged tokens"};
  isnad::train::NameOptions options;
  std::vector<std::string> sources;
  std::filesystem::path model;
  app.add_option("sources", sources, "FILE[*WEIGHT], several: a token and its tag a line")->required();
  app.add_option("--lang", options.lang, "ar or en")->required()->check(CLI::IsMember({"ar", "en"}));
  app.add_option("--analysis", options.arabic_model, "Model that analyses Arabic: ar or ar-free")->capture_default_str();
  app.add_option("--held-out", options.held_out, "Tagged files to report on");
  app.add_option("--vectors", options.vectors, "Word vectors in fastText's text format, by which words are grouped");
  app.add_option("--clusters", options.clusters.fine, "Groups of words")->check(CLI::Range(1, 60000))->capture_default_str();
  app.add_option("--middle-clusters", options.clusters.middle, "Groups of groups")->check(CLI::Range(1, 255))->capture_default_str();
  app.add_option("--rounds", options.clusters.rounds, "Rounds of grouping")->capture_default_str();
  app.add_option("--words", options.words, "Model whose table of words to take");
  app.add_option("--contexts", options.contexts, "What contexts take words for, from isnad-count-contexts");
  app.add_option("--coarse-clusters", options.clusters.coarse, "Groups of groups, fewer")->check(CLI::Range(1, 255))->capture_default_str();
  app.add_option("--most-vectors", options.clusters.most_words, "How many words to group")->capture_default_str();
  app.add_option("--people", options.people, "Words of people's names, one a line");
  app.add_option("--places", options.places, "Words of places' names, one a line");
  app.add_option("--epochs", options.field.epochs, "Passes over the sources")->check(CLI::Range(1, 1000))->capture_default_str();
  app.add_option("--last-epochs", options.last_epochs, "Further passes with the features kept")->capture_default_str();
  app.add_option("--members", options.members, "Fields to take the mean of")->check(CLI::Range(1, 100))->capture_default_str();
  app.add_option("--rate", options.field.rate, "Learning rate")->capture_default_str();
  app.add_option("--decay", options.field.decay, "Pull of weights towards zero")->capture_default_str();
  app.add_option("--dropout", options.field.dropout, "Share of features dropped")->check(CLI::Range(0.0, 0.9))->capture_default_str();
  app.add_option("--blank", options.field.blank, "Share of words shown without their letters")->check(CLI::Range(0.0, 1.0))->capture_default_str();
  app.add_option("--rarest", options.rarest, "Words that must have a feature")->capture_default_str();
  app.add_option("--feature-slots", options.feature_slots, "Size of the features' table")->check(CLI::Range(256, 1 << 24))->capture_default_str();
  app.add_option("--word-slots", options.word_slots, "Size of the words' table")->check(CLI::Range(256, 1 << 24))->capture_default_str();
  app.add_option("--eagerness", options.eagerness, "Taken from the score of no name")->capture_default_str();
  app.add_option("--seed", options.field.seed, "Of the order of examples")->capture_default_str();
  app.add_option("-o,--output", model, "Model file to write")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    for (const std::string& source : sources) options.train.push_back(source_from(source));
    isnad::train::train_names(options, std::cerr).save(model);
  } catch (const std::exception& error) {
    std::cerr << "isnad-train-names: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
