#pragma once

// Inside graph/export only: the names that all RDF formats share, without angle brackets.

#include <string>

#include "graph/export/escaping.h"
#include "graph/model/claim.h"
#include "graph/model/edge.h"

namespace isnad::exporting::rdf {

inline constexpr const char* kType = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
inline constexpr const char* kStatement = "http://www.w3.org/1999/02/22-rdf-syntax-ns#Statement";
inline constexpr const char* kSubject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#subject";
inline constexpr const char* kPredicate = "http://www.w3.org/1999/02/22-rdf-syntax-ns#predicate";
inline constexpr const char* kObject = "http://www.w3.org/1999/02/22-rdf-syntax-ns#object";
inline constexpr const char* kLabel = "http://www.w3.org/2000/01/rdf-schema#label";
inline constexpr const char* kAltLabel = "http://www.w3.org/2004/02/skos/core#altLabel";
inline constexpr const char* kTitle = "http://purl.org/dc/terms/title";
inline constexpr const char* kDate = "http://purl.org/dc/terms/date";
inline constexpr const char* kPublisher = "http://purl.org/dc/terms/publisher";
/// W3C, PROV-O, 2013.
inline constexpr const char* kProvEntity = "http://www.w3.org/ns/prov#Entity";
inline constexpr const char* kQuotedFrom = "http://www.w3.org/ns/prov#wasQuotedFrom";
inline constexpr const char* kAttributedTo = "http://www.w3.org/ns/prov#wasAttributedTo";
inline constexpr const char* kPrimarySource = "http://www.w3.org/ns/prov#hadPrimarySource";
inline constexpr const char* kValue = "http://www.w3.org/ns/prov#value";

inline std::string entity(const EntityKey& key) { return "urn:isnad:entity:" + percent_encoded(key.str()); }
inline std::string document(const DocumentId& id) { return "urn:isnad:document:" + percent_encoded(id.str()); }
inline std::string claim(const ClaimId& id) { return "urn:isnad:claim:" + percent_encoded(id.str()); }
inline std::string entity_class(EntityType type) { return "urn:isnad:class:" + std::string(to_string(type)); }
inline std::string relation(const EdgeKey& key) {
  return (key.polarity == Polarity::kDenied ? "urn:isnad:denied:" : "urn:isnad:relation:") + std::string(to_string(key.type));
}

/// Returns: whether an address may stand as an IRI as it is: http(s), without spaces, quotes or brackets.
inline bool is_web_address(const std::string& url) {
  return (url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0) && url.find_first_of(" \t\r\n\"<>\\^`{|}") == std::string::npos;
}

}  // namespace isnad::exporting::rdf
