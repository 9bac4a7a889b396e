#include "graph/export/rdf_formats.h"

#include <optional>
#include <ostream>
#include <string>

#include "graph/export/escaping.h"

namespace isnad::exporting {

namespace {

constexpr const char* kType = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
constexpr const char* kLabel = "<http://www.w3.org/2000/01/rdf-schema#label>";
constexpr const char* kAltLabel = "<http://www.w3.org/2004/02/skos/core#altLabel>";

std::string entity_iri(const EntityKey& key) { return "<urn:isnad:entity:" + percent_encoded(key.str()) + ">"; }
std::string document_iri(const DocumentId& id) { return "<urn:isnad:document:" + percent_encoded(id.str()) + ">"; }
std::string class_iri(EntityType type) { return "<urn:isnad:class:" + std::string(to_string(type)) + ">"; }

std::string relation_iri(const EdgeKey& key) {
  return (key.polarity == Polarity::kDenied ? "<urn:isnad:denied:" : "<urn:isnad:relation:") + std::string(to_string(key.type)) +
         ">";
}

std::string literal(const Alias& alias) { return rdf_literal(alias.name) + (alias.lang.empty() ? "" : "@" + alias.lang); }

/// Calls `state(predicate, object)` for all that is known of an entity by itself.
template <class State>
void describe(const Entity& entity, const State& state) {
  state(kType, class_iri(entity.type));
  if (!entity.name_ar.empty()) state(kLabel, rdf_literal(entity.name_ar) + "@ar");
  if (!entity.name_en.empty()) state(kLabel, rdf_literal(entity.name_en) + "@en");
  for (const auto& alias : entity.aliases) {
    if (alias.name != entity.name_ar && alias.name != entity.name_en) state(kAltLabel, literal(alias));
  }
}

}  // namespace

void write_nquads(const ClaimSource& source, std::ostream& out) {
  source.visit_entities([&](const Entity& entity) {
    describe(entity, [&](const std::string& predicate, const std::string& object) {
      out << entity_iri(entity.key) << ' ' << predicate << ' ' << object << " .\n";
    });
    return static_cast<bool>(out);
  });
  source.visit_claims([&](const Claim& claim) {
    if (const auto key = edge_key_of(claim)) {
      out << entity_iri(key->source) << ' ' << relation_iri(*key) << ' ' << entity_iri(key->target) << ' '
          << document_iri(claim.document) << " .\n";
    }
    return static_cast<bool>(out);
  });
}

void write_turtle(const ClaimSource& source, std::ostream& out) {
  source.visit_entities([&](const Entity& entity) {
    out << entity_iri(entity.key);
    const char* separator = " ";
    describe(entity, [&](const std::string& predicate, const std::string& object) {
      out << separator << predicate << ' ' << object;
      separator = " ;\n    ";
    });
    out << " .\n";
    return static_cast<bool>(out);
  });
  source.visit_edges([&](const Edge& edge) {
    out << entity_iri(edge.key.source) << ' ' << relation_iri(edge.key) << ' ' << entity_iri(edge.key.target) << " .\n";
    return static_cast<bool>(out);
  });
}

}  // namespace isnad::exporting
