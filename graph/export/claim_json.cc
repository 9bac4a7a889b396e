#include "graph/export/claim_json.h"

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace isnad::exporting {

namespace {

using Json = nlohmann::ordered_json;

Json spans_of(const Slot& slot) {
  Json out = Json::array();
  for (const Span span : slot.spans) out.push_back({span.begin, span.end});
  return out;
}

Json entity_of(const Slot& slot) { return slot.entity ? Json(slot.entity->str()) : Json(nullptr); }

/// The innermost speaker's words; sources that quote sources follow, as in `Peskov < agency`.
Json speakers_of(const std::vector<Attribution>& chain) {
  if (chain.empty()) return nullptr;
  return chain.front().speaker.text;
}

Json chain_of(const std::vector<Attribution>& chain) {
  Json out = Json::array();
  for (const auto& link : chain) out.push_back({{"speaker", link.speaker.text}, {"entity", entity_of(link.speaker)}, {"verb", link.verb}});
  return out;
}

}  // namespace

Json to_json(const Claim& claim, std::string_view sentence_id) {
  Json out;
  out["id"] = claim.id.str();
  out["doc"] = claim.document.str();
  out["sent"] = sentence_id;
  out["s"] = claim.subject.text;
  out["r"] = claim.relation.text;
  out["o"] = claim.object.text;
  out["neg"] = claim.polarity == Polarity::kDenied;
  out["modal"] = to_string(claim.modality);
  out["attr"] = speakers_of(claim.attribution);
  out["type"] = to_string(is_mentioned(claim) ? RelationType::kOther : claim.type);
  out["mentions"] = is_mentioned(claim) ? Json(to_string(claim.type)) : Json(nullptr);
  out["lemma"] = claim.relation_lemma;
  out["label_en"] = claim.label_en;
  out["label_ar"] = claim.label_ar;
  out["s_entity"] = entity_of(claim.subject);
  out["o_entity"] = entity_of(claim.object);
  out["subject_is_source"] = claim.subject_is_source;
  out["date"] = claim.event_date.empty() ? Json(nullptr) : Json(claim.event_date);
  // Two digits are all that a confidence can mean, and a float's tail would only make outputs differ.
  out["confidence"] = static_cast<int>(claim.confidence * 100.0F + 0.5F) / 100.0;
  out["elided"] = claim.subject.elided || claim.object.elided;
  out["chain"] = chain_of(claim.attribution);
  out["spans"] = {{"s", spans_of(claim.subject)}, {"r", spans_of(claim.relation)}, {"o", spans_of(claim.object)}};
  out["rule"] = claim.rule;
  return out;
}

Json to_json(const Edge& edge) {
  Json ids = Json::array();
  for (const auto& id : edge.claim_ids) ids.push_back(id.str());
  Json out;
  out["s"] = edge.key.source.str();
  out["rel"] = to_string(edge.key.type);
  out["o"] = edge.key.target.str();
  out["neg"] = edge.key.polarity == Polarity::kDenied;
  out["n_claims"] = edge.claims;
  out["n_documents"] = edge.documents;
  out["n_sources"] = edge.sources;
  out["first"] = edge.first_date;
  out["last"] = edge.last_date;
  out["claims"] = std::move(ids);
  return out;
}

Json to_json(const Entity& entity) {
  Json aliases = Json::array();
  for (const auto& alias : entity.aliases) aliases.push_back({{"name", alias.name}, {"lang", alias.lang}, {"mentions", alias.mentions}});
  Json out;
  out["key"] = entity.key.str();
  out["type"] = to_string(entity.type);
  out["name_ar"] = entity.name_ar;
  out["name_en"] = entity.name_en;
  out["aliases"] = std::move(aliases);
  return out;
}

}  // namespace isnad::exporting
