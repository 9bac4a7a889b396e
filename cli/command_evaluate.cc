#include "cli/command_evaluate.h"

#include <CLI/CLI.hpp>
#include <cmath>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/evaluate_events.h"
#include "cli/options.h"
#include "extract/conllu/evaluation.h"
#include "extract/conllu/reader.h"
#include "extract/evaluation/entity_scores.h"
#include "extract/evaluation/gold.h"
#include "extract/evaluation/name_scores.h"
#include "extract/evaluation/scores.h"
#include "extract/evaluation/tagged_text.h"
#include "extract/nlp/analyser.h"
#include "extract/who/resolver.h"
#include "graph/model/error.h"

namespace isnad::cli {

namespace {

using Json = nlohmann::ordered_json;

double rounded(double score) { return std::nearbyint(score * 1e4) / 1e4; }

Json parse_scores(const std::string& gold, const std::string& system) {
  const conllu::Scores scores = conllu::evaluate(conllu::read_file(gold), conllu::read_file(system));
  return {{"tokens", scores.tokens}, {"sentences", scores.sentences}, {"words", scores.words}, {"upos", scores.upos},
          {"lemmas", scores.lemmas}, {"uas", scores.uas},             {"las", scores.las},     {"gold_words", scores.gold_words}};
}

Json to_json(const evaluation::PrecisionRecall& scores) {
  return {{"precision", rounded(scores.precision)}, {"recall", rounded(scores.recall)}, {"f1", rounded(scores.f1)},
          {"system", scores.system},                {"gold", scores.gold}};
}

Json to_json(const evaluation::FactScores& scores) {
  Json out = to_json(static_cast<const evaluation::PrecisionRecall&>(scores));
  out["recall_not_elided"] = rounded(scores.recall_not_elided);
  out["polarity"] = rounded(scores.polarity);
  out["attribution"] = rounded(scores.attribution);
  out["attributed"] = scores.attributed;
  return out;
}

Json claim_scores(const std::string& gold, const std::string& system) {
  const auto report = evaluation::score_facts(evaluation::read_gold(gold), evaluation::read_facts(system));
  if (report.unknown_sentences != 0) {
    std::cerr << "isnad: " << report.unknown_sentences << " claims name a sentence that the gold does not have\n";
  }
  return {{"exact", to_json(report.exact)}, {"lenient", to_json(report.lenient)}};
}

Json edge_scores(const std::string& gold, const std::string& system) {
  const auto report = evaluation::score_edges(evaluation::read_gold(gold), evaluation::read_edges(system));
  return {{"typed", to_json(report.typed)}, {"untyped", to_json(report.untyped)}};
}

Json entity_scores(const std::string& gold, const std::string& system) {
  const auto report = evaluation::score_entities(evaluation::read_gold(gold), evaluation::read_entities(system));
  const auto share = [](std::size_t part, std::size_t whole) {
    return whole == 0 ? 0.0 : rounded(static_cast<double>(part) / static_cast<double>(whole));
  };
  return {{"found", {{"share", share(report.found, report.gold)}, {"entities", report.found}, {"gold", report.gold}, {"split", report.split}}},
          {"mixed", {{"share", share(report.mixed, report.nodes)}, {"nodes", report.mixed}, {"system", report.nodes}}},
          {"b_cubed", to_json(report.b_cubed)},
          {"ceaf_e", to_json(report.ceaf_e)}};
}

/// The file's tokens are analysed and their names recognised here: no output of another verb has them token by token.
Json name_scores(const std::string& gold_path) {
  const auto gold = evaluation::to_documents(evaluation::read_tagged(gold_path));
  const nlp::Analyser analyser;
  const who::Resolver resolver;
  std::vector<std::vector<std::vector<evaluation::SystemName>>> system;
  for (const auto& tagged : gold) {
    auto& found = system.emplace_back(tagged.sentences.size());
    const auto trees = analyser.analyse(tagged.document);
    for (const auto& name : resolver.recognise(tagged.document, trees)) found.at(name.sentence).push_back({name.span, name.type});
  }
  const auto scores = evaluation::score_names(gold, system);
  Json out;
  for (const auto& [label, of_label] : scores.labels) out[label] = to_json(of_label);
  out["main"] = to_json(scores.main);
  out["all"] = to_json(scores.all);
  return out;
}

/// Scores in percent, counts as they are; groups of scores side by side.
void print_table(const Json& scores) {
  for (const auto& [name, value] : scores.items()) {
    if (value.is_object()) {
      std::printf("%s\n", name.c_str());
      print_table(value);
    } else if (value.is_number_float()) {
      std::printf("  %-18s %7.2f %%\n", name.c_str(), value.get<double>() * 100);
    } else {
      std::printf("  %-18s %7llu\n", name.c_str(), static_cast<unsigned long long>(value.get<std::uint64_t>()));
    }
  }
}

}  // namespace

void CommandEvaluate::setup(CLI::App& app) {
  app.add_option("WHAT", what_, "What to score: parse, claims, edges, entities; events of others: labels, spans, plover; dates; or names")
      ->required()
      ->check(CLI::IsMember({"parse", "claims", "edges", "entities", "labels", "spans", "plover", "dates", "names"}));
  app.add_option("GOLD", gold_, "What is right: CoNLL-U for parse, annotated articles as JSON lines for claims, edges and entities")->required();
  app.add_option("SYSTEM", system_, "What to score: output of parse, of extract, or of export --what edges or entities --by document; none for dates and names");
  add_format_option(app, format_, "table|json");
}

int CommandEvaluate::run() {
  const bool alone = what_ == "dates" || what_ == "names";
  if (alone != system_.empty()) throw UsageError(alone ? what_ + " are scored without SYSTEM" : "SYSTEM is missing");
  const Json scores = what_ == "parse"    ? parse_scores(gold_, system_)
                      : what_ == "names"  ? name_scores(gold_)
                      : what_ == "claims" ? claim_scores(gold_, system_)
                      : what_ == "edges"  ? edge_scores(gold_, system_)
                                          : what_ == "entities" ? entity_scores(gold_, system_)
                                          : event_scores(what_, gold_, system_);
  if (format_ == "json") {
    std::cout << scores.dump(1) << '\n';
  } else {
    print_table(scores);
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace isnad::cli
