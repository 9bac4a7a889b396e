#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/filter_options.h"

namespace isnad::cli {

/// `isnad query`: claims by who, what, whom, when, and who says so; or the rows of a pattern.
class CommandQuery : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "query"; }
  [[nodiscard]] std::string_view summary() const override { return "Find claims, or all ways to fill a pattern, with their sentences"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  int run_pattern();

  std::string db_;
  std::string pattern_;
  std::vector<std::string> subjects_;
  std::vector<std::string> objects_;
  std::vector<std::string> about_;
  std::vector<std::string> speakers_;
  std::string relation_;
  std::vector<std::string> select_;
  std::vector<std::string> order_;
  std::string lang_ = "en";
  std::string format_;
  std::size_t limit_ = 50;
  bool count_ = false;
  bool no_evidence_ = false;
  bool explain_ = false;
  FilterOptions filter_;
};

}  // namespace isnad::cli
