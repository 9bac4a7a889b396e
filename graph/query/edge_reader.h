#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/model/edge.h"
#include "graph/model/edge_table.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"
#include "graph/query/claim_filter.h"

namespace isnad::query {

/// Which part of the graph a question is about. The default is all of it; each field that is set narrows it further. Claims
/// that the `ClaimFilter` refuses do not count; an edge without any left is not there.
struct ViewFilter : ClaimFilter {
  /// An edge must have one of these types or families; both empty: any.
  std::vector<RelationType> types;
  std::vector<RelationFamily> families;
  std::optional<Polarity> polarity;
  /// Least number of independent sources of an edge.
  std::uint32_t min_sources = 1;
  /// Both ends must be of these kinds; empty: any.
  std::vector<EntityType> entity_types;
  /// Entities that stand for others (Kremlin -> Russia): their edges count as the other's. Empty: every name for itself.
  std::map<EntityKey, EntityKey> fold;
};

/// The edges of a source as a `ViewFilter` shows them. Whatever reads edges for a view, a diagram or a path reads them here, so
/// that all agree on what is in.
///
/// Lifetime: keeps a reference to the source.
/// Threads: one reader a thread (it remembers what it has looked up).
class EdgeReader {
 public:
  EdgeReader(const ClaimSource& source, ViewFilter filter);

  /// All edges, in key order (of the folded keys).
  /// Cost: one pass; claims are read only for edges that the filter of claims may cut or folding joins.
  void visit_edges(const std::function<bool(const Edge&)>& visit) const;

  /// All edges as numbers, which is many times faster where no filter asks for claims and nothing is folded.
  [[nodiscard]] EdgeTable edge_table() const;

  /// Edges that start or end at `key`, in no order that may be relied on; none of `key` folded into another entity.
  void visit_edges_of(const EntityKey& key, const std::function<bool(const Edge&)>& visit) const;

  /// Edges that fit the pattern, whose ends are folded keys; in no order that may be relied on.
  /// Cost: streams from the source's indexes unless edges are folded.
  void visit_edges_matching(const EdgePattern& pattern, const std::function<bool(const Edge&)>& visit) const;

  /// Returns: whether a claim passes the filter, but for the number of sources of its edge. One whose ends are no two entities
  /// passes where no kind of entity is asked for.
  [[nodiscard]] bool wanted(const Claim& claim) const;

  /// Returns: what `key` counts as: itself, or the entity that it is folded into.
  [[nodiscard]] const EntityKey& folded(const EntityKey& key) const;

  [[nodiscard]] const ClaimSource& source() const { return source_; }
  [[nodiscard]] const ViewFilter& filter() const { return filter_; }

 private:
  [[nodiscard]] bool wanted_kind(const EdgeKey& key) const;
  [[nodiscard]] bool wanted_entity(const EntityKey& key) const;
  [[nodiscard]] const DocumentFacts& facts(const DocumentId& id) const;
  /// Counts those of the edge's claims anew that the filter of claims lets pass.
  [[nodiscard]] std::optional<Edge> recounted(const EdgeKey& key, const std::vector<ClaimId>& claims) const;
  [[nodiscard]] std::optional<Edge> narrowed(const Edge& edge) const;
  [[nodiscard]] std::vector<Edge> joined(std::map<EdgeKey, std::vector<Edge>> groups) const;

  const ClaimSource& source_;
  ViewFilter filter_;
  mutable std::unordered_map<DocumentId, DocumentFacts> documents_;
  mutable std::unordered_map<EntityKey, bool> wanted_entities_;
};

}  // namespace isnad::query
