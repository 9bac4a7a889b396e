#include "graph/query/view_graph.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace isnad::query {

namespace {

using Ends = std::pair<std::uint32_t, std::uint32_t>;

/// One arc as its node sees it.
struct Half {
  std::uint32_t neighbour;
  std::uint32_t edge;
};

std::vector<std::uint32_t> starts(std::size_t nodes, std::span<const Ends> ends, std::uint32_t Ends::*end) {
  std::vector<std::uint32_t> out(nodes + 1, 0);
  for (const auto& edge : ends) ++out[edge.*end + 1];
  std::partial_sum(out.begin(), out.end(), out.begin());
  return out;
}

/// Walks along the rows of two lists at once and gives the smaller arc each time: what Boost's constructor reads, once as ends
/// and once as properties, without a copy of all arcs in between.
class Merge {
 public:
  Merge(const std::vector<std::uint32_t>& out_start, const std::vector<Half>& out, const std::vector<std::uint32_t>& in_start, const std::vector<Half>& in)
      : out_start_(out_start.data()), out_list_(out.data()), in_start_(in_start.data()), in_list_(in.data()), left_(out.size() + in.size()) {
    choose();
  }

  void next() {
    --left_;
    choose();
  }

  [[nodiscard]] std::size_t left() const { return left_; }
  [[nodiscard]] const Ends& ends() const { return ends_; }
  [[nodiscard]] const ArcData& data() const { return data_; }

 private:
  /// Takes the next arc off one of the lists.
  void choose() {
    if (left_ == 0) return;
    while (out_ == out_start_[ends_.first + 1] && in_ == in_start_[ends_.first + 1]) ++ends_.first;
    const bool outgoing = takes_out();
    const Half& half = outgoing ? out_list_[out_++] : in_list_[in_++];
    ends_.second = half.neighbour;
    data_ = {half.edge & 0x7FFFFFFFU, outgoing ? 1U : 0U};
  }

  [[nodiscard]] bool takes_out() const {
    if (out_ == out_start_[ends_.first + 1]) return false;
    if (in_ == in_start_[ends_.first + 1]) return true;
    const Half& a = out_list_[out_];
    const Half& b = in_list_[in_];
    return a.neighbour != b.neighbour ? a.neighbour < b.neighbour : a.edge < b.edge;
  }

  const std::uint32_t* out_start_;
  const Half* out_list_;
  const std::uint32_t* in_start_;
  const Half* in_list_;
  std::size_t left_;
  std::uint32_t out_ = 0;
  std::uint32_t in_ = 0;
  Ends ends_{0, 0};
  ArcData data_{0, 0};
};

/// A `Merge` as an iterator over what `Read` takes of each arc; the end is where none is left.
template <class Value, const Value& (Merge::*Read)() const>
class ArcIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = Value;
  using difference_type = std::ptrdiff_t;
  using pointer = const Value*;
  using reference = const Value&;

  ArcIterator(const Merge& merge, std::size_t left) : merge_(merge), end_left_(left) {}

  reference operator*() const { return (merge_.*Read)(); }
  pointer operator->() const { return &(merge_.*Read)(); }
  ArcIterator& operator++() {
    merge_.next();
    --end_left_;
    return *this;
  }
  ArcIterator operator++(int) {
    ArcIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const ArcIterator& a, const ArcIterator& b) { return a.end_left_ == b.end_left_; }
  friend bool operator!=(const ArcIterator& a, const ArcIterator& b) { return a.end_left_ != b.end_left_; }

 private:
  Merge merge_;
  std::size_t end_left_;
};

}  // namespace

View::Graph::Csr build_csr(std::size_t nodes, std::span<const Ends> ends) {
  // Arcs towards their start, grouped by node: in the order of the edges, which is that of the neighbours once edges are
  // ordered by their first end.
  const auto in_start = starts(nodes, ends, &Ends::second);
  std::vector<Half> in(ends.size());
  {
    auto place = in_start;
    const auto put = [&](std::uint32_t edge) { in[place[ends[edge].second]++] = {ends[edge].first, edge}; };
    if (std::is_sorted(ends.begin(), ends.end(), [](const Ends& a, const Ends& b) { return a.first < b.first; })) {
      for (std::uint32_t edge = 0; edge < ends.size(); ++edge) put(edge);
    } else {
      auto from = starts(nodes, ends, &Ends::first);
      std::vector<std::uint32_t> order(ends.size());
      for (std::uint32_t edge = 0; edge < ends.size(); ++edge) order[from[ends[edge].first]++] = edge;
      for (const std::uint32_t edge : order) put(edge);
    }
  }
  // Read in the order of their far ends these arcs give each start its neighbours in order.
  const auto out_start = starts(nodes, ends, &Ends::first);
  std::vector<Half> out(ends.size());
  {
    auto place = out_start;
    for (std::uint32_t node = 0; node < nodes; ++node) {
      for (std::uint32_t i = in_start[node]; i < in_start[node + 1]; ++i) out[place[in[i].neighbour]++] = {node, in[i].edge};
    }
  }
  const Merge merge(out_start, out, in_start, in);
  using EndsIterator = ArcIterator<Ends, &Merge::ends>;
  using DataIterator = ArcIterator<ArcData, &Merge::data>;
  return View::Graph::Csr(boost::edges_are_sorted, EndsIterator(merge, merge.left()), EndsIterator(merge, 0),
                          DataIterator(merge, merge.left()), static_cast<std::uint32_t>(nodes), static_cast<std::uint32_t>(merge.left()));
}

}  // namespace isnad::query
