#pragma once

#include "graph/model/claim_source.h"
#include "graph/query/edge_reader.h"

namespace isnad::cli {

/// A graph in which arms of a state count as the state, by `fold_table`: edges are joined, and the arms are no entities of it.
/// Claims stay as they are. An arm whose state the graph does not have stays, too.
///
/// Lifetime: keeps a reference to the source.
/// Threads: one at a time.
class FoldedSource : public ClaimSource {
 public:
  explicit FoldedSource(const ClaimSource& source);

  [[nodiscard]] std::optional<Entity> entity(const EntityKey& key) const override { return source_.entity(key); }
  [[nodiscard]] std::vector<EntityKey> find_by_name(std::string_view name_key) const override {
    return source_.find_by_name(name_key);
  }
  void visit_entities(const std::function<bool(const Entity&)>& visit) const override;
  void visit_edges(const std::function<bool(const Edge&)>& visit) const override { reader_.visit_edges(visit); }
  void visit_edges_of(const EntityKey& key, const std::function<bool(const Edge&)>& visit) const override {
    reader_.visit_edges_of(key, visit);
  }
  [[nodiscard]] std::optional<Claim> claim(const ClaimId& id) const override { return source_.claim(id); }
  void visit_claims(const std::function<bool(const Claim&)>& visit) const override { source_.visit_claims(visit); }
  [[nodiscard]] std::optional<Document> document(const DocumentId& id) const override { return source_.document(id); }

 private:
  const ClaimSource& source_;
  query::EdgeReader reader_;
};

}  // namespace isnad::cli
