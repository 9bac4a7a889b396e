#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad migrate --db DB`: a database of an older version, for this one.
class CommandMigrate : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "migrate"; }
  [[nodiscard]] std::string_view summary() const override { return "Bring a database of an older version to this one's format"; }
  void setup(CLI::App& app) override;
  int run() override;
  [[nodiscard]] bool changes_database() const override { return true; }

 private:
  std::string db_;
};

}  // namespace isnad::cli
