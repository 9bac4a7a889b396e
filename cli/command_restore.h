#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad restore DIR --db DB`: a database from a backup.
class CommandRestore : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "restore"; }
  [[nodiscard]] std::string_view summary() const override { return "Make a database from a backup"; }
  void setup(CLI::App& app) override;
  int run() override;
  [[nodiscard]] bool changes_database() const override { return true; }

 private:
  void list() const;

  std::string db_;
  std::string folder_;
  std::uint32_t number_ = 0;
  bool force_ = false;
  bool list_ = false;
};

}  // namespace isnad::cli
