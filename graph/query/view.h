#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/model/edge_table.h"
#include "graph/model/ids.h"
#include "graph/query/edge_reader.h"

namespace isnad::query {

/// A node of one `View`; means nothing in another.
enum class NodeIndex : std::uint32_t {};
/// An edge of one `View`.
enum class EdgeIndex : std::uint32_t {};

[[nodiscard]] constexpr std::size_t to_size(NodeIndex index) { return static_cast<std::size_t>(index); }
[[nodiscard]] constexpr std::size_t to_size(EdgeIndex index) { return static_cast<std::size_t>(index); }

/// One edge seen from one of its ends.
struct Tie {
  NodeIndex neighbour{};
  EdgeIndex edge{};
  /// True when the edge starts at the end from which it is seen.
  bool outgoing = true;
};

/// A part of the graph, frozen and compact, for algorithms that look at much of it. Entities without edges in the view are no
/// nodes of it. Indexes follow the order of keys, so that they are the same for the same content.
///
/// Threads: const methods may be called from several threads at once.
class View {
 public:
  /// Cost: one pass over the source's edges; about 40 bytes an edge, and a node's key.
  [[nodiscard]] static View build(const ClaimSource& source, const ViewFilter& filter = {});

  [[nodiscard]] static View build(const EdgeReader& reader);

  [[nodiscard]] static View from_table(EdgeTable table);

  View(View&&) noexcept;
  View& operator=(View&&) noexcept;
  View(const View&) = delete;
  View& operator=(const View&) = delete;
  ~View();

  [[nodiscard]] std::size_t node_count() const { return table_.keys.size(); }
  [[nodiscard]] std::size_t edge_count() const { return table_.edges.size(); }
  [[nodiscard]] const EntityKey& key(NodeIndex node) const { return table_.keys[to_size(node)]; }
  /// Its `source` and `target` are the numbers of nodes.
  [[nodiscard]] const EdgeCounts& edge(EdgeIndex edge) const { return table_.edges[to_size(edge)]; }
  [[nodiscard]] std::span<const EntityKey> keys() const { return table_.keys; }
  [[nodiscard]] std::span<const EdgeCounts> edges() const { return table_.edges; }

  /// Returns: the entity's node; nothing when it has no edge in the view.
  [[nodiscard]] std::optional<NodeIndex> find(const EntityKey& key) const;

  /// Returns: every edge that starts or ends at the node, ordered by neighbour, then by the edge's key.
  [[nodiscard]] std::vector<Tie> ties(NodeIndex node) const;

  /// The Boost.Graph structure, for the algorithms of this folder (`view_graph.h`).
  struct Graph;
  [[nodiscard]] const Graph& graph() const { return *graph_; }

 private:
  View();

  EdgeTable table_;
  std::unique_ptr<Graph> graph_;
};

}  // namespace isnad::query
