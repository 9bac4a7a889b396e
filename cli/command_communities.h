#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/question.h"

namespace isnad::cli {

/// `isnad communities`: who belongs together, and who sides with whom.
class CommandCommunities : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "communities"; }
  [[nodiscard]] std::string_view summary() const override { return "Find groups: communities, components, cores, sides of a conflict"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  std::string method_ = "leiden";
  double resolution_ = 1.0;
  std::uint32_t seed_ = 1;
  bool sides_ = false;
  std::size_t side_count_ = 2;
  std::size_t labels_ = 3;
  std::size_t min_size_ = 2;
  QuestionOptions question_{20};
};

}  // namespace isnad::cli
