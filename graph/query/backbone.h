#pragma once

#include <cstddef>
#include <vector>

#include "graph/model/ids.h"
#include "graph/query/edge_reader.h"
#include "graph/query/neighbourhood.h"
#include "graph/query/view.h"

namespace isnad::query {

struct BackboneQuery {
  /// Only among these; empty: among all of the view.
  std::vector<EntityKey> within;
  std::size_t max_nodes = 40;
  /// Those that tie a node to the others are never cut. 0: no limit.
  std::size_t max_edges = 120;
  /// Whether actors that a single document describes without a name may come in.
  bool described = false;
};

/// What holds a wide network together, small enough to draw: the ties that are stronger than chance would make them if each end
/// dealt its evidence out evenly among its neighbours. So the ties of hubs do not crowd out those that matter to smaller actors,
/// as a threshold on evidence would. Ties of type OTHER alone, which tell a reader little, do not count.
///
/// `view`: built from `reader`.
/// Returns: nodes as their ties come, most significant first; edges between them, those of the most significant ties up to the
/// limit, in key order.
/// Cost: a few passes over the view, a sort of its ties, and the edges that are returned.
/// Source: M. Á. Serrano, M. Boguñá, A. Vespignani, Extracting the multiscale backbone of complex weighted networks, PNAS
/// 106(16), 2009, doi:10.1073/pnas.0808904106.
[[nodiscard]] Neighbourhood backbone(const EdgeReader& reader, const View& view, const BackboneQuery& query);

}  // namespace isnad::query
