#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/question.h"

namespace isnad::cli {

/// `isnad between A,B C,D`: all that ties two groups.
class CommandBetween : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "between"; }
  [[nodiscard]] std::string_view summary() const override { return "Show what ties two groups of entities"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string group_;
  std::string other_;
  QuestionOptions question_{50};
};

}  // namespace isnad::cli
