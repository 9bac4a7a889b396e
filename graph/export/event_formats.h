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

/// What only others know of keys and documents.
struct EventFacts {
  CountryTest is_country = [](const EntityKey&) { return false; };
  /// The news agency that a document was taken from; empty for an outlet's own.
  std::function<std::string(const Document&)> agency_of = [](const Document&) { return std::string(); };
};

/// Writes one event a line, in the column habit of political event data (ICEWS, POLECAT): every claim that is an event between two
/// entities, dated by the text, else by its article. Structural ties (posts, membership, places) are no events. *sources* counts the
/// outlets that tell of such an edge, those that reprint one agency as one.
///
/// Cost: two passes over the claims; the names of entities and the claims of one document in memory.
void write_events_csv(const ClaimSource& source, const EventFacts& facts, std::ostream& out);

}  // namespace isnad::exporting
