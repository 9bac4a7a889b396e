#include "graph/export/rdf_formats.h"

#include <optional>
#include <ostream>
#include <string>

#include "graph/export/document_reader.h"
#include "graph/export/escaping.h"
#include "graph/export/rdf_terms.h"

namespace isnad::exporting {

namespace {

std::string iri(const std::string& name) { return "<" + name + ">"; }

std::string literal(const Alias& alias) { return rdf_literal(alias.name) + (alias.lang.empty() ? "" : "@" + alias.lang); }

/// Calls `state(predicate, object)` for all that is known of an entity by itself.
template <class State>
void describe(const Entity& entity, const State& state) {
  state(rdf::kType, iri(rdf::entity_class(entity.type)));
  if (!entity.name_ar.empty()) state(rdf::kLabel, rdf_literal(entity.name_ar) + "@ar");
  if (!entity.name_en.empty()) state(rdf::kLabel, rdf_literal(entity.name_en) + "@en");
  for (const auto& alias : entity.aliases) {
    if (alias.name != entity.name_ar && alias.name != entity.name_en) state(rdf::kAltLabel, literal(alias));
  }
}

/// The same for a document: where its statements come from.
template <class State>
void describe(const Document& document, const State& state) {
  state(rdf::kType, iri(rdf::kProvEntity));
  if (!document.title.empty()) state(rdf::kTitle, rdf_literal(document.title));
  if (!document.published.empty()) state(rdf::kDate, rdf_literal(document.published));
  if (!document.source.empty()) state(rdf::kPublisher, rdf_literal(document.source));
  if (rdf::is_web_address(document.url)) state(rdf::kPrimarySource, iri(document.url));
}

/// The same for a claim: what it states, in which words, from which document, by whom.
template <class State>
void describe(const Claim& claim, const EdgeKey& key, const std::string& sentence, const State& state) {
  state(rdf::kType, iri(rdf::kStatement));
  state(rdf::kSubject, iri(rdf::entity(key.source)));
  state(rdf::kPredicate, iri(rdf::relation(key)));
  state(rdf::kObject, iri(rdf::entity(key.target)));
  state(rdf::kQuotedFrom, iri(rdf::document(claim.document)));
  if (!sentence.empty()) state(rdf::kValue, rdf_literal(sentence));
  for (const auto& link : claim.attribution) {
    if (link.speaker.entity) state(rdf::kAttributedTo, iri(rdf::entity(*link.speaker.entity)));
  }
}

}  // namespace

void write_nquads(const ClaimSource& source, std::ostream& out) {
  const auto states = [&](const std::string& subject) {
    return [&out, subject](const char* predicate, const std::string& object) { out << subject << ' ' << iri(predicate) << ' ' << object << " .\n"; };
  };
  source.visit_entities([&](const Entity& entity) {
    describe(entity, states(iri(rdf::entity(entity.key))));
    return static_cast<bool>(out);
  });
  DocumentReader documents(source);
  DocumentId described;
  source.visit_claims([&](const Claim& claim) {
    if (const auto key = edge_key_of(claim)) {
      const Document& document = documents.of(claim);
      const std::string graph = iri(rdf::document(claim.document));
      if (described != claim.document) describe(document, states(graph));
      described = claim.document;
      out << iri(rdf::entity(key->source)) << ' ' << iri(rdf::relation(*key)) << ' ' << iri(rdf::entity(key->target)) << ' ' << graph << " .\n";
      describe(claim, *key, DocumentReader::sentence(claim, document), states(iri(rdf::claim(claim.id))));
    }
    return static_cast<bool>(out);
  });
}

void write_turtle(const ClaimSource& source, std::ostream& out) {
  source.visit_entities([&](const Entity& entity) {
    out << iri(rdf::entity(entity.key));
    const char* separator = " ";
    describe(entity, [&](const char* predicate, const std::string& object) {
      out << separator << iri(predicate) << ' ' << object;
      separator = " ;\n    ";
    });
    out << " .\n";
    return static_cast<bool>(out);
  });
  source.visit_edges([&](const Edge& edge) {
    out << iri(rdf::entity(edge.key.source)) << ' ' << iri(rdf::relation(edge.key)) << ' ' << iri(rdf::entity(edge.key.target)) << " .\n";
    return static_cast<bool>(out);
  });
}

}  // namespace isnad::exporting
