#pragma once

#include <iosfwd>

#include "graph/model/claim_source.h"

namespace isnad::exporting {

/// All entities and edges for other programs. Names are data: whatever they hold, they cannot break the format.

/// GraphML with the names, type and counts as attributes. Source: graphml.graphdrawing.org/specification.html.
void write_graphml(const ClaimSource& source, std::ostream& out);

/// GEXF 1.3 with first and last date of each edge as its lifetime, for Gephi. Source: gexf.net.
void write_gexf(const ClaimSource& source, std::ostream& out);

/// Graphviz's DOT language, without any layout.
void write_dot(const ClaimSource& source, std::ostream& out);

}  // namespace isnad::exporting
