#include "graph/query/view_graph.h"

#include <iterator>
#include <memory>
#include <numeric>
#include <vector>

namespace isnad::query {

namespace {

using Ends = std::pair<std::uint32_t, std::uint32_t>;

/// Walks along all rows and gives one arc after the other: what Boost's constructor reads, as ends and as properties, without a
/// copy of all arcs in between.
class Walk {
 public:
  Walk(const std::vector<std::uint32_t>& start, const Arc* arcs) : start_(start.data()), arcs_(arcs), left_(start.back()) {
    if (left_ != 0) look();
  }

  void next() {
    ++at_;
    if (--left_ != 0) look();
  }

  [[nodiscard]] std::size_t left() const { return left_; }
  [[nodiscard]] const Ends& ends() const { return ends_; }
  [[nodiscard]] const ArcData& data() const { return arcs_[at_].data; }

 private:
  void look() {
    while (at_ == start_[ends_.first + 1]) ++ends_.first;
    ends_.second = arcs_[at_].neighbour;
  }

  const std::uint32_t* start_;
  const Arc* arcs_;
  std::size_t left_;
  std::size_t at_ = 0;
  Ends ends_{0, 0};
};

/// A walk as an iterator over what `Read` takes of each arc; at the end where none is left. Boost's constructor goes through ends
/// and properties in step, so that both look at the same walk, which the iterator over ends alone moves on.
template <class Value, const Value& (Walk::*Read)() const, bool kMoves>
class ArcIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = Value;
  using difference_type = std::ptrdiff_t;
  using pointer = const Value*;
  using reference = const Value&;

  /// The end when there is no walk.
  explicit ArcIterator(Walk* walk) : walk_(walk) {}

  reference operator*() const { return (walk_->*Read)(); }
  pointer operator->() const { return &(walk_->*Read)(); }
  ArcIterator& operator++() {
    if constexpr (kMoves) walk_->next();
    return *this;
  }
  void operator++(int) { ++*this; }
  friend bool operator==(const ArcIterator& a, const ArcIterator& b) { return a.left() == b.left(); }
  friend bool operator!=(const ArcIterator& a, const ArcIterator& b) { return a.left() != b.left(); }

 private:
  [[nodiscard]] std::size_t left() const { return walk_ == nullptr ? 0 : walk_->left(); }

  Walk* walk_;
};

}  // namespace

View::Graph::Csr build_csr(std::size_t nodes, std::span<const Ends> ends) {
  // Where the next arc of each node goes: one place further than it begins, so that it ends as where the next node begins.
  std::vector<std::uint32_t> start(nodes + 2, 0);
  for (const auto& [from, to] : ends) {
    ++start[from + 2];
    ++start[to + 2];
  }
  std::partial_sum(start.begin(), start.end(), start.begin());
  const auto arcs = std::make_unique_for_overwrite<Arc[]>(ends.size() * 2);
  for (std::uint32_t edge = 0; edge < ends.size(); ++edge) {
    const auto [from, to] = ends[edge];
    arcs[start[from + 1]++] = {to, {edge, 1}};
    arcs[start[to + 1]++] = {from, {edge, 0}};
  }
  start.pop_back();
  Walk walk(start, arcs.get());
  using EndsIterator = ArcIterator<Ends, &Walk::ends, true>;
  using DataIterator = ArcIterator<ArcData, &Walk::data, false>;
  return View::Graph::Csr(boost::edges_are_sorted, EndsIterator(&walk), EndsIterator(nullptr), DataIterator(&walk),
                          static_cast<std::uint32_t>(nodes), static_cast<std::uint32_t>(walk.left()));
}

OrderedArcs ordered_arcs(const View::Graph::Csr& csr) {
  const auto nodes = static_cast<std::uint32_t>(boost::num_vertices(csr));
  OrderedArcs out;
  out.start.assign(std::size_t{nodes} + 1, 0);
  for (std::uint32_t node = 0; node < nodes; ++node) {
    out.start[node + 1] = out.start[node] + static_cast<std::uint32_t>(boost::out_degree(node, csr));
  }
  out.arcs.resize(out.start.back());
  std::vector<std::uint32_t> place(out.start.begin(), out.start.end() - 1);
  // Each arc is put down at its other end: nodes are gone through in order, and so each end gets its neighbours in order.
  for (std::uint32_t node = 0; node < nodes; ++node) {
    for_each_arc(csr, node, [&](std::uint32_t neighbour, const ArcData& arc) {
      out.arcs[place[neighbour]++] = {node, {arc.number, arc.outgoing == 0 ? 1U : 0U}};
    });
  }
  return out;
}

}  // namespace isnad::query
