#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "extract/claims/claim_extractor.h"
#include "extract/fit/logistic.h"
#include "extract/nlp/analyser.h"
#include "extract/what/event_reports.h"
#include "extract/what/relation_typer.h"
#include "extract/who/resolver.h"
#include "graph/model/error.h"

namespace {

using isnad::fit::Example;

/// A sentence of the gold, and which examples are its claims of the class.
struct Labelled {
  bool reports = false;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// The part of an id before its last hyphen is its article.
std::string article_of(const std::string& id) { return id.substr(0, id.rfind('-')); }

std::vector<Labelled> read(const std::filesystem::path& path, std::vector<Example>& examples) {
  const isnad::nlp::Analyser analyser;
  const isnad::claims::ClaimExtractor extractor;
  const isnad::who::Resolver resolver;
  const isnad::what::RelationTyper typer;
  const isnad::what::WordClasses classes;
  std::ifstream in(path);
  if (!in) throw isnad::IoError(path.string() + ": cannot be read");
  std::vector<Labelled> out;
  std::uint64_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const auto row = nlohmann::json::parse(line, nullptr, false);
    if (row.is_discarded() || !row.contains("label")) throw isnad::FormatError(path.string(), number, "no labelled sentence");
    isnad::Document document;
    document.id = isnad::DocumentId("doc-" + row.at("id").get<std::string>());
    document.lang = "ar";
    document.text = row.at("text").get<std::string>();
    document.sentences = {{{0, static_cast<std::uint32_t>(document.text.size())}, row.at("id").get<std::string>(), "ar"}};
    const auto trees = analyser.analyse(document);
    auto claims = extractor.extract(document, trees);
    resolver.link(resolver.resolve(document, trees), claims);
    typer.type(document, claims);
    typer.compose_events(document, trees, claims);
    Labelled sentence;
    sentence.reports = row.at("label") == "yes";
    sentence.first = examples.size();
    for (const isnad::Claim& claim : claims) {
      if (to_string(claim.type) != row.at("event_type").get<std::string>() || claim.sentence >= trees.size()) continue;
      Example example;
      example.features = report_features(document, claim, trees[claim.sentence], classes);
      example.right = sentence.reports;
      example.article = article_of(row.at("id").get<std::string>());
      examples.push_back(std::move(example));
    }
    sentence.last = examples.size();
    for (std::size_t i = sentence.first; i < sentence.last; ++i)
      examples[i].weight = 1 / std::sqrt(static_cast<double>(sentence.last - sentence.first));
    out.push_back(sentence);
  }
  return out;
}

struct Scores {
  double precision = 0;
  double recall = 0;
};

Scores at(double threshold, const std::vector<Labelled>& sentences, const std::vector<double>& p) {
  std::size_t right = 0, wrong = 0, all = 0;
  for (const Labelled& sentence : sentences) {
    all += sentence.reports ? 1 : 0;
    const bool found = std::any_of(p.begin() + static_cast<std::ptrdiff_t>(sentence.first), p.begin() + static_cast<std::ptrdiff_t>(sentence.last),
                                   [&](double value) { return value >= threshold; });
    if (found) ++(sentence.reports ? right : wrong);
  }
  const auto share = [](std::size_t part, std::size_t whole) { return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole); };
  return {share(right, right + wrong), share(right, all)};
}

/// What was fitted with one choice of features.
struct Fitted {
  isnad::fit::Weights weights;
  double threshold = 0;
};

/// Prints what thresholds give, and takes the highest that leaves that share of what is found without any.
Fitted fit(const std::vector<Labelled>& sentences, const std::vector<Example>& examples, std::size_t folds, double least_kept,
           const isnad::fit::FitOptions& options) {
  const auto p = isnad::fit::cross_validated(examples, folds, options);
  Fitted out;
  out.weights = isnad::fit::fit(examples, options);
  const double all = at(0, sentences, p).recall;
  std::cout << "| threshold | precision | recall |\n| --- | --- | --- |\n" << std::fixed;
  constexpr int kSteps = 50;
  for (int step = 0; step < kSteps; ++step) {
    const double candidate = static_cast<double>(step) / kSteps;
    const Scores scores = at(candidate, sentences, p);
    if (scores.recall >= least_kept * all) out.threshold = candidate;
    std::cout << std::setprecision(2) << "| " << candidate << std::setprecision(3) << " | " << scores.precision << " | " << scores.recall << " |\n";
  }
  std::cout << "threshold " << std::setprecision(2) << out.threshold << "\n\n";
  return out;
}

double weight_of(const isnad::fit::Weights& weights, const std::string& name) {
  const auto found = weights.find(name);
  return found == weights.end() ? 0 : found->second;
}

void write(const std::filesystem::path& path, const Fitted& full, const Fitted& general) {
  std::ofstream out(path);
  out << "#feature\tassault\tothers\n"
         "# Weights of two logistic regressions: does the sentence report the deed, or only mention it? The first knows the words of attacks, the\n"
         "# second, for other deeds of conflict, none. Made by isnad-fit-reports (reports.md has the command). Features:\n"
         "# extract/what/event_reports.h. Names that are not here weigh nothing. Below the threshold a deed is only mentioned.\n"
      << std::fixed << std::setprecision(3) << "threshold\t" << full.threshold << '\t' << general.threshold << '\n';
  for (const auto& [name, weight] : full.weights) {
    const double other = weight_of(general.weights, name);
    constexpr double kLeast = 0.0005;
    if (std::abs(weight) >= kLeast || std::abs(other) >= kLeast) out << name << '\t' << weight << '\t' << other << '\n';
  }
  if (!out.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

/// Fits the weights of `lexicon/what/reports.tsv` to sentences of which somebody said whether they report an event.
int main(int argc, char** argv) {
  CLI::App app{"Fits what tells a reported deed from one that is only mentioned, and how far it can be trusted"};
  std::filesystem::path gold;
  std::filesystem::path table;
  std::size_t folds = 8;
  double least_kept = 0.87;
  double general_least_kept = 0.95;
  double general_penalty = 5;
  isnad::fit::FitOptions options;
  options.penalty = 20;
  app.add_option("gold", gold, "Arabic sentences with id, text, event_type and label, one JSON object a line")->required()->check(CLI::ExistingFile);
  app.add_option("--folds", folds, "Parts of the cross-validation by article")->check(CLI::Range(2, 100))->capture_default_str();
  app.add_option("--penalty", options.penalty, "Pull of weights towards zero")->capture_default_str();
  app.add_option("--least-examples", options.least_examples, "Claims that must have a feature")->capture_default_str();
  app.add_option("--least-kept", least_kept, "Share of the reports found that the threshold must leave, by cross-validation")->capture_default_str();
  app.add_option("--general-penalty", general_penalty, "The same pull where no words are known")->capture_default_str();
  app.add_option("--general-least-kept", general_least_kept, "The same share where no words are known")->capture_default_str();
  app.add_option("-o,--output", table, "Table of weights to write");
  CLI11_PARSE(app, argc, argv);
  try {
    std::vector<Example> examples;
    const auto sentences = read(gold, examples);
    const Fitted full = fit(sentences, examples, folds, least_kept, options);
    for (Example& example : examples)
      std::erase_if(example.features, [](const auto& feature) { return !isnad::what::is_general_feature(feature.first); });
    options.penalty = general_penalty;
    const Fitted general = fit(sentences, examples, folds, general_least_kept, options);
    if (!table.empty()) write(table, full, general);
  } catch (const std::exception& error) {
    std::cerr << "isnad-fit-reports: " << error.what() << '\n';
    return 1;
  }
  return 0;
}
