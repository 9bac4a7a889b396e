#pragma once

#include <string>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad explain`: why names and words stand for an entity, and which near ones do not.
class CommandExplain : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "explain"; }
  [[nodiscard]] std::string_view summary() const override { return "Say why names mean an entity"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string entity_;
  std::string db_;
  std::string format_ = "text";
};

}  // namespace isnad::cli
