#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad stats`: how much is in a database.
class CommandStats : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "stats"; }
  [[nodiscard]] std::string_view summary() const override { return "Count what a database holds"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
  std::string format_ = "table";
};

}  // namespace isnad::cli
