#pragma once

#include <string_view>
#include <vector>

#include "extract/who/transliteration.h"
#include "graph/model/decision.h"
#include "graph/model/ids.h"

namespace isnad::who {

/// Returns: true for the key of a person whom the lexicon does not know.
[[nodiscard]] bool is_unknown_person(const EntityKey& key);

/// How far two full names are spellings of one in Arabic and Latin letters, by the word that fits worst.
///
/// Returns: `Transliteration::kFar` unless one is Arabic and the other Latin, and both have the same number of words, at least two.
[[nodiscard]] int name_distance(const Transliteration& model, std::string_view a, std::string_view b);

/// Says which unknown persons of Arabic articles are those of English ones: two with full names (two words or more), every word of
/// which is written alike, where either is the only one in `people` that the other could be. So that no chain of likenesses can
/// join anybody: who has two counterparts has none.
///
/// Returns: a kIdentity for each pair, ordered by the entity given up (the English one); the same whatever the order of `people`.
/// Cost: linear, but for names that share all their consonants.
[[nodiscard]] std::vector<Decision> find_identities(const Transliteration& model, const std::vector<EntityKey>& people);

}  // namespace isnad::who
