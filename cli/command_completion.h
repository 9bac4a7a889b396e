#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad completion bash|zsh`: what a shell needs to complete verbs, options and names.
class CommandCompletion : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "completion"; }
  [[nodiscard]] std::string_view summary() const override { return "Print what bash or zsh needs to complete command lines"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string what_;
  std::string prefix_;
  std::string db_;
};

}  // namespace isnad::cli
