#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "extract/corpus/corpus_reader.h"
#include "extract/train/word_contexts.h"
#include "graph/model/error.h"

/// Counts what a recogniser of names takes the words of raw text for; the cards in `extract/models` tell what for.
int main(int argc, char** argv) {
  CLI::App app{"Counts what a recogniser of names takes the words of raw text for"};
  std::vector<std::filesystem::path> corpus;
  std::string lang;
  std::string arabic_model = "ar";
  std::filesystem::path model;
  std::filesystem::path output;
  app.add_option("corpus", corpus, "Articles, in any format that isnad build reads")->required();
  app.add_option("--lang", lang, "ar or en")->required()->check(CLI::IsMember({"ar", "en"}));
  app.add_option("--analysis", arabic_model, "Model that analyses Arabic: ar or ar-free")->capture_default_str();
  app.add_option("--model", model, "Recogniser, trained with --blank 1")->required();
  app.add_option("-o,--output", output, "Table to write")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    isnad::nlp::Analyser::Options analysis;
    analysis.arabic_model = arabic_model;
    const isnad::nlp::Analyser analyser(analysis);
    const isnad::who::Lexicon lexicon;
    const auto tagger = isnad::names::NameTagger::load(model);
    isnad::train::WordContexts contexts(analyser, lexicon, tagger, lang);
    isnad::Diagnostics diagnostics;
    isnad::corpus::read_corpus(corpus, diagnostics, [&](isnad::Document&& document) {
      contexts.add(document);
      return true;
    });
    std::ofstream out(output);
    contexts.write(out);
    out.close();
    if (!out) throw isnad::IoError(output.string() + ": cannot be written");
  } catch (const std::exception& error) {
    std::cerr << "isnad-count-contexts: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
