#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/filter_options.h"

namespace isnad::cli {

/// `isnad show NAME`: one entity on a page.
class CommandShow : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "show"; }
  [[nodiscard]] std::string_view summary() const override { return "Show an entity: names, ties, timeline, evidence"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
  std::string name_;
  std::string lang_ = "en";
  std::string format_ = "text";
  std::size_t limit_ = 10;
  FilterOptions filter_;
};

}  // namespace isnad::cli
