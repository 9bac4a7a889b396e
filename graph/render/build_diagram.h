#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/model/edge.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"
#include "graph/render/diagram.h"

namespace isnad::render {

/// What groups of nodes are, which a reader must be told.
enum class GroupKind : std::uint8_t { kSides, kCommunities };

/// What is to be drawn, chosen by the caller.
struct DiagramRequest {
  /// `ar` or `en`.
  std::string lang = "ar";
  /// Empty: made from the focus.
  std::string title;
  /// Empty: period, documents and sources of what is drawn.
  std::string subtitle;
  /// Whom it is about.
  std::vector<EntityKey> focus;
  /// Two groups that are to face each other; both empty: none are.
  std::array<std::vector<EntityKey>, 2> facing;
  /// Those who are to stand in one box, whoever of them is drawn; the first group that has a node counts.
  std::vector<std::vector<EntityKey>> groups;
  GroupKind group_kind = GroupKind::kCommunities;
  /// Drawn in any case; ends of edges are added.
  std::vector<EntityKey> nodes;
  std::vector<Edge> edges;
  std::size_t nodes_left_out = 0;
  /// Whose neighbours those left out are, and how many of them; most first. They are folded into a node each, the largest alone where
  /// there are many.
  std::vector<std::pair<EntityKey, std::size_t>> left_out_of;
  std::size_t edges_left_out = 0;
  /// Whether arrows tell when, and how many independent sources say so.
  bool with_dates = false;
  bool with_sources = false;
  /// Sentences for each kind of relation of an arrow, and for the whole sheet. Strong arrows are served first.
  std::size_t notes_per_line = 1;
  std::size_t max_notes = 30;
  /// Longer sentences are cut around the words of the claim.
  std::size_t max_note_letters = 220;
};

/// A node of a request that the source knows.
struct RequestedNode {
  Entity entity;
  bool focus = false;
};

/// Returns: whom the request is about, then its other nodes, then the ends of its edges, each once; unknown ones are left out.
[[nodiscard]] std::vector<RequestedNode> requested_nodes(const ClaimSource& source, const DiagramRequest& request);

/// Turns edges into a diagram: names and labels in the language asked for, parallel relations of one family folded into one arrow
/// with a line each, the best sentence (most certain, then shortest) as footnote, numbered in the order of the arrows.
///
/// Edges whose ends have no entity in the source are left out, and edges of type OTHER between nodes that a known relation of the
/// same direction and polarity joins already. An empty request gives a diagram whose remark says so. Cost: reads at most 200
/// claims an edge, and their documents.
[[nodiscard]] Diagram build_diagram(const ClaimSource& source, const DiagramRequest& request);

}  // namespace isnad::render
