#pragma once

#include <iosfwd>

#include "graph/model/claim_source.h"

namespace isnad::exporting {

/// RDF. Entities are `urn:isnad:entity:KEY`, relations `urn:isnad:relation:TYPE`, denied ones `urn:isnad:denied:TYPE`; names are
/// labels with their language. Keys are percent-encoded.

/// N-Quads: each statement in the graph of its document, `urn:isnad:document:ID`; in the default graph names, documents, and each claim as an
/// `rdf:Statement` with its sentence, its document and who says so in the terms of PROV-O.
/// Source: W3C, RDF 1.1 N-Quads, 2014.
void write_nquads(const ClaimSource& source, std::ostream& out);

/// Turtle: entities with names and relations, without documents. Source: W3C, RDF 1.1 Turtle, 2014.
void write_turtle(const ClaimSource& source, std::ostream& out);

}  // namespace isnad::exporting
