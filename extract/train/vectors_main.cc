#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "extract/train/word_vectors.h"
#include "graph/model/error.h"

/// Learns vectors of words from raw text; the cards in `extract/models` tell what for.
int main(int argc, char** argv) {
  CLI::App app{"Learns vectors of words from sentences, one a line, a blank between words"};
  isnad::train::VectorOptions options;
  std::filesystem::path input;
  std::filesystem::path output;
  app.add_option("text", input, "Sentences")->required();
  app.add_option("--dimensions", options.dimensions, "Numbers a word")->check(CLI::Range(1, 1000))->capture_default_str();
  app.add_option("--least-count", options.least_count, "Occurrences that a word must have")->capture_default_str();
  app.add_option("--most-words", options.most_words, "How many words, the commonest")->capture_default_str();
  app.add_option("--contexts", options.contexts, "How many words are told apart as neighbours")->capture_default_str();
  app.add_option("-o,--output", output, "File of vectors to write")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    std::ifstream in(input);
    if (!in) throw isnad::IoError(input.string() + ": cannot be opened");
    const isnad::train::WordVectors vectors = learn_vectors(in, options);
    std::ofstream out(output);
    vectors.write(out);
    out.close();
    if (!out) throw isnad::IoError(output.string() + ": cannot be written");
  } catch (const std::exception& error) {
    std::cerr << "isnad-word-vectors: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
