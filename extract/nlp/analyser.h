#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "extract/conllu/sentence.h"
#include "graph/model/document.h"

namespace isnad::nlp {

/// Raw text in, trees out: language, sentences, tokens, clitics, tags, features, lemmas, dependency trees.
///
/// Models are loaded on the first sentence of their language. The same text gives the same trees, whatever came before.
/// Threads: one `Analyser` serves any number of threads at once.
class Analyser {
 public:
  struct Options {
    /// Model for Arabic: `ar` (best) or `ar-free` (trained on freely licensed data alone).
    std::string arabic_model = "ar";
    /// Annotation scheme that Arabic words and trees follow, one of those that the model was trained on; `auto`: that of the
    /// treebank whose texts a document resembles, `ar_news` in doubt. Claims are made for the default.
    std::string arabic_scheme = "ar_news";
  };

  Analyser();
  explicit Analyser(Options options);
  ~Analyser();
  Analyser(const Analyser&) = delete;
  Analyser& operator=(const Analyser&) = delete;

  /// Requires: `document.text` is valid UTF-8 of less than 4 GiB. `document.sentences`, when given, are taken as they are.
  /// Returns: sentences in text order, every span a byte range of `document.text`; `lang` filled for each.
  /// Throws: ModelError, IoError from loading a model.
  [[nodiscard]] std::vector<conllu::Sentence> analyse(const Document& document) const;

  /// Fills tags, lemmas and the trees of sentences whose words are given, which count as one document; what they had there is
  /// replaced. Words keep their spelling.
  void annotate(std::span<conllu::Sentence> sentences) const;

  /// Returns: name and checksum of each model file, for the extractor's version string; loads nothing.
  [[nodiscard]] std::string fingerprint() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::nlp
