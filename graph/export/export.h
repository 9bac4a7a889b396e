#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "graph/model/claim_source.h"

namespace isnad::exporting {

enum class What : std::uint8_t { kClaims, kEdges, kEntities, kEvents };

/// JSON Lines and CSV hold claims, edges or entities, CSV also events; the others hold the whole graph of edges with its entities.
enum class Format : std::uint8_t { kJsonl, kCsv, kGraphml, kGexf, kDot, kNquads, kTurtle, kJsonld };

/// Returns: `claims edges entities events`; nothing for another name.
[[nodiscard]] std::optional<What> what_from(std::string_view name);

/// Returns: `jsonl csv graphml gexf dot nquads turtle jsonld`; nothing for another name.
[[nodiscard]] std::optional<Format> format_from(std::string_view name);

struct ExportRequest {
  What what = What::kEdges;
  Format format = Format::kJsonl;
  /// Edges for each document by itself, as scorers read them (`write_edges_by_document`); JSON Lines only.
  bool by_document = false;
  /// Events only: tells countries from cities. Without it no actor is a country.
  std::function<bool(const EntityKey&)> is_country = [](const EntityKey&) { return false; };
};

/// Writes what is asked for, in the order of the source, so that the same graph gives the same bytes. Ends early, without an
/// error, when `out` goes bad (its reader has gone away).
///
/// Throws: UsageError when the format cannot hold what is asked for.
/// Cost: one pass; the entities' names in memory for the graph formats and by document.
void write_export(const ClaimSource& source, const ExportRequest& request, std::ostream& out);

}  // namespace isnad::exporting
