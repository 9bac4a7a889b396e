#pragma once

#include <compare>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

#include "graph/query/adjacency.h"

namespace isnad::query {

/// What makes one path better than another.
enum class PathOrder : std::uint8_t {
  /// Fewer hops, then a lower price.
  kHops,
  /// A lower price, then fewer hops.
  kPrice,
};

/// A path as the search sees it.
struct NodePath {
  double price = 0;
  std::vector<std::uint32_t> nodes;

  [[nodiscard]] std::size_t hops() const { return nodes.size() - 1; }

  friend bool operator==(const NodePath&, const NodePath&) = default;
};

/// The order of `PathOrder`; among equals the smaller nodes come first.
struct BetterPath {
  PathOrder order = PathOrder::kHops;

  bool operator()(const NodePath& a, const NodePath& b) const {
    if (order == PathOrder::kPrice && a.price != b.price) return a.price < b.price;
    if (a.nodes.size() != b.nodes.size()) return a.nodes.size() < b.nodes.size();
    if (a.price != b.price) return a.price < b.price;
    return a.nodes < b.nodes;
  }
};

/// Shortest paths on one graph, many times over: what it knows of nodes is stamped with the number of the search, so that a
/// search costs what it touches and not what the graph holds.
class ShortestPaths {
 public:
  /// `prices`: the rows of `Direction::kBoth`, each entry weighing what the hop costs: whole numbers, so that sums are exact.
  /// Lifetime: keeps a reference.
  explicit ShortestPaths(const Adjacency& prices);

  /// Nodes that no path may pass, and first steps (from `from`) that it may not take.
  struct Banned {
    std::vector<std::uint32_t> nodes;
    /// Ascending.
    std::vector<std::uint32_t> first_steps;
  };

  /// Returns: the best path of at most `max_hops`; one without nodes when there is none.
  /// Cost: for `kHops` a breadth-first search from both ends; for `kPrice` each hop allowed looks at the entries of the nodes
  /// that the last one made cheaper.
  [[nodiscard]] NodePath find(std::uint32_t from, std::uint32_t to, std::size_t max_hops, const Banned& banned, PathOrder order = PathOrder::kHops);

  /// Returns: the price of the hop between two adjacent nodes.
  [[nodiscard]] double hop_price(std::uint32_t a, std::uint32_t b) const;

 private:
  /// What one side of the search knows of a node.
  struct Mark {
    std::uint32_t search;
    std::uint32_t depth;
    double price;
    std::uint32_t previous;
  };
  struct Free {
    void operator()(void* memory) const { std::free(memory); }
  };
  /// Zeroes that the system hands out when they are touched: a search of a few nodes in a large graph touches few.
  using Marks = std::unique_ptr<Mark[], Free>;
  struct Side {
    Marks marks;
    std::vector<std::uint32_t> frontier;
    std::uint32_t depth = 0;
    std::uint64_t frontier_arcs = 0;
  };

  static Marks fresh_marks(std::size_t nodes);
  void start(Side& side, std::uint32_t node);
  void advance(Side& side, std::uint32_t from, const Banned& banned);
  [[nodiscard]] bool known(const Side& side, std::uint32_t node) const { return side.marks[node].search == search_; }
  [[nodiscard]] bool is_banned(std::uint32_t node) const { return banned_[node].search == search_; }
  [[nodiscard]] NodePath best_meeting() const;
  [[nodiscard]] NodePath cheapest(std::uint32_t from, std::uint32_t to, std::size_t max_hops, const Banned& banned) const;

  const Adjacency& graph_;
  Side forward_;
  Side backward_;
  Marks banned_;
  std::uint32_t search_ = 0;
};

}  // namespace isnad::query
