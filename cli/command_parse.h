#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"

namespace isnad::nlp {
class Analyser;
}

namespace isnad::cli {

/// `isnad parse`: CoNLL-U of articles, or of words given.
class CommandParse : public Command {
 public:
  [[nodiscard]] std::string_view name() const override { return "parse"; }
  [[nodiscard]] std::string_view summary() const override { return "Print the sentences of articles as CoNLL-U trees"; }
  void setup(CLI::App& app) override;
  int run() override;

 private:
  int annotate_words(const nlp::Analyser& analyser) const;
  int analyse_text(const nlp::Analyser& analyser) const;

  std::vector<std::string> files_;
  std::string format_ = "conllu";
  std::string model_ = "ar";
  std::string scheme_ = "auto";
  unsigned threads_ = 0;
  bool pretokenized_ = false;
  bool strict_ = false;
};

}  // namespace isnad::cli
