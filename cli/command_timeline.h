#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/question.h"

namespace isnad::cli {

/// `isnad timeline A [B]`: what happened when.
class CommandTimeline : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "timeline"; }
  [[nodiscard]] std::string_view summary() const override { return "Show what happened when, with bursts"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::vector<std::string> names_;
  std::string by_ = "month";
  double burst_rate_ = 2.0;
  QuestionOptions question_{0};
};

}  // namespace isnad::cli
