#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "graph/model/claim.h"

namespace isnad::what {

/// A set of semantic classes, one bit each.
using ClassSet = std::uint64_t;

/// What a word or an entity may be for the frames of the relation lexicon: `person`, `place`, `armed`, `accord`, ...
///
/// The classes of entities (`person org polity place facility people event thing actor`) come from their type, those of
/// other words from the tables `ar_classes.tsv` and `en_classes.tsv` by the head word.
/// Threads: const methods may be called from several threads at once.
class WordClasses {
 public:
  /// Throws: IoError, FormatError from reading the tables.
  WordClasses();

  /// Returns: the bit of a class; 0 when there is no such class.
  [[nodiscard]] ClassSet bit(std::string_view name) const;

  /// Returns: the classes of one word as it stands in a text, its clitics and article on it.
  [[nodiscard]] ClassSet of_word(std::string_view word) const;

  /// Returns: the classes of a slot: of its entity and of its head word (`text` is the document's), without one of its words.
  [[nodiscard]] ClassSet of_slot(const Slot& slot, std::string_view text) const;

  /// Returns: the classes `attack` and `weapon` that a slot's words give it besides its head for linking: of `an American air strike`
  /// that head is American; of سيارة مفخخة and محاولة اغتيال the second word says it.
  [[nodiscard]] ClassSet means_of(const Slot& slot, bool english) const;

 private:
  void load(std::string_view file);
  ClassSet intern(std::string_view name);

  std::map<std::string, ClassSet, std::less<>> bits_;
  std::unordered_map<std::string, ClassSet> words_;
};

}  // namespace isnad::what
