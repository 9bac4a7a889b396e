#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace isnad::cli {

/// `isnad lexicon`: a user's own actors, names and holders of office.
class CommandLexicon : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "lexicon"; }
  [[nodiscard]] std::string_view summary() const override { return "Add actors, names and holders of office of your own"; }
  void setup(CLI::App& app) override;
  int run() override;
  [[nodiscard]] bool changes_database() const override { return true; }

 private:
  int import_files() const;
  int remove_rows() const;
  int list() const;
  int export_rows() const;
  int check_files() const;
  int convert() const;

  std::string action_;
  std::vector<std::string> what_;
  std::string db_;
  std::string from_;
  std::string names_;
  std::string output_ = "-";
  std::string format_ = "text";
};

}  // namespace isnad::cli
