#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/question.h"

namespace isnad::cli {

/// `isnad disputes [NAME...]`: what one affirms and another denies.
class CommandDisputes : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "disputes"; }
  [[nodiscard]] std::string_view summary() const override { return "Show what one source affirms and another denies"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::vector<std::string> names_;
  QuestionOptions question_{20};
};

}  // namespace isnad::cli
