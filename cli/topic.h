#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/query/edge_reader.h"

namespace CLI {
class App;
}

namespace isnad::cli {

/// Words that a sentence must have, in any order: each as a word of its own in any spelling that `text::name_key` brings together,
/// in Arabic with or without و ف ب ل ك and the article before it; `word*` stands for every word that begins so.
class Topic {
 public:
  /// Throws: UsageError when there is no word.
  explicit Topic(std::string_view words);

  [[nodiscard]] bool is_in(std::string_view sentence) const;

 private:
  struct Word {
    std::string key;
    bool beginning = false;
  };
  std::vector<Word> words_;
};

/// `--topic WORDS`: only what sentences on a topic say.
class TopicOption {
 public:
  void add_to(CLI::App& app);

  /// Throws: UsageError when a topic has no word.
  void check() const;

  /// Narrows a filter to claims whose sentence is on one of the topics; without any it stays as it is.
  ///
  /// Lifetime: the filter keeps a reference to the source.
  /// Cost: the filter reads each claim's document once.
  void narrow(query::ViewFilter& filter, const ClaimSource& source) const;

 private:
  std::vector<std::string> topics_;
};

}  // namespace isnad::cli
