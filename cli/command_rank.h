#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/question.h"

namespace isnad::cli {

/// `isnad rank`: who matters, by degree, PageRank, betweenness, ...
class CommandRank : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "rank"; }
  [[nodiscard]] std::string_view summary() const override { return "Rank entities: degree, PageRank, betweenness, brokers, conflict"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  void by_links();
  void by_page_rank();
  void by_hits();
  void by_betweenness();
  void by_brokerage();
  void by_goldstein();

  std::string by_ = "degree";
  std::string weight_ = "sources";
  std::size_t samples_ = 0;
  bool exact_ = false;
  std::uint32_t seed_ = 1;
  QuestionOptions question_{20};
};

}  // namespace isnad::cli
