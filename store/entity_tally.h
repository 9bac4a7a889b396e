#pragma once

#include <map>
#include <string>

#include "graph/model/entity.h"
#include "store/bag.h"

namespace isnad::store {

/// What one document's contribution adds to the tally of its entity: a vote for a type, a vote for each canonical name, a
/// count for each alias, a count for the document.
[[nodiscard]] Bag tally_of(const Entity& contribution);

/// The entity that a sum of contributions elects.
///
/// Type: the one most documents gave, the first of the enumeration when several did. Canonical names: the one most documents
/// gave, then with most mentions, then first in byte order. In both, votes from the lexicon outrank all others. Aliases: the
/// union by language and name, mentions summed.
/// Throws: CorruptionError when no sum of contributions looks so.
[[nodiscard]] Entity merged_entity(const EntityKey& key, const Bag& tally);

/// What one document's contribution adds to the rows of table `aliases`, by key of the row: names whose key is empty cannot be
/// looked up, and have none.
[[nodiscard]] std::map<std::string, Bag> alias_tallies(const Entity& contribution);

}  // namespace isnad::store
