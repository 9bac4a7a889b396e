#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/corpus_options.h"

namespace isnad::cli {

/// `isnad extract`: claims of articles on stdout, without a database.
class CommandExtract : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "extract"; }
  [[nodiscard]] std::string_view summary() const override { return "Print the claims of articles, without a database"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  CorpusArguments corpus_;
  std::vector<std::string> lexicon_;
  std::string format_ = "jsonl";
  std::string model_ = "ar";
  unsigned threads_ = 0;
  bool explain_ = false;
  bool implied_ = false;
  bool strict_ = false;
};

}  // namespace isnad::cli
