#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad compact --db DB`: the same content in as little space as it needs.
class CommandCompact : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "compact"; }
  [[nodiscard]] std::string_view summary() const override { return "Give back the space of what was deleted or replaced"; }
  void setup(CLI::App& app) override;
  int run() override;
  [[nodiscard]] bool changes_database() const override { return true; }

 private:
  std::string db_;
};

}  // namespace isnad::cli
