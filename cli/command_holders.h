#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad holders NAME`: who held a place, a post or a membership when, by source.
class CommandHolders : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "holders"; }
  [[nodiscard]] std::string_view summary() const override { return "Tell who held a place, a post or a membership, and when"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
  std::string name_;
  std::string type_ = "CONTROL";
  std::string on_;
  std::string lang_ = "en";
  std::string format_ = "text";
};

}  // namespace isnad::cli
