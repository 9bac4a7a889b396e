#pragma once

#include <string>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad split`: a name of an entity becomes an entity of its own.
class CommandSplit : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "split"; }
  [[nodiscard]] std::string_view summary() const override { return "Say that a name is somebody of its own"; }
  void setup(CLI::App& app) override;
  [[nodiscard]] bool changes_database() const override { return true; }
  int run() override;

 private:
  std::string alias_;
  std::string from_;
  bool undo_ = false;
  bool list_ = false;
  std::string db_;
  std::string format_ = "text";
};

}  // namespace isnad::cli
