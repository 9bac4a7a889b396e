#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "graph/model/edge.h"
#include "store/copies.h"
#include "store/key_codec.h"
#include "store/store.h"
#include "store/store_impl.h"

namespace isnad::store {

namespace {

/// The triples `[begin, end)` of one edge, ordered by place.
struct Group {
  EdgeKey key;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool by_edge_and_place(const Triple& a, const Triple& b) {
  return std::tie(a.source, a.type, a.target, a.polarity, a.place) < std::tie(b.source, b.type, b.target, b.polarity, b.place);
}

/// Which original each document counts as.
using Originals = std::unordered_map<DocumentNumber, DocumentNumber>;

Edge edge_of(const Group& group, const std::vector<Triple>& triples, const NameCache& names, const Originals& originals,
             const Database::Snapshot& snapshot) {
  Edge edge;
  edge.key = group.key;
  edge.claim_ids.reserve(group.end - group.begin);
  // For each original the claims of whichever of it and its copies has most; the documents of a group lie together.
  std::map<DocumentNumber, std::uint32_t> claims;
  std::set<std::string, std::less<>> sources;
  std::shared_ptr<const DocumentName> name;
  std::shared_ptr<const DocumentName> counted;
  std::uint32_t claims_here = 0;
  for (std::size_t i = group.begin; i < group.end; ++i) {
    const Triple& triple = triples[i];
    const DocumentNumber original = originals.at(triple.place.document);
    if (i == group.begin || triple.place.document != triples[i - 1].place.document) {
      name = names.document(triple.place.document, snapshot);
      counted = original == triple.place.document ? name : names.document(original, snapshot);
      sources.insert(counted->counted_source());
      claims_here = 0;
    }
    std::uint32_t& most = claims[original];
    most = std::max(most, ++claims_here);
    edge.claim_ids.push_back(claim_id(name->id, triple.place.sentence, triple.place.number));
    const std::string& date = triple.event_date.empty() ? name->published : triple.event_date;
    if (date.empty()) continue;
    if (edge.first_date.empty() || date < edge.first_date) edge.first_date = date;
    if (date > edge.last_date) edge.last_date = date;
  }
  for (const auto& [original, count] : claims) edge.claims += count;
  edge.documents = static_cast<std::uint32_t>(claims.size());
  edge.sources = static_cast<std::uint32_t>(sources.size());
  std::sort(edge.claim_ids.begin(), edge.claim_ids.end());
  return edge;
}

}  // namespace

bool Store::Impl::visit_edges_among(std::vector<Triple> triples, const Snapshot& snapshot,
                                    const std::function<bool(const Edge&)>& visit) const {
  std::sort(triples.begin(), triples.end(), by_edge_and_place);
  std::vector<EntityNumber> entities;
  std::vector<DocumentNumber> documents;
  entities.reserve(triples.size());
  documents.reserve(triples.size());
  for (const auto& triple : triples) {
    entities.push_back(triple.source);
    entities.push_back(triple.target);
    documents.push_back(triple.place.document);
  }
  names.preload_entities(std::move(entities), snapshot);
  const Originals originals = originals_of(documents, database, snapshot);
  for (const auto& [number, original] : originals) documents.push_back(original);
  names.preload_documents(std::move(documents), snapshot);

  std::vector<Group> groups;
  for (std::size_t i = 0; i < triples.size(); ++i) {
    const Triple& triple = triples[i];
    if (i > 0 && triple.same_edge(triples[i - 1])) {
      groups.back().end = i + 1;
      continue;
    }
    const EdgeKey key{names.entity(triple.source, snapshot), triple.type, names.entity(triple.target, snapshot), triple.polarity};
    groups.push_back({key, i, i + 1});
  }
  std::sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.key < b.key; });
  for (const auto& group : groups) {
    if (!visit(edge_of(group, triples, names, originals, snapshot))) return false;
  }
  return true;
}

void Store::visit_edges(const std::function<bool(const Edge&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  // Entities come in key order, and the edges that each starts lie together.
  auto rows = impl_->database.scan(Table::kSpo, {}, snapshot);
  for (auto entity = impl_->database.scan(Table::kNumbers, kNumberOfEntity, snapshot); entity.valid(); entity.next()) {
    const EntityNumber number = impl_->decoded(Table::kNumbers, [&] { return decode_number(entity.value()); });
    const std::string prefix = entity_prefix(number);
    std::vector<Triple> triples;
    for (rows.seek(prefix); rows.valid() && rows.key().starts_with(prefix); rows.next()) {
      Triple triple = impl_->decoded(Table::kSpo, [&] { return decode_triple(Table::kSpo, rows.key(), rows.value()); });
      if (triple.is_edge()) triples.push_back(std::move(triple));
    }
    if (!impl_->visit_edges_among(std::move(triples), snapshot, visit)) return;
  }
}

void Store::visit_edges_of(const EntityKey& key, const std::function<bool(const Edge&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  const std::optional<EntityNumber> number = impl_->number_of(key, &snapshot);
  if (!number) return;
  for (const Table permutation : {Table::kSpo, Table::kOsp}) {
    std::vector<Triple> triples;
    impl_->for_each_triple(permutation, entity_prefix(*number), snapshot, [&](Triple&& triple) {
      if (triple.is_edge()) triples.push_back(std::move(triple));
    });
    if (!impl_->visit_edges_among(std::move(triples), snapshot, visit)) return;
  }
}

void Store::visit_claims_of_edge(const EdgeKey& key, const std::function<bool(const EdgeClaim&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  const std::optional<EntityNumber> source = impl_->number_of(key.source, &snapshot);
  const std::optional<EntityNumber> target = impl_->number_of(key.target, &snapshot);
  if (!source || !target || *source == *target) return;
  Triple wanted;
  wanted.source = *source;
  wanted.type = key.type;
  wanted.target = *target;
  wanted.polarity = key.polarity;
  std::vector<EdgeClaim> claims;
  impl_->for_each_triple(Table::kSpo, edge_prefix(wanted), snapshot, [&](Triple&& triple) {
    const auto name = impl_->names.document(triple.place.document, snapshot);
    const auto counted = impl_->names.document(original_of(triple.place.document, impl_->database, snapshot), snapshot);
    claims.push_back({claim_id(name->id, triple.place.sentence, triple.place.number), name->id, counted->counted_source(),
                      triple.event_date.empty() ? name->published : std::move(triple.event_date), counted->id});
  });
  std::sort(claims.begin(), claims.end(), [](const EdgeClaim& a, const EdgeClaim& b) { return a.id < b.id; });
  for (const auto& claim : claims) {
    if (!visit(claim)) return;
  }
}

namespace {

/// The permutation in which the rows that fit lie together, and how they begin there.
struct Stretch {
  Table permutation = Table::kSpo;
  std::string prefix;
};

Stretch stretch_of(std::optional<EntityNumber> source, std::optional<RelationType> type, std::optional<EntityNumber> target) {
  KeyWriter prefix;
  const auto type_number = type ? static_cast<std::uint64_t>(*type) : 0;
  if (source && target && !type) return {Table::kOsp, prefix.number(*target).number(*source).take()};
  if (source) {
    prefix.number(*source);
    if (type) prefix.number(type_number);
    if (type && target) prefix.number(*target);
    return {Table::kSpo, prefix.take()};
  }
  if (type) {
    prefix.number(type_number);
    if (target) prefix.number(*target);
    return {Table::kPos, prefix.take()};
  }
  if (target) return {Table::kOsp, prefix.number(*target).take()};
  return {};
}

}  // namespace

void Store::Impl::visit_triples_matching(const EdgePattern& pattern, const Snapshot& snapshot,
                                         const std::function<bool(Triple&&)>& triple) const {
  std::optional<EntityNumber> source;
  std::optional<EntityNumber> target;
  if (pattern.source && !(source = number_of(*pattern.source, &snapshot))) return;
  if (pattern.target && !(target = number_of(*pattern.target, &snapshot))) return;
  const Stretch stretch = stretch_of(source, pattern.type, target);
  for (auto row = database.scan(stretch.permutation, stretch.prefix, snapshot); row.valid(); row.next()) {
    Triple found = decoded(stretch.permutation, [&] { return decode_triple(stretch.permutation, row.key(), row.value()); });
    if (found.is_edge() && !triple(std::move(found))) return;
  }
}

void Store::visit_edges_matching(const EdgePattern& pattern, const std::function<bool(const Edge&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  // In every permutation the rows of one edge lie together, ordered by place.
  std::vector<Triple> triples;
  const auto give = [&] {
    const Triple& first = triples.front();
    const EdgeKey key{impl_->names.entity(first.source, snapshot), first.type, impl_->names.entity(first.target, snapshot),
                      first.polarity};
    std::vector<DocumentNumber> documents;
    for (const auto& triple : triples) documents.push_back(triple.place.document);
    const Originals originals = originals_of(documents, impl_->database, snapshot);
    return visit(edge_of({key, 0, triples.size()}, triples, impl_->names, originals, snapshot));
  };
  bool going_on = true;
  impl_->visit_triples_matching(pattern, snapshot, [&](Triple&& triple) {
    if (!triples.empty() && !triple.same_edge(triples.back())) {
      going_on = give();
      triples.clear();
    }
    triples.push_back(std::move(triple));
    return going_on;
  });
  if (going_on && !triples.empty()) give();
}

std::size_t Store::count_matching(const EdgePattern& pattern, std::size_t limit) const {
  const Database::Snapshot snapshot(impl_->database);
  std::size_t claims = 0;
  if (limit > 0) impl_->visit_triples_matching(pattern, snapshot, [&](Triple&&) { return ++claims < limit; });
  return claims;
}

Stats Store::stats() const {
  const Database::Snapshot snapshot(impl_->database);
  const State state = impl_->read_state(&snapshot);
  Stats stats;
  stats.documents = state.documents;
  stats.sentences = state.sentences;
  stats.words = state.words;
  stats.claims = state.claims;
  stats.entities = state.entities;
  stats.bytes = impl_->database.size_bytes();
  Triple last;
  impl_->for_each_triple(Table::kSpo, {}, snapshot, [&](Triple&& triple) {
    if (!triple.is_edge()) return;
    if (!triple.same_edge(last)) ++stats.edges;
    last = std::move(triple);
  });
  return stats;
}

}  // namespace isnad::store
