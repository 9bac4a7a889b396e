#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/corpus_options.h"

namespace isnad::cli {

/// `isnad build`: articles into a database.
class CommandBuild : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "build"; }
  [[nodiscard]] std::string_view summary() const override { return "Read articles and add their claims to a database"; }
  void setup(CLI::App& app) override;
  int run() override;
  [[nodiscard]] bool changes_database() const override { return true; }

 private:
  CorpusArguments corpus_;
  std::string db_;
  std::string report_;
  std::string model_ = "ar";
  unsigned threads_ = 0;
  bool quiet_ = false;
  bool strict_ = false;
};

}  // namespace isnad::cli
