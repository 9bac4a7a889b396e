#pragma once

#include <string_view>
#include <vector>

#include "extract/who/spelling_variants.h"
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

/// Says which unknown persons of all articles are one: those with full names (two words or more) that are spellings of one name, in
/// one script (`variants`) or in Arabic and Latin letters (`model`: every word is written alike). A pair is joined where either is the
/// only one in `people` that the other could be; more only where each could be each of the others and nobody else, three of a
/// script at most. So no chain of likenesses joins anybody: with a counterpart that the others do not have, nobody is joined.
///
/// Returns: a kIdentity for each person given up, all of a group into one (an Arabic one where there is one), with rule, evidence and
/// score, ordered by the entity given up; the same whatever the order of `people`.
/// Cost: linear, but for names that share all their consonants, or all but one letter.
[[nodiscard]] std::vector<Decision> find_identities(const Transliteration& model, const SpellingVariants& variants,
                                                    const std::vector<EntityKey>& people);

}  // namespace isnad::who
