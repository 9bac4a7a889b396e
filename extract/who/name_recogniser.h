#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/names/name_tagger.h"
#include "extract/who/draft.h"

namespace isnad::who {

/// The trained recognisers of names, one a language, joined with what the tables say.
///
/// A model is loaded on the first sentence of its language.
/// Threads: one `NameRecogniser` serves any number of threads at once.
class NameRecogniser {
 public:
  NameRecogniser();
  ~NameRecogniser();
  NameRecogniser(const NameRecogniser&) = delete;
  NameRecogniser& operator=(const NameRecogniser&) = delete;

  /// Requires: `find_lexicon_names(draft)` was called, and nothing after it.
  /// Returns: for each sentence its names in order, disjoint.
  /// Throws: IoError, ModelError from loading a model.
  [[nodiscard]] std::vector<std::vector<names::NameSpan>> recognise(const Draft& draft) const;

  /// Returns: name and checksum of each model; loads nothing.
  [[nodiscard]] std::string fingerprint() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::who
