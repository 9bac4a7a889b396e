#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/filter_options.h"

namespace isnad::cli {

/// `isnad path A B`: shortest connections, each hop with its sentence.
class CommandPath : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "path"; }
  [[nodiscard]] std::string_view summary() const override { return "Show how two entities are connected"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string db_;
  std::string from_;
  std::string to_;
  std::vector<std::string> avoid_;
  std::vector<std::string> via_;
  std::string by_ = "hops";
  std::string lang_ = "en";
  std::string format_ = "text";
  std::size_t count_ = 1;
  std::size_t max_hops_ = 6;
  FilterOptions filter_;
};

}  // namespace isnad::cli
