#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/question.h"

namespace isnad::cli {

/// `isnad diff BEFORE AFTER`: what appeared, went or changed sign.
class CommandDiff : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "diff"; }
  [[nodiscard]] std::string_view summary() const override { return "Compare two periods, outlets or databases"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string before_;
  std::string after_;
  std::vector<std::string> about_;
  std::vector<std::string> kinds_;
  QuestionOptions question_{50};
};

}  // namespace isnad::cli
