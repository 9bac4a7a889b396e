#include "graph/export/jsonld_format.h"

#include <nlohmann/json.hpp>
#include <ostream>
#include <string>

#include "graph/export/document_reader.h"
#include "graph/export/rdf_terms.h"

namespace isnad::exporting {

namespace {

using json = nlohmann::ordered_json;

json context() {
  const auto link = [](const char* iri) { return json{{"@id", iri}, {"@type", "@id"}}; };
  json out;
  out["label"] = {{"@id", rdf::kLabel}, {"@container", "@language"}};
  out["alias"] = {{"@id", rdf::kAltLabel}, {"@container", "@language"}};
  out["subject"] = link(rdf::kSubject);
  out["predicate"] = link(rdf::kPredicate);
  out["object"] = link(rdf::kObject);
  out["document"] = link(rdf::kQuotedFrom);
  out["speaker"] = link(rdf::kAttributedTo);
  out["url"] = link(rdf::kPrimarySource);
  out["sentence"] = rdf::kValue;
  out["title"] = rdf::kTitle;
  out["date"] = rdf::kDate;
  out["publisher"] = rdf::kPublisher;
  return out;
}

json node(const Entity& entity) {
  json out = {{"@id", rdf::entity(entity.key)}, {"@type", rdf::entity_class(entity.type)}};
  if (!entity.name_ar.empty()) out["label"]["ar"] = entity.name_ar;
  if (!entity.name_en.empty()) out["label"]["en"] = entity.name_en;
  for (const auto& alias : entity.aliases) {
    if (alias.name != entity.name_ar && alias.name != entity.name_en) out["alias"][alias.lang.empty() ? "und" : alias.lang].push_back(alias.name);
  }
  return out;
}

json node(const Document& document) {
  json out = {{"@id", rdf::document(document.id)}, {"@type", rdf::kProvEntity}};
  if (!document.title.empty()) out["title"] = document.title;
  if (!document.published.empty()) out["date"] = document.published;
  if (!document.source.empty()) out["publisher"] = document.source;
  if (rdf::is_web_address(document.url)) out["url"] = document.url;
  return out;
}

json node(const Claim& claim, const EdgeKey& key, const Document& document) {
  json out = {{"@id", rdf::claim(claim.id)},          {"@type", rdf::kStatement},
              {"subject", rdf::entity(key.source)},   {"predicate", rdf::relation(key)},
              {"object", rdf::entity(key.target)},    {"document", rdf::document(claim.document)},
              {"sentence", DocumentReader::sentence(claim, document)}};
  for (const auto& link : claim.attribution) {
    if (link.speaker.entity) out["speaker"].push_back(rdf::entity(*link.speaker.entity));
  }
  return out;
}

}  // namespace

void write_jsonld(const ClaimSource& source, std::ostream& out) {
  bool first = true;
  const auto write = [&](const json& node) {
    out << (first ? "\n" : ",\n") << node.dump(-1, ' ', false, json::error_handler_t::replace);
    first = false;
  };
  out << "{\"@context\": " << context().dump() << ",\n\"@graph\": [";
  source.visit_entities([&](const Entity& entity) {
    write(node(entity));
    return static_cast<bool>(out);
  });
  DocumentReader documents(source);
  DocumentId described;
  source.visit_claims([&](const Claim& claim) {
    if (const auto key = edge_key_of(claim)) {
      const Document& document = documents.of(claim);
      if (described != claim.document) write(node(document));
      described = claim.document;
      write(node(claim, *key, document));
    }
    return static_cast<bool>(out);
  });
  out << "\n]}\n";
}

}  // namespace isnad::exporting
