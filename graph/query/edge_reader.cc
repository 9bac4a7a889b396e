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

const DocumentFacts& EdgeReader::facts(const DocumentId& id) const {
  const auto [it, fresh] = documents_.try_emplace(id);
  if (fresh) it->second = facts_of(source_, id);
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
    if (!filter_.accepts(*claim, document)) continue;
    const std::string& date = claim->event_date.empty() ? document.published : claim->event_date;
    ++documents[document.counted_as][claim->document];
    sources.insert(document.counted_source);
    out.claim_ids.push_back(id);
    if (date.empty()) continue;
    if (out.first_date.empty() || date < out.first_date) out.first_date = date;
    if (date > out.last_date) out.last_date = date;
  }
  if (out.claim_ids.empty()) return std::nullopt;
  for (const auto& [original, claims_in] : documents) {
    out.claims += std::max_element(claims_in.begin(), claims_in.end(), [](const auto& a, const auto& b) {
                    return a.second < b.second;
                  })->second;
  }
  out.documents = static_cast<std::uint32_t>(documents.size());
  out.sources = static_cast<std::uint32_t>(sources.size());
  return out;
}

std::optional<Edge> EdgeReader::narrowed(const Edge& edge) const {
  if (!filter_.takes_all_dates()) return recounted(edge.key, edge.claim_ids);
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

EdgeTable EdgeReader::edge_table() const {
  if (!filter_.takes_all() || !filter_.fold.empty()) {
    EdgeTableBuilder table;
    visit_edges([&](const Edge& edge) {
      table.add(edge);
      return true;
    });
    return table.take();
  }
  EdgeTable table = source_.edge_table();
  std::vector<bool> wanted_ends(table.keys.size());
  std::transform(table.keys.begin(), table.keys.end(), wanted_ends.begin(),
                 [&](const EntityKey& key) { return wanted_entity(key); });
  const auto dropped = std::erase_if(table.edges, [&](const EdgeCounts& edge) {
    return edge.sources < filter_.min_sources || !wanted_ends[edge.source] || !wanted_ends[edge.target] ||
           !wanted_kind(EdgeKey{{}, edge.type, {}, edge.polarity});
  });
  if (dropped > 0) put_in_order(table);
  return table;
}

void EdgeReader::visit_edges_matching(const EdgePattern& pattern, const std::function<bool(const Edge&)>& visit) const {
  if (!filter_.fold.empty()) {
    const auto filtered = [&](const Edge& edge) { return pattern.fits(edge.key) ? visit(edge) : true; };
    if (!pattern.source && !pattern.target) return visit_edges(filtered);
    return visit_edges_of(pattern.source ? *pattern.source : *pattern.target, filtered);
  }
  source_.visit_edges_matching(pattern, [&](const Edge& edge) {
    if (!wanted_kind(edge.key) || !wanted_entity(edge.key.source) || !wanted_entity(edge.key.target)) return true;
    const auto kept = narrowed(edge);
    return !kept || kept->sources < filter_.min_sources || visit(*kept);
  });
}

bool EdgeReader::wanted(const Claim& claim) const {
  const auto ends = edge_key_of(claim);
  if (!ends && !filter_.entity_types.empty()) return false;
  if (!wanted_kind(EdgeKey{{}, claim.type, {}, claim.polarity})) return false;
  if (ends) {
    const auto& from = folded(ends->source);
    const auto& to = folded(ends->target);
    if (from == to || !wanted_entity(from) || !wanted_entity(to)) return false;
  }
  return filter_.takes_all() || filter_.accepts(claim, facts(claim.document));
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
