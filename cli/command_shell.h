#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad shell`: verbs at a prompt, over one open database.
class CommandShell : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "shell"; }
  [[nodiscard]] std::string_view summary() const override { return "Ask one open database again and again, at a prompt"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
};

}  // namespace isnad::cli
