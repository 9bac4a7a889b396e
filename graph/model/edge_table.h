#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "graph/model/edge.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"

namespace isnad {

/// An edge reduced to numbers: what ranking, paths and groups need of it. Its dates and claims are the source's to tell.
struct EdgeCounts {
  /// Places of the ends in `EdgeTable::keys`.
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  RelationType type = RelationType::kOther;
  Polarity polarity = Polarity::kAffirmed;
  /// As in `Edge`.
  std::uint32_t claims = 0;
  std::uint32_t documents = 0;
  std::uint32_t sources = 0;
};

/// All edges of a graph in 24 bytes each, so that millions can be read at once.
struct EdgeTable {
  /// Of the entities that have edges, ascending.
  std::vector<EntityKey> keys;
  /// In key order: by source, type, target, polarity; no two with the same.
  std::vector<EdgeCounts> edges;
};

/// Gathers edges that come one by one, in any order, into a table.
class EdgeTableBuilder {
 public:
  /// Requires: no two edges with the same key.
  void add(const Edge& edge);

  [[nodiscard]] EdgeTable take();

 private:
  std::uint32_t number(const EntityKey& key);

  std::unordered_map<EntityKey, std::uint32_t> numbers_;
  EdgeTable table_;
};

/// Gives the table's keys their order, and the edges the one that follows from it; drops keys that no edge has.
///
/// Requires: keys that differ.
void put_in_order(EdgeTable& table);

}  // namespace isnad
