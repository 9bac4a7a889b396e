#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "extract/train/scheme_trainer.h"
#include "graph/model/error.h"

namespace {

/// Parses `SCHEME=PATH`.
std::vector<isnad::train::SchemeSource> sources_from(const std::vector<std::string>& texts) {
  std::vector<isnad::train::SchemeSource> sources;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) throw isnad::UsageError("not SCHEME=FILE: " + text);
    sources.push_back({text.substr(0, equals), text.substr(equals + 1)});
  }
  return sources;
}

}  // namespace

/// Trains the choice of a scheme for a document; `docs/models.md` gives the commands that made the shipped models.
int main(int argc, char** argv) {
  CLI::App app{"Learns which treebank's texts a document resembles"};
  isnad::train::SchemeOptions options;
  std::vector<std::string> sources;
  std::vector<std::string> held_out;
  std::filesystem::path model;
  app.add_option("sources", sources, "SCHEME=FILE, several, CoNLL-U; the first scheme is the one to follow in doubt")->required();
  app.add_option("--held-out", held_out, "SCHEME=FILE, several: files to report on");
  app.add_option("--weight-bits", options.weight_bits, "log2 of the number of weights")
      ->check(CLI::Range(8, 24))
      ->capture_default_str();
  app.add_option("--pieces", options.pieces, "Pieces of text shown of every scheme")
      ->check(CLI::PositiveNumber)
      ->capture_default_str();
  app.add_option("--seed", options.seed, "Start of all chance")->capture_default_str();
  app.add_option("-o,--output", model, "Model file to write")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    options.sources = sources_from(sources);
    options.held_out = sources_from(held_out);
    isnad::train::train_schemes(options, std::cerr).save(model);
  } catch (const std::exception& error) {
    std::cerr << "isnad-train-scheme: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
