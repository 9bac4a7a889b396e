#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad export`: the graph in other tools' formats.
class CommandExport : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "export"; }
  [[nodiscard]] std::string_view summary() const override { return "Write claims, edges or entities for other tools"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
  std::string what_;
  std::string by_;
  bool fold_ = false;
  std::string format_ = "jsonl";
  std::string output_;
};

}  // namespace isnad::cli
