#pragma once

#include <string>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad merge`: two entities become one, for the documents stored and those to come.
class CommandMerge : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "merge"; }
  [[nodiscard]] std::string_view summary() const override { return "Say that two entities are one"; }
  void setup(CLI::App& app) override;
  [[nodiscard]] bool changes_database() const override { return true; }
  int run() override;

 private:
  std::string kept_;
  std::string given_up_;
  bool undo_ = false;
  bool list_ = false;
  std::string db_;
  std::string format_ = "text";
};

}  // namespace isnad::cli
