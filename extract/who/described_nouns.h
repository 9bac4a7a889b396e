#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "extract/conllu/sentence.h"
#include "graph/model/entity.h"

namespace isnad::who {

/// The table of common nouns that act or are acted on (`lexicon/who/described.tsv`): `school`, `صيادون`, `spokesman`.
///
/// Threads: immutable once made.
class DescribedNouns {
 public:
  /// Throws: IoError, FormatError naming file and line.
  DescribedNouns();

  /// Returns: what a noun describes by its form, else its lemma; the plural of persons is `kNorp`. Nothing when it is no noun of
  /// the table.
  [[nodiscard]] std::optional<EntityType> type_of(const conllu::Word& word) const;

  /// Returns: true for a word that only counts the noun behind it: `عشرات`, `dozens`.
  [[nodiscard]] bool is_quantifier(const conllu::Word& word) const;

 private:
  std::unordered_map<std::string, EntityType> types_;
  std::unordered_set<std::string> quantifiers_;
};

}  // namespace isnad::who
