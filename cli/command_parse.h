#pragma once

#include <string>
#include <string_view>

#include "cli/command.h"
#include "cli/corpus_options.h"

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
  int annotate_words(const corpus::CorpusOptions& corpus, const nlp::Analyser& analyser) const;
  int analyse_text(const corpus::CorpusOptions& corpus, const nlp::Analyser& analyser) const;

  CorpusArguments corpus_;
  std::string format_ = "conllu";
  std::string model_ = "ar";
  std::string scheme_ = "auto";
  unsigned threads_ = 0;
  bool pretokenized_ = false;
  bool strict_ = false;
};

}  // namespace isnad::cli
