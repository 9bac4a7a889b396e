#include "graph/query/edge_reader.h"

#include <algorithm>
#include <set>
#include <utility>

namespace isnad::query {

namespace {

template <class T>
bool contains(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

EdgeReader::EdgeReader(const ClaimSource& source, ViewFilter filter) : source_(source), filter_(std::move(filter)) {}

const EntityKey& EdgeReader::folded(const EntityKey& key) const {
  const auto it = filter_.fold.find(key);
  return it == filter_.fold.end() ? key : it->second;
}

bool EdgeReader::wanted_kind(const EdgeKey& key) const {
  if (filter_.polarity && key.polarity != *filter_.polarity) return false;
  if (filter_.types.empty() && filter_.families.empty()) return true;
  return contains(filter_.types, key.type) || contains(filter_.families, info(key.type).family);
}

bool EdgeReader::wanted_entity(const EntityKey& key) const {
  if (filter_.entity_types.empty()) return true;
  const auto [it, fresh] = wanted_entities_.try_emplace(key, false);
  if (fresh) {
    const auto entity = source_.entity(key);
    it->second = entity && contains(filter_.entity_types, entity->type);
  }
  return it->second;
}

const EdgeReader::DocumentFacts& EdgeReader::facts(const DocumentId& id) const {
  const auto [it, fresh] = documents_.try_emplace(id);
  if (fresh) {
    auto document = source_.document(id);
    if (document) it->second = {std::move(document->published), std::move(document->source), id};
    if (document && !document->copy_of.empty()) {
      it->second.counted_as = document->copy_of;
      if (auto original = source_.document(document->copy_of)) it->second.source = std::move(original->source);
    }
  }
  return it->second;
}

std::optional<Edge> EdgeReader::recounted(const EdgeKey& key, const std::vector<ClaimId>& claims) const {
  Edge out;
  out.key = key;
  // For each original the claims of whichever of it and its copies has most.
  std::map<DocumentId, std::map<DocumentId, std::uint32_t>> documents;
  std::set<std::string> sources;
  for (const auto& id : claims) {
    const auto claim = source_.claim(id);
    if (!claim) continue;
    const auto& document = facts(claim->document);
    const std::string& date = claim->event_date.empty() ? document.published : claim->event_date;
    if (!filter_.period.contains(date)) continue;
    ++documents[document.counted_as][claim->document];
    sources.insert(document.source);
    out.claim_ids.push_back(id);
    if (date.empty()) continue;
    if (out.first_date.empty() || date < out.first_date) out.first_date = date;
    if (date > out.last_date) out.last_date = date;
  }
  if (out.claim_ids.empty()) return std::nullopt;
  for (const auto& [original, claims_in] : documents) {
    out.claims += std::max_element(claims_in.begin(), claims_in.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->second;
  }
  out.documents = static_cast<std::uint32_t>(documents.size());
  out.sources = static_cast<std::uint32_t>(sources.size());
  return out;
}

std::optional<Edge> EdgeReader::narrowed(const Edge& edge) const {
  switch (filter_.period.overlap(edge.first_date, edge.last_date)) {
    case DateRange::Overlap::kNone:
      return std::nullopt;
    case DateRange::Overlap::kAll:
      return edge;
    case DateRange::Overlap::kSome:
      return recounted(edge.key, edge.claim_ids);
  }
  return std::nullopt;
}

/// Edges that folding gave the same key become one.
std::vector<Edge> EdgeReader::joined(std::map<EdgeKey, std::vector<Edge>> groups) const {
  std::vector<Edge> out;
  for (auto& [key, edges] : groups) {
    if (edges.size() == 1) {
      edges.front().key = key;
      out.push_back(std::move(edges.front()));
      continue;
    }
    std::vector<ClaimId> claims;
    for (const auto& edge : edges) claims.insert(claims.end(), edge.claim_ids.begin(), edge.claim_ids.end());
    std::sort(claims.begin(), claims.end());
    claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
    if (auto edge = recounted(key, claims)) out.push_back(std::move(*edge));
  }
  return out;
}

void EdgeReader::visit_edges(const std::function<bool(const Edge&)>& visit) const {
  std::map<EdgeKey, std::vector<Edge>> groups;
  source_.visit_edges([&](const Edge& edge) {
    if (!wanted_kind(edge.key)) return true;
    const auto& from = folded(edge.key.source);
    const auto& to = folded(edge.key.target);
    if (from == to || !wanted_entity(from) || !wanted_entity(to)) return true;
    auto kept = narrowed(edge);
    if (!kept) return true;
    if (filter_.fold.empty()) return kept->sources < filter_.min_sources || visit(*kept);
    groups[EdgeKey{from, edge.key.type, to, edge.key.polarity}].push_back(std::move(*kept));
    return true;
  });
  for (const auto& edge : joined(std::move(groups))) {
    if (edge.sources >= filter_.min_sources && !visit(edge)) return;
  }
}

void EdgeReader::visit_edges_of(const EntityKey& key, const std::function<bool(const Edge&)>& visit) const {
  if (folded(key) != key) return;
  std::vector<EntityKey> members = {key};
  for (const auto& [member, whole] : filter_.fold) {
    if (whole == key) members.push_back(member);
  }
  std::map<EdgeKey, std::vector<Edge>> groups;
  std::set<EdgeKey> seen;  // an edge between two members' neighbours may come twice
  bool going_on = true;
  for (const auto& member : members) {
    source_.visit_edges_of(member, [&](const Edge& edge) {
      if (!wanted_kind(edge.key)) return true;
      const auto& from = folded(edge.key.source);
      const auto& to = folded(edge.key.target);
      if (from == to || !wanted_entity(from) || !wanted_entity(to)) return true;
      if (!filter_.fold.empty() && !seen.insert(edge.key).second) return true;
      auto kept = narrowed(edge);
      if (!kept) return true;
      if (filter_.fold.empty()) return going_on = kept->sources < filter_.min_sources || visit(*kept);
      groups[EdgeKey{from, edge.key.type, to, edge.key.polarity}].push_back(std::move(*kept));
      return true;
    });
    if (!going_on) return;
  }
  for (const auto& edge : joined(std::move(groups))) {
    if (edge.sources >= filter_.min_sources && !visit(edge)) return;
  }
}

}  // namespace isnad::query
