#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/edge.h"
#include "graph/model/edge_table.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"

namespace isnad {

/// Which edges are meant; a field that is not set leaves it open.
struct EdgePattern {
  std::optional<EntityKey> source;
  std::optional<RelationType> type;
  std::optional<EntityKey> target;

  [[nodiscard]] bool fits(const EdgeKey& key) const {
    return (!source || key.source == *source) && (!type || key.type == *type) && (!target || key.target == *target);
  }
};

/// What queries and diagrams may ask of whatever keeps the graph. The store implements it; tests implement it in memory.
///
/// Visitors return false to stop. Orders are part of the contract, so that answers are the same every time.
/// Throws: CorruptionError, IoError from any method.
/// Threads: const methods may be called from several threads at once.
class ClaimSource {
 public:
  virtual ~ClaimSource() = default;

  [[nodiscard]] virtual std::optional<Entity> entity(const EntityKey& key) const = 0;

  /// Entities that have an alias with exactly this `text::name_key`, ordered by mentions (most first), then key.
  [[nodiscard]] virtual std::vector<EntityKey> find_by_name(std::string_view name_key) const = 0;

  /// All entities in key order.
  virtual void visit_entities(const std::function<bool(const Entity&)>& visit) const = 0;

  /// All edges in key order.
  virtual void visit_edges(const std::function<bool(const Edge&)>& visit) const = 0;

  /// All edges at once, as numbers.
  /// Cost: builds every `Edge` unless the keeper of the graph overrides this.
  [[nodiscard]] virtual EdgeTable edge_table() const {
    EdgeTableBuilder table;
    visit_edges([&](const Edge& edge) {
      table.add(edge);
      return true;
    });
    return table.take();
  }

  /// Edges that start or end at `key`: first those that it starts, then those that it ends, each in key order.
  virtual void visit_edges_of(const EntityKey& key, const std::function<bool(const Edge&)>& visit) const = 0;

  /// Edges that fit, one by one as they are found, in an order that is the same whenever the same graph is read but means
  /// nothing: what joins of patterns read.
  /// Cost: a filtered `visit_edges_of` or `visit_edges` unless the keeper of the graph has indexes and overrides this.
  virtual void visit_edges_matching(const EdgePattern& pattern, const std::function<bool(const Edge&)>& visit) const {
    const auto filtered = [&](const Edge& edge) { return pattern.fits(edge.key) ? visit(edge) : true; };
    if (pattern.source || pattern.target) {
      visit_edges_of(pattern.source ? *pattern.source : *pattern.target, filtered);
    } else {
      visit_edges(filtered);
    }
  }

  /// Returns: how many claims stand behind the edges that fit, roughly, counted no further than `limit`: what a plan needs.
  [[nodiscard]] virtual std::size_t count_matching(const EdgePattern& pattern, std::size_t limit) const {
    std::size_t claims = 0;
    visit_edges_matching(pattern, [&](const Edge& edge) { return (claims += edge.claims) < limit; });
    return std::min(claims, limit);
  }

  [[nodiscard]] virtual std::optional<Claim> claim(const ClaimId& id) const = 0;

  /// All claims in id order of their documents.
  virtual void visit_claims(const std::function<bool(const Claim&)>& visit) const = 0;

  /// Claims that have `key` as subject, object or anywhere in the chain of speakers, in the order of `visit_claims`. Unlike
  /// edges they include those whose other end is no entity.
  /// Cost: a scan of all claims unless the keeper of the graph has an index and overrides this.
  virtual void visit_claims_of(const EntityKey& key, const std::function<bool(const Claim&)>& visit) const {
    visit_claims([&](const Claim& claim) {
      const bool speaks = std::any_of(claim.attribution.begin(), claim.attribution.end(),
                                      [&](const Attribution& link) { return link.speaker.entity == key; });
      return claim.subject.entity == key || claim.object.entity == key || speaks ? visit(claim) : true;
    });
  }

  /// Claims of one relation type, in the order of `visit_claims`.
  /// Cost: a scan of all claims unless the keeper of the graph has an index and overrides this.
  virtual void visit_claims_of_type(RelationType type, const std::function<bool(const Claim&)>& visit) const {
    visit_claims([&](const Claim& claim) { return claim.type == type ? visit(claim) : true; });
  }

  /// The claims behind one edge, reduced to what its counts are made of, ordered by claim id; none when there is no such edge.
  /// Cost: reads the claims and documents unless the keeper of the graph has an index and overrides this.
  virtual void visit_claims_of_edge(const EdgeKey& key, const std::function<bool(const EdgeClaim&)>& visit) const;

  /// The document without its text's analysis (`sentences` filled as stored).
  [[nodiscard]] virtual std::optional<Document> document(const DocumentId& id) const = 0;
};

inline void ClaimSource::visit_claims_of_edge(const EdgeKey& key, const std::function<bool(const EdgeClaim&)>& visit) const {
  std::vector<ClaimId> ids;
  visit_edges_of(key.source, [&](const Edge& edge) {
    if (edge.key == key) ids = edge.claim_ids;
    return ids.empty();
  });
  for (const auto& id : ids) {
    const std::optional<Claim> found = claim(id);
    if (!found) continue;
    const std::optional<Document> in = document(found->document);
    EdgeClaim part{id, found->document, {}, found->event_date, found->document};
    if (in && !in->copy_of.empty()) part.counted_as = in->copy_of;
    if (in && part.date.empty()) part.date = in->published;
    if (const std::optional<Document> counted = in && !in->copy_of.empty() ? document(in->copy_of) : in)
      part.source = independent_source(*counted);
    if (!visit(part)) return;
  }
}

}  // namespace isnad
