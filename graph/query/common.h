#pragma once

#include <vector>

#include "graph/model/edge.h"
#include "graph/model/ids.h"
#include "graph/query/edge_reader.h"

namespace isnad::query {

/// An entity that several others have to do with.
struct CommonNeighbour {
  EntityKey entity;
  /// For each of those asked for, in their order, the edges between it and the entity, strongest first.
  std::vector<std::vector<Edge>> ties;
};

/// Entities that share an edge with each of `actors`, whatever its direction.
///
/// Returns: those whose weakest tie is the strongest first.
/// Cost: reads the edges of the actors.
[[nodiscard]] std::vector<CommonNeighbour> common_neighbours(const EdgeReader& reader, const std::vector<EntityKey>& actors);

/// Edges from one group to the other, in either direction.
///
/// Returns: strongest first. An entity in both groups counts for both, without loops.
/// Cost: looks up every pair.
[[nodiscard]] std::vector<Edge> edges_between(const EdgeReader& reader, const std::vector<EntityKey>& group, const std::vector<EntityKey>& other);

}  // namespace isnad::query
