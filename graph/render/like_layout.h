#pragma once

// Inside graph/render only.

#include <graphviz/gvc.h>

#include "graph/render/diagram.h"
#include "graph/render/earlier_places.h"
#include "graph/render/geometry.h"

namespace isnad::render {

/// Lays out a graph that `to_dot` wrote for the engine `nop` so that its nodes stand where they stood in an earlier drawing. New ones
/// come near those that they are tied to; arrows are drawn around nodes; labels stand beside their arrows. Where some have no room the
/// whole drawing is made larger by one factor, and tried again.
///
/// Leaves all places in the graph's attributes, as `attach_attrs` does.
/// Returns: the box around all that is drawn. Throws: Error with Graphviz's own words. Threads: as Graphviz.
[[nodiscard]] Rect lay_out_like(GVC_t* gvc, Agraph_t* graph, const EarlierPlaces& earlier);

/// Returns: whether some node of the diagram has a place there.
[[nodiscard]] bool any_place(const Diagram& diagram, const EarlierPlaces& earlier);

}  // namespace isnad::render
