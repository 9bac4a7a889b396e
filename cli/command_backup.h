#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad backup --db DB DIR`: a copy of the database's present state, also while it is being built.
class CommandBackup : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "backup"; }
  [[nodiscard]] std::string_view summary() const override { return "Keep a copy of a database as it is now, also while it is in use"; }
  void setup(CLI::App& app) override;
  int run() override;
  [[nodiscard]] bool changes_database() const override { return true; }

 private:
  std::string db_;
  std::string folder_;
  std::uint32_t keep_ = 0;
  bool checkpoint_ = false;
};

}  // namespace isnad::cli
