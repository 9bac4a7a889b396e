#pragma once

#include <string>
#include <vector>

#include "extract/corpus/corpus_reader.h"

namespace CLI {
class App;
}

namespace isnad::cli {

/// The options of verbs that read a corpus: `CORPUS...`, `--from-list`, `--input-format`, `--field`.
class CorpusArguments {
 public:
  void add_to(CLI::App& app);

  /// Throws: UsageError when nothing is to be read or a field does not exist; IoError for a path that does not.
  [[nodiscard]] corpus::CorpusOptions options() const;

 private:
  std::vector<std::string> paths_;
  std::string list_;
  std::string format_;
  std::vector<std::string> fields_;
};

}  // namespace isnad::cli
