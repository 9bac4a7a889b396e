#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "extract/claims/claim_extractor.h"
#include "extract/claims/confidence.h"
#include "extract/corpus/corpus_reader.h"
#include "extract/diagnostics.h"
#include "extract/evaluation/gold.h"
#include "extract/fit/logistic.h"
#include "extract/nlp/analyser.h"

namespace {

using isnad::fit::Example;

/// How a gold file's claims are counted: those of one file are compared with the facts of that file alone.
struct GoldFile {
  std::string name;
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t required = 0;
};

GoldFile add_examples(const std::filesystem::path& path, const isnad::nlp::Analyser& analyser, std::vector<Example>& out) {
  GoldFile file;
  file.name = path.filename().string();
  file.first = out.size();
  std::map<std::string, std::vector<isnad::evaluation::GoldFact>> facts_of;
  for (auto& article : isnad::evaluation::read_gold(path)) {
    for (auto& sentence : article.sentences) {
      for (const auto& fact : sentence.facts) file.required += fact.required ? 1 : 0;
      facts_of[sentence.id] = std::move(sentence.facts);
    }
  }
  const isnad::claims::ClaimExtractor extractor({.least_confidence = 0});
  isnad::Diagnostics diagnostics(true);
  isnad::corpus::read_corpus({path}, diagnostics, [&](isnad::Document&& document) {
    const auto sentences = analyser.analyse(document);
    for (const auto& claim : extractor.extract(document, sentences)) {
      const auto& sentence = sentences[claim.sentence];
      const auto facts = facts_of.find(sentence.id);
      if (facts == facts_of.end()) continue;
      using isnad::evaluation::matches_exactly;
      using isnad::evaluation::word_keys;
      const auto subject = word_keys(claim.subject.text);
      const auto relation = word_keys(claim.relation.text);
      const auto object = word_keys(claim.object.text);
      Example example;
      example.features = isnad::claims::confidence_features(claim, sentence);
      example.article = document.id.str();
      for (std::size_t i = 0; i < facts->second.size(); ++i) {
        const auto& fact = facts->second[i];
        if (!matches_exactly(subject, fact.subject) || !matches_exactly(relation, fact.relation) ||
            !matches_exactly(object, fact.object))
          continue;
        example.right = true;
        if (fact.required) example.finds.push_back(sentence.id + "#" + std::to_string(i));
      }
      out.push_back(std::move(example));
    }
    return true;
  });
  file.last = out.size();
  return file;
}

void print_reliability(const std::vector<Example>& examples, const std::vector<double>& p) {
  constexpr int kBands = 10;
  std::cout << "| band | claims | mean confidence | right |\n| --- | --- | --- | --- |\n" << std::fixed << std::setprecision(2);
  for (int band = 0; band < kBands; ++band) {
    double sum = 0;
    std::size_t all = 0, right = 0;
    for (std::size_t i = 0; i < p.size(); ++i) {
      if (std::min(static_cast<int>(p[i] * kBands), kBands - 1) != band) continue;
      ++all;
      sum += p[i];
      right += examples[i].right ? 1 : 0;
    }
    if (all == 0) continue;
    const auto n = static_cast<double>(all);
    std::cout << "| " << band / 10.0 << " to " << (band + 1) / 10.0 << " | " << all << " | " << sum / n << " | "
              << static_cast<double>(right) / n << " |\n";
  }
}

/// What is lost and won by leaving out what is less likely than a threshold.
void print_thresholds(const GoldFile& file, const std::vector<Example>& examples, const std::vector<double>& p) {
  std::cout << "\n" << file.name << "\n| least confidence | claims | P | R | F1 |\n| --- | --- | --- | --- | --- |\n";
  for (const double least : {0.0, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45}) {
    std::size_t all = 0, right = 0;
    std::set<std::string> found;
    for (std::size_t i = file.first; i < file.last; ++i) {
      if (p[i] < least) continue;
      ++all;
      right += examples[i].right ? 1 : 0;
      found.insert(examples[i].finds.begin(), examples[i].finds.end());
    }
    const double precision = all == 0 ? 0 : static_cast<double>(right) / static_cast<double>(all);
    const double recall = file.required == 0 ? 0 : static_cast<double>(found.size()) / static_cast<double>(file.required);
    const double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    std::cout << std::setprecision(2) << "| " << least << " | " << all << std::setprecision(3) << " | " << precision << " | "
              << recall << " | " << f1 << " |\n";
  }
}

void write(const std::filesystem::path& path, const isnad::fit::Weights& weights) {
  std::ofstream out(path);
  out << "#feature\tweight\n"
         "# Weights of a logistic regression: is a claim accepted by a careful reader? Made by isnad-fit-confidence\n"
         "# (docs/evaluation.md has the command). Features: extract/claims/confidence.h. Names that are not here weigh nothing.\n"
      << std::fixed << std::setprecision(3);
  for (const auto& [name, weight] : weights) out << name << '\t' << weight << '\n';
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

/// Fits the weights of `lexicon/claims/confidence.tsv` to annotated articles.
int main(int argc, char** argv) {
  CLI::App app{"Fits the confidence of claims to annotated articles, and tells how far it can be trusted"};
  std::vector<std::filesystem::path> gold;
  std::filesystem::path table;
  std::size_t folds = 6;
  app.add_option("gold", gold, "Annotated articles, one JSON object a line")->required()->check(CLI::ExistingFile);
  app.add_option("--folds", folds, "Parts of the cross-validation that the printed tables come from")->check(CLI::Range(2, 100));
  app.add_option("-o,--output", table, "Table of weights to write");
  CLI11_PARSE(app, argc, argv);
  try {
    const isnad::nlp::Analyser analyser;
    std::vector<Example> examples;
    std::vector<GoldFile> files;
    for (const auto& path : gold) files.push_back(add_examples(path, analyser, examples));
    const auto p = isnad::fit::cross_validated(examples, folds);
    print_reliability(examples, p);
    for (const auto& file : files) print_thresholds(file, examples, p);
    if (!table.empty()) write(table, isnad::fit::fit(examples));
  } catch (const std::exception& error) {
    std::cerr << "isnad-fit-confidence: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
