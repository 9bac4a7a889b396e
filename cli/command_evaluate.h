#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad evaluate parse|claims|edges GOLD SYSTEM`: scores against gold files.
class CommandEvaluate : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "evaluate"; }
  [[nodiscard]] std::string_view summary() const override { return "Score trees, claims or edges against gold files"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string what_;
  std::string gold_;
  std::string system_;
  std::string format_ = "table";
};

}  // namespace isnad::cli
