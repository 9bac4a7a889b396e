#include "graph/export/record_formats.h"

#include <map>
#include <nlohmann/json.hpp>
#include <ostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/export/claim_json.h"
#include "graph/export/csv.h"
#include "graph/export/document_reader.h"

namespace isnad::exporting {

namespace {

using Json = nlohmann::ordered_json;

/// Stored text is UTF-8; should a byte be damaged, a replacement character is better than no export.
bool write_line(std::ostream& out, const Json& json) {
  out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
  return static_cast<bool>(out);
}

std::string entity_of(const Slot& slot) { return slot.entity ? slot.entity->str() : std::string(); }

/// Canonical ones first, each once.
Json names_of(const Entity& entity) {
  Json names = Json::array();
  const auto add = [&names](const std::string& name) {
    if (name.empty()) return;
    for (const auto& known : names) {
      if (known.get_ref<const std::string&>() == name) return;
    }
    names.push_back(name);
  };
  add(entity.name_ar);
  add(entity.name_en);
  for (const auto& alias : entity.aliases) add(alias.name);
  return names;
}

/// All names of entities, canonical ones first, each once; looked up once an entity.
class Names {
 public:
  explicit Names(const ClaimSource& source) : source_(source) {}

  const Json& of(const EntityKey& key) {
    const auto [it, fresh] = names_.try_emplace(key, Json::array());
    if (!fresh) return it->second;
    if (const auto entity = source_.entity(key)) it->second = names_of(*entity);
    if (it->second.empty()) it->second.push_back(key.str());
    return it->second;
  }

 private:
  const ClaimSource& source_;
  std::unordered_map<EntityKey, Json> names_;
};

}  // namespace

void write_claims_jsonl(const ClaimSource& source, std::ostream& out) {
  DocumentReader documents(source);
  source.visit_claims([&](const Claim& claim) {
    const Document& document = documents.of(claim);
    Json json = to_json(claim, DocumentReader::sentence_id(claim, document));
    json["sentence"] = DocumentReader::sentence(claim, document);
    json["published"] = document.published;
    json["source"] = document.source;
    json["title"] = document.title;
    json["url"] = document.url;
    return write_line(out, json);
  });
}

void write_edges_jsonl(const ClaimSource& source, std::ostream& out) {
  source.visit_edges([&](const Edge& edge) { return write_line(out, to_json(edge)); });
}

void write_entities_jsonl(const ClaimSource& source, std::ostream& out) {
  source.visit_entities([&](const Entity& entity) { return write_line(out, to_json(entity)); });
}

void write_edges_by_document(const ClaimSource& source, std::ostream& out) {
  Names names(source);
  DocumentId document;
  std::map<EdgeKey, Json> edges;
  const auto flush = [&] {
    for (auto& [key, claims] : edges) {
      Json json;
      json["doc"] = document.str();
      json["s"] = names.of(key.source);
      json["o"] = names.of(key.target);
      json["rel"] = to_string(key.type);
      json["neg"] = key.polarity == Polarity::kDenied;
      json["claims"] = std::move(claims);
      json["s_key"] = key.source.str();
      json["o_key"] = key.target.str();
      if (!write_line(out, json)) return false;
    }
    edges.clear();
    return true;
  };
  source.visit_claims([&](const Claim& claim) {
    if (claim.document != document) {
      if (!flush()) return false;
      document = claim.document;
    }
    if (const auto key = edge_key_of(claim)) edges.try_emplace(*key, Json::array()).first->second.push_back(claim.id.str());
    return true;
  });
  if (out) flush();
}

void write_entities_by_document(const std::function<void(const EntityVisitor&)>& visit_documents, std::ostream& out) {
  visit_documents([&](const DocumentId& document, const std::vector<Entity>& entities) {
    for (const Entity& entity : entities) {
      Json json;
      json["doc"] = document.str();
      json["key"] = entity.key.str();
      json["type"] = to_string(entity.type);
      json["names"] = names_of(entity);
      if (!write_line(out, json)) return false;
    }
    return true;
  });
}

bool write_claim_csv_head(std::ostream& out) {
  return write_row(
      out, {"id",    "doc",      "sent",     "s",        "r",        "o",    "neg",        "modal",    "attr",      "type",
            "lemma", "label_ar", "label_en", "s_entity", "o_entity", "date", "confidence", "sentence", "published", "source", "mentions"});
}

bool write_claim_csv(std::ostream& out, const Claim& claim, const Document& document) {
  const int hundredths = static_cast<int>(claim.confidence * 100.0F + 0.5F);
  const std::string confidence = hundredths >= 100 ? "1.00" : (hundredths < 10 ? "0.0" : "0.") + std::to_string(hundredths);
  return write_row(out, {claim.id.str(),
                         claim.document.str(),
                         DocumentReader::sentence_id(claim, document),
                         claim.subject.text,
                         claim.relation.text,
                         claim.object.text,
                         claim.polarity == Polarity::kDenied ? "true" : "false",
                         to_string(claim.modality),
                         claim.attribution.empty() ? "" : claim.attribution.front().speaker.text,
                         to_string(is_mentioned(claim) ? RelationType::kOther : claim.type),
                         claim.relation_lemma,
                         claim.label_ar,
                         claim.label_en,
                         entity_of(claim.subject),
                         entity_of(claim.object),
                         claim.event_date,
                         confidence,
                         DocumentReader::sentence(claim, document),
                         document.published,
                         document.source,
                         is_mentioned(claim) ? to_string(claim.type) : std::string_view{}});
}

void write_claims_csv(const ClaimSource& source, std::ostream& out) {
  write_claim_csv_head(out);
  DocumentReader documents(source);
  source.visit_claims([&](const Claim& claim) { return write_claim_csv(out, claim, documents.of(claim)); });
}

void write_edges_csv(const ClaimSource& source, std::ostream& out) {
  write_row(out, {"source", "source_ar", "source_en", "type", "target", "target_ar", "target_en", "neg", "claims", "documents",
                  "sources", "first", "last"});
  std::unordered_map<EntityKey, std::pair<std::string, std::string>> names;
  const auto names_of = [&](const EntityKey& key) -> const std::pair<std::string, std::string>& {
    const auto [it, fresh] = names.try_emplace(key);
    if (fresh) {
      if (const auto entity = source.entity(key)) it->second = {entity->name_ar, entity->name_en};
    }
    return it->second;
  };
  source.visit_edges([&](const Edge& edge) {
    const auto& [source_ar, source_en] = names_of(edge.key.source);
    const auto& [target_ar, target_en] = names_of(edge.key.target);
    return write_row(
        out, {edge.key.source.str(), source_ar, source_en, to_string(edge.key.type), edge.key.target.str(), target_ar, target_en,
              edge.key.polarity == Polarity::kDenied ? "true" : "false", std::to_string(edge.claims),
              std::to_string(edge.documents), std::to_string(edge.sources), edge.first_date, edge.last_date});
  });
}

void write_entities_csv(const ClaimSource& source, std::ostream& out) {
  write_row(out, {"key", "type", "name_ar", "name_en", "aliases"});
  source.visit_entities([&](const Entity& entity) {
    std::string aliases;
    for (const auto& alias : entity.aliases) aliases += (aliases.empty() ? "" : "; ") + alias.name;
    return write_row(out, {entity.key.str(), to_string(entity.type), entity.name_ar, entity.name_en, aliases});
  });
}

}  // namespace isnad::exporting
