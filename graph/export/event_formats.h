#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "graph/model/claim_source.h"
#include "graph/model/relation_type.h"

namespace isnad::exporting {

/// Returns: CAMEO's quad class of a type: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict; 0 for
/// types that are no events.
/// Source: Schrodt, Conflict and Mediation Event Observations Codebook (2012); GDELT's grouping of its roots.
[[nodiscard]] int quad_class(RelationType type);

/// Tells countries from cities, whose keys look alike.
using CountryTest = std::function<bool(const EntityKey&)>;

/// Returns: CAMEO's code for who an actor is (`GOV`, `MIL`, `REB`, `OPP`, `CVL`, ...): of a country its government, of others by the
/// kind that the key names; empty when the key tells none.
[[nodiscard]] std::string_view actor_role(const EntityKey& key, const CountryTest& is_country);

/// Returns: the country that a key names or that its kind belongs to (`russia` of `org:armed-forces:russia`); empty when it tells none.
[[nodiscard]] std::string_view actor_country(const EntityKey& key, const CountryTest& is_country);

/// Writes one event a line, in the column habit of political event data (ICEWS, POLECAT): every claim that is an event between two
/// entities, dated by the text, else by its article. Structural ties (posts, membership, places) are no events. *reported* is `no`
/// for what the sentence only mentions (`is_mentioned`). *sources* counts the outlets that tell of such an edge, those that credit one agency as one.
///
/// Cost: two passes over the claims; the names of entities and the claims of one document in memory.
void write_events_csv(const ClaimSource& source, const CountryTest& is_country, std::ostream& out);

}  // namespace isnad::exporting
