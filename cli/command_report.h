#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/filter_options.h"
#include "cli/topic.h"

namespace isnad::cli {

/// `isnad report`: what is known of one actor, every statement with its sentences.
class CommandReport : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "report"; }
  [[nodiscard]] std::string_view summary() const override { return "Write a dossier about an actor"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
  std::string about_;
  std::string output_;
  std::string format_;
  std::string lang_ = "en";
  std::size_t relations_ = 12;
  std::size_t events_ = 40;
  std::size_t notes_ = 2;
  bool without_diagram_ = false;
  FilterOptions filter_;
  TopicOption topic_;
};

}  // namespace isnad::cli
