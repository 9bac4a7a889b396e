#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad delete ID...`: as if the documents had never been there.
class CommandDelete : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "delete"; }
  [[nodiscard]] std::string_view summary() const override { return "Take documents out of a database"; }
  void setup(CLI::App& app) override;
  int run() override;
  [[nodiscard]] bool changes_database() const override { return true; }

 private:
  std::string db_;
  std::vector<std::string> ids_;
};

}  // namespace isnad::cli
