#pragma once

// Inside graph/query only.

#include <compare>
#include <cstdint>
#include <vector>

#include "graph/query/view_graph.h"

namespace isnad::query {

/// A path as the search sees it: fewer hops, then a lower price, then the smaller nodes come first.
struct NodePath {
  std::uint64_t price = 0;
  std::vector<std::uint32_t> nodes;

  [[nodiscard]] std::size_t hops() const { return nodes.size() - 1; }

  friend bool operator==(const NodePath&, const NodePath&) = default;
  friend bool operator<(const NodePath& a, const NodePath& b) {
    if (a.nodes.size() != b.nodes.size()) return a.nodes.size() < b.nodes.size();
    if (a.price != b.price) return a.price < b.price;
    return a.nodes < b.nodes;
  }
};

/// Shortest paths on one view, many times over: what it knows of nodes is stamped with the number of the search, so that a
/// search costs what it touches and not what the view holds.
class ShortestPaths {
 public:
  explicit ShortestPaths(const View& view);

  /// Nodes that no path may pass, and first steps (from `from`) that it may not take.
  struct Banned {
    std::vector<std::uint32_t> nodes;
    std::vector<std::uint32_t> first_steps;
  };

  /// Returns: the best path of at most `max_hops`; one without nodes when there is none.
  [[nodiscard]] NodePath find(std::uint32_t from, std::uint32_t to, std::size_t max_hops, const Banned& banned);

  /// Returns: the price of the hop between two adjacent nodes.
  [[nodiscard]] std::uint64_t hop_price(std::uint32_t a, std::uint32_t b) const;

 private:
  /// What one side of the search knows of a node.
  struct Mark {
    std::uint32_t search = 0;
    std::uint32_t depth = 0;
    std::uint64_t price = 0;
    std::uint32_t previous = 0;
  };
  struct Side {
    std::vector<Mark> marks;
    std::vector<std::uint32_t> frontier;
    std::uint32_t depth = 0;
    std::uint64_t frontier_arcs = 0;
  };

  void start(Side& side, std::uint32_t node);
  void advance(Side& side, std::uint32_t from, const Banned& banned);
  [[nodiscard]] bool known(const Side& side, std::uint32_t node) const { return side.marks[node].search == search_; }
  [[nodiscard]] NodePath best_meeting() const;

  const View& view_;
  const View::Graph::Csr& csr_;
  Side forward_;
  Side backward_;
  std::vector<std::uint32_t> banned_;
  std::uint32_t search_ = 0;
};

}  // namespace isnad::query
