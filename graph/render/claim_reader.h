#pragma once

// What sheets, pages and reports say of claims, read in one way.

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/claim_source.h"
#include "graph/model/document.h"
#include "graph/model/edge.h"

namespace isnad::render {

/// Names, speakers and documents of claims, in the language of a sheet.
///
/// Lifetime: keeps a reference to the source. Threads: one reader a thread (it remembers documents).
class ClaimReader {
 public:
  ClaimReader(const ClaimSource& source, std::string lang) : source_(source), lang_(std::move(lang)) {}

  /// Returns: the document, which stays as long as the reader; null when the source does not know it.
  [[nodiscard]] const Document* document(const DocumentId& id);

  /// Returns: of the edge's first `most` claims those whose sentence can be shown, in their order.
  [[nodiscard]] std::vector<Claim> claims(const Edge& edge, std::size_t most);

  /// Returns: the entity's name, clean; its key when it has none.
  [[nodiscard]] std::string name(const EntityKey& key) const;

  /// Returns: who says so, clean: the innermost speaker's name, else the words for him; empty when the article itself does.
  [[nodiscard]] std::string speaker(const Claim& claim) const;

 private:
  const ClaimSource& source_;
  std::string lang_;
  std::map<DocumentId, std::optional<Document>> documents_;
};

/// Returns: the value that most votes went to; the first of them in order when several did; a default one without votes.
template <class Value, class Count>
[[nodiscard]] Value most_frequent(const std::map<Value, Count>& votes) {
  const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return best == votes.end() ? Value{} : best->first;
}

}  // namespace isnad::render
