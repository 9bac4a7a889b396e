#include "graph/export/export.h"

#include <array>
#include <utility>

#include "graph/export/event_formats.h"
#include "graph/export/graph_formats.h"
#include "graph/export/jsonld_format.h"
#include "graph/export/rdf_formats.h"
#include "graph/export/record_formats.h"
#include "graph/model/error.h"

namespace isnad::exporting {

namespace {

template <class Value, std::size_t n>
std::optional<Value> named(const std::array<std::pair<std::string_view, Value>, n>& table, std::string_view name) {
  for (const auto& [known, value] : table) {
    if (known == name) return value;
  }
  return std::nullopt;
}

using Writer = void (*)(const ClaimSource&, std::ostream&);

Writer record_writer(const ExportRequest& request) {
  const bool csv = request.format == Format::kCsv;
  switch (request.what) {
    case What::kClaims:
      return csv ? write_claims_csv : write_claims_jsonl;
    case What::kEntities:
      return csv ? write_entities_csv : write_entities_jsonl;
    case What::kEdges:
    case What::kEvents:
      break;
  }
  if (request.by_document) return write_edges_by_document;
  return csv ? write_edges_csv : write_edges_jsonl;
}

Writer writer_of(const ExportRequest& request) {
  switch (request.format) {
    case Format::kGraphml:
      return write_graphml;
    case Format::kGexf:
      return write_gexf;
    case Format::kDot:
      return write_dot;
    case Format::kNquads:
      return write_nquads;
    case Format::kTurtle:
      return write_turtle;
    case Format::kJsonld:
      return write_jsonld;
    default:
      return record_writer(request);
  }
}

}  // namespace

std::optional<What> what_from(std::string_view name) {
  return named(
      std::array<std::pair<std::string_view, What>, 4>{
          {{"claims", What::kClaims}, {"edges", What::kEdges}, {"entities", What::kEntities}, {"events", What::kEvents}}},
      name);
}

std::optional<Format> format_from(std::string_view name) {
  return named(std::array<std::pair<std::string_view, Format>, 8>{{{"jsonl", Format::kJsonl},
                                                                   {"csv", Format::kCsv},
                                                                   {"graphml", Format::kGraphml},
                                                                   {"gexf", Format::kGexf},
                                                                   {"dot", Format::kDot},
                                                                   {"nquads", Format::kNquads},
                                                                   {"turtle", Format::kTurtle},
                                                                   {"jsonld", Format::kJsonld}}},
               name);
}

void write_export(const ClaimSource& source, const ExportRequest& request, std::ostream& out) {
  const bool records = request.format == Format::kJsonl || request.format == Format::kCsv;
  if (!records && request.what != What::kEdges)
    throw UsageError("this format holds the graph of edges: jsonl and csv hold claims and entities");
  if (request.by_document && (request.format != Format::kJsonl || request.what != What::kEdges)) {
    throw UsageError("only edges as jsonl can be written by document");
  }
  if (request.what == What::kEvents) {
    if (request.format != Format::kCsv) throw UsageError("events are written as csv");
    return write_events_csv(source, request.is_country, out);
  }
  writer_of(request)(source, out);
}

}  // namespace isnad::exporting
