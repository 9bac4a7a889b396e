#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad verify`: proves that documents, indexes and counts agree.
class CommandVerify : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "verify"; }
  [[nodiscard]] std::string_view summary() const override { return "Check that a database agrees with itself"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
  bool hash_ = false;
};

}  // namespace isnad::cli
