#include "cli/command_evaluate.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "cli/options.h"
#include "extract/conllu/evaluation.h"
#include "extract/conllu/reader.h"

namespace isnad::cli {

void CommandEvaluate::setup(CLI::App& app) {
  app.add_option("WHAT", what_, "What to score: parse")->required()->check(CLI::IsMember({"parse"}));
  app.add_option("GOLD", gold_, "CoNLL-U file that is right")->required();
  app.add_option("SYSTEM", system_, "CoNLL-U file to score, of the same text")->required();
  add_format_option(app, format_, "table|json");
}

int CommandEvaluate::run() {
  const conllu::Scores scores = conllu::evaluate(conllu::read_file(gold_), conllu::read_file(system_));
  const std::array<std::pair<std::string_view, double>, 7> rows = {{{"tokens", scores.tokens},
                                                                    {"sentences", scores.sentences},
                                                                    {"words", scores.words},
                                                                    {"upos", scores.upos},
                                                                    {"lemmas", scores.lemmas},
                                                                    {"uas", scores.uas},
                                                                    {"las", scores.las}}};
  if (format_ == "json") {
    nlohmann::ordered_json out;
    for (const auto& [measure, f1] : rows) out[std::string(measure)] = f1;
    out["gold_words"] = scores.gold_words;
    std::cout << out.dump(1) << '\n';
    return 0;
  }
  std::printf("%-10s %7s\n", "measure", "F1 %");
  for (const auto& [measure, f1] : rows) std::printf("%-10s %7.2f\n", std::string(measure).c_str(), f1 * 100);
  std::printf("%zu gold words\n", scores.gold_words);
  std::fflush(stdout);
  return 0;
}

}  // namespace isnad::cli
