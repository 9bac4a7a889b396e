#pragma once

#include <cstdint>
#include <vector>

namespace isnad::names {

/// What sort of noun stands before or in a name.
enum class NounClass : std::uint8_t { kNone, kPersonTitle, kOrganisation, kPlace, kPeople, kPart, kOther };

/// What the project's tables say about a word, as far as the tagger wants to know it.
struct WordHint {
  /// The tag that the tables' name covering the word gives it; 0 when none does.
  std::uint8_t known = 0;
  /// It is a country's adjective or people: `تركي`, `Turks`.
  bool demonym = false;
  /// It is a common given name.
  bool given_name = false;
  /// It names nobody though it may look so: months, days, currencies.
  bool common_word = false;
  /// Which noun of the tables covers it (offices, titles, kinds of organisation and place), from 1; 0 for none. The number
  /// means the same in every version of the tables.
  std::uint64_t noun = 0;
  NounClass noun_class = NounClass::kNone;
};

/// [sentence][word id - 1]
using Hints = std::vector<std::vector<WordHint>>;

}  // namespace isnad::names
