#pragma once

#include <string>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad alias`: a name means an entity, wherever it stands.
class CommandAlias : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "alias"; }
  [[nodiscard]] std::string_view summary() const override { return "Say whom a name means"; }
  void setup(CLI::App& app) override;
  [[nodiscard]] bool changes_database() const override { return true; }
  int run() override;

 private:
  std::string alias_;
  std::string entity_;
  bool undo_ = false;
  bool list_ = false;
  std::string db_;
  std::string format_ = "text";
};

}  // namespace isnad::cli
