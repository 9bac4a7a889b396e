#pragma once

#include <string>

#include "graph/query/edge_reader.h"
#include "graph/query/groups.h"
#include "graph/query/view.h"
#include "graph/render/build_diagram.h"

namespace isnad::cli {

/// Returns: the communities of a view, as `isnad communities` finds them. Throws: as `stop_if_interrupted`.
[[nodiscard]] query::Partition communities_of(const query::View& view);

/// Divides those who are drawn into groups of at least two.
///
/// `kind`: `communities`: as `communities_of` the reader's view. `sides`: the two groups that face each other where there are such; else
/// who cooperates with whom and against whom by all relations of the view, arms of a state and who holds a post in it counted as the
/// state; who has no part in either, and who is tied to nobody else by cooperation or conflict, is in no group.
/// Cost: reads the whole view.
void add_groups(render::DiagramRequest& request, const query::EdgeReader& reader, const std::string& kind);

}  // namespace isnad::cli
