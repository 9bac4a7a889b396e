#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad query`: claims by who, what, whom, when, and who says so.
class CommandQuery : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "query"; }
  [[nodiscard]] std::string_view summary() const override { return "Find claims and show their sentences"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
  std::vector<std::string> subjects_;
  std::vector<std::string> objects_;
  std::vector<std::string> about_;
  std::vector<std::string> speakers_;
  std::vector<std::string> types_;
  std::string relation_;
  std::string since_;
  std::string until_;
  std::string source_;
  std::string polarity_;
  std::string modality_;
  std::string format_ = "text";
  float min_confidence_ = 0.0F;
  std::size_t limit_ = 50;
  bool explain_ = false;
};

}  // namespace isnad::cli
