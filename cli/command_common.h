#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/question.h"

namespace isnad::cli {

/// `isnad common A B...`: whom several have to do with.
class CommandCommon : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "common"; }
  [[nodiscard]] std::string_view summary() const override { return "Show whom several entities have to do with"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::vector<std::string> names_;
  QuestionOptions question_{20};
};

}  // namespace isnad::cli
