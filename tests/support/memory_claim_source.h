#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/claim_source.h"
#include "graph/model/edge.h"
#include "graph/model/entity.h"

namespace isnad::testing {

/// A graph in memory, slow and obvious: it keeps the extractions and works out every answer anew.
///
/// Tests of queries and diagrams read it in place of a database; tests of the database compare answers with it, so it must
/// share no code with `store/`.
/// Cost: every answer looks at every document.
class MemoryClaimSource : public ClaimSource {
 public:
  /// Adds the document, in place of an earlier one with the same id.
  void put(Extraction extraction);

  /// Returns: false when there was no such document.
  bool remove(const DocumentId& id);

  [[nodiscard]] const std::map<DocumentId, Extraction>& extractions() const { return extractions_; }

  [[nodiscard]] std::optional<Entity> entity(const EntityKey& key) const override;
  [[nodiscard]] std::vector<EntityKey> find_by_name(std::string_view name_key) const override;
  void visit_entities(const std::function<bool(const Entity&)>& visit) const override;
  void visit_edges(const std::function<bool(const Edge&)>& visit) const override;
  void visit_edges_of(const EntityKey& key, const std::function<bool(const Edge&)>& visit) const override;
  [[nodiscard]] std::optional<Claim> claim(const ClaimId& id) const override;
  void visit_claims(const std::function<bool(const Claim&)>& visit) const override;
  [[nodiscard]] std::optional<Document> document(const DocumentId& id) const override;

 private:
  [[nodiscard]] std::map<EdgeKey, Edge> edges() const;

  std::map<DocumentId, Extraction> extractions_;
};

}  // namespace isnad::testing
