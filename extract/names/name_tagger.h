#pragma once

#include <filesystem>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/names/name_model.h"
#include "extract/names/word_hint.h"
#include "graph/model/entity.h"

namespace isnad::names {

/// A name in a sentence.
struct NameSpan {
  /// Word ids, inclusive.
  int first = 0;
  int last = 0;
  EntityType type = EntityType::kMisc;
  /// How much better the sentence's reading is than the best without this name, in hundredths of log-likelihood.
  int margin = 0;

  friend bool operator==(const NameSpan&, const NameSpan&) = default;
};

/// Finds names and their types: the best sequence of tags under a linear-chain conditional random field over hashed features
/// of words, tags, trees, word classes, the project's tables, and what the document shows of the same word elsewhere.
///
/// Whole-number arithmetic: the same on every machine.
/// Threads: immutable once made. Cost: some microseconds a word.
/// Source: Lafferty, McCallum, Pereira 2001; Ratinov, Roth 2009, doi:10.3115/1596374.1596399.
class NameTagger {
 public:
  explicit NameTagger(NameModel model) : model_(std::move(model)) {}

  /// Throws: as `NameModel::load`.
  [[nodiscard]] static NameTagger load(const std::filesystem::path& path) { return NameTagger(NameModel::load(path)); }

  /// Requires: `hints` has an element for each word of each sentence.
  /// Returns: for each sentence in `lang` its names in order, disjoint; none for the others.
  [[nodiscard]] std::vector<std::vector<NameSpan>> tag(std::span<const conllu::Sentence> document, const Hints& hints,
                                                       std::string_view lang) const;

  [[nodiscard]] const NameModel& model() const { return model_; }

 private:
  NameModel model_;
};

/// Returns: the names that a sequence of tags spells, with no margin.
[[nodiscard]] std::vector<NameSpan> spans_of(std::span<const Tag> tags);

}  // namespace isnad::names
