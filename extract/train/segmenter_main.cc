#include <CLI/CLI.hpp>
#include <exception>
#include <filesystem>
#include <iostream>

#include "extract/train/segmenter_trainer.h"

/// Trains a clitic segmenter; the cards in `extract/models` give the commands that made the shipped ones.
int main(int argc, char** argv) {
  CLI::App app{"Trains the segmenter of Arabic clitics from treebanks in CoNLL-U"};
  isnad::train::SegmenterOptions options;
  std::filesystem::path model;
  app.add_option("treebanks", options.treebanks, "CoNLL-U files to learn from")->required();
  app.add_option("--counts", options.raw_text, "Raw Arabic text, in which word forms are counted")->required();
  app.add_option("--names", options.names, "Names, one word a line, that count as known words");
  app.add_option("--held-out", options.held_out, "CoNLL-U files to report on");
  app.add_option("--epochs", options.epochs, "Times that every example is seen")->check(CLI::Range(1, 1000));
  app.add_option("--weight-bits", options.weight_bits, "log2 of the number of weights")->check(CLI::Range(10, 24));
  app.add_option("--count-bits", options.count_bits, "log2 of the size of the table of counts")->check(CLI::Range(10, 24));
  app.add_option("--seed", options.seed, "Of the order of examples");
  app.add_option("-o,--output", model, "Model file to write")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    isnad::train::train_segmenter(options, std::cerr).save(model);
  } catch (const std::exception& error) {
    std::cerr << "isnad-train-segment: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
