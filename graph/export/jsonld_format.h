#pragma once

// Inside graph/export only.

#include <iosfwd>

#include "graph/model/claim_source.h"

namespace isnad::exporting {

/// JSON-LD with its context inside: entities with their names by language, and each claim between two entities as an
/// `rdf:Statement` with its sentence, its document and who says so (PROV-O), under the names of `rdf_terms.h`. Written as it is read:
/// one array, one node a line.
/// Source: W3C, JSON-LD 1.1, 2020.
void write_jsonld(const ClaimSource& source, std::ostream& out);

}  // namespace isnad::exporting
