#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/conllu/sentence.h"

namespace isnad::nlp {

/// Fills in parts of speech, features, lemmas and the dependency tree of given words: a BiLSTM over word and letter vectors
/// with layers for tags and a biaffine arc scorer, trained by `isnad-train parser`.
///
/// The same words get the same analysis, bit for bit, alone or in any batch, on any thread and any x86-64 processor.
/// Threads: const methods may be called from several threads at once.
/// Source: Dozat and Manning 2017, arXiv:1611.01734; Stymne et al. 2018, DOI 10.18653/v1/P18-2098 (one vector a scheme).
class Annotator {
 public:
  /// `scheme`: which of the treebanks that the model learned from to imitate; empty for the model's default.
  /// Throws: ModelError when the file is corrupt, truncated or of another version; IoError when it cannot be read; UsageError
  /// when the model knows no such scheme (the message lists those that it knows).
  /// Cost: about 50 ms.
  [[nodiscard]] static std::unique_ptr<Annotator> load(const std::filesystem::path& model_file, std::string_view scheme = {});

  ~Annotator();
  Annotator(const Annotator&) = delete;
  Annotator& operator=(const Annotator&) = delete;

  /// Fills `upos`, `feats`, `lemma` (without vowel signs), `head` and `deprel` of every word; reads `form` alone. A lemma whose
  /// vocalisation the treebanks tell gets it in `misc`, as `Vlemma=`, in place of one that was there.
  /// The tree has exactly one root. Sentences of more than 250 words are analysed in pieces.
  void annotate(conllu::Sentence& sentence) const;

  /// The same for several sentences at once, which is faster; after another scheme than the one chosen at loading when `scheme`
  /// is not empty. Throws: UsageError when the model knows no such scheme.
  void annotate(std::span<conllu::Sentence> sentences, std::string_view scheme = {}) const;

  /// Returns: the schemes of the model, its default first.
  [[nodiscard]] const std::vector<std::string>& schemes() const;

 private:
  struct Impl;
  explicit Annotator(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::nlp
