#include "graph/query/view_graph.h"

#include <algorithm>
#include <memory>
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

/// Room for `count` arcs, which the caller fills, and one more.
std::unique_ptr<Half[]> halves(std::size_t count) {
  auto out = std::make_unique_for_overwrite<Half[]>(count + 1);
  out[count] = {0, 0};
  return out;
}

/// Walks along the rows of two lists at once and gives the smaller arc each time: what Boost's constructor reads, as ends and as
/// properties, without a copy of all arcs in between. Lists have one arc more than rows hold, so that looking at the next is safe.
class Merge {
 public:
  Merge(const std::vector<std::uint32_t>& out_start, const Half* out, const std::vector<std::uint32_t>& in_start, const Half* in)
      : out_start_(out_start.data()), out_list_(out), in_start_(in_start.data()), in_list_(in),
        left_(std::size_t{out_start.back()} + in_start.back()) {
    if (left_ == 0) return;
    out_end_ = out_start_[1];
    in_end_ = in_start_[1];
    choose();
  }

  void next() {
    if (--left_ != 0) choose();
  }

  [[nodiscard]] std::size_t left() const { return left_; }
  [[nodiscard]] const Ends& ends() const { return ends_; }
  [[nodiscard]] const ArcData& data() const { return data_; }

 private:
  static std::uint64_t order_of(const Half& half) { return std::uint64_t{half.neighbour} << 32U | half.edge; }

  /// Takes the next arc off one of the lists. Which one cannot be foretold, so no branch hangs on it.
  void choose() {
    while (out_ == out_end_ && in_ == in_end_) {
      ++ends_.first;
      out_end_ = out_start_[ends_.first + 1];
      in_end_ = in_start_[ends_.first + 1];
    }
    constexpr std::uint64_t kNone = ~std::uint64_t{0};
    const std::uint64_t next_out = out_ == out_end_ ? kNone : order_of(out_list_[out_]);
    const std::uint64_t next_in = in_ == in_end_ ? kNone : order_of(in_list_[in_]);
    const std::uint32_t outgoing = next_out < next_in ? 1 : 0;
    const std::uint64_t taken = std::min(next_out, next_in);
    out_ += outgoing;
    in_ += 1 - outgoing;
    ends_.second = static_cast<std::uint32_t>(taken >> 32U);
    data_ = {static_cast<std::uint32_t>(taken & 0x7FFFFFFFU), outgoing};
  }

  const std::uint32_t* out_start_;
  const Half* out_list_;
  const std::uint32_t* in_start_;
  const Half* in_list_;
  std::size_t left_;
  std::uint32_t out_ = 0;
  std::uint32_t out_end_ = 0;
  std::uint32_t in_ = 0;
  std::uint32_t in_end_ = 0;
  Ends ends_{0, 0};
  ArcData data_{0, 0};
};

/// One merge as an iterator over what `Read` takes of each arc; at the end where none is left. Boost's constructor goes through ends
/// and properties in step, so that both look at the same merge, which the iterator over ends alone moves on.
template <class Value, const Value& (Merge::*Read)() const, bool kMoves>
class ArcIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = Value;
  using difference_type = std::ptrdiff_t;
  using pointer = const Value*;
  using reference = const Value&;

  /// The end when there is no merge.
  explicit ArcIterator(Merge* merge) : merge_(merge) {}

  reference operator*() const { return (merge_->*Read)(); }
  pointer operator->() const { return &(merge_->*Read)(); }
  ArcIterator& operator++() {
    if constexpr (kMoves) merge_->next();
    return *this;
  }
  void operator++(int) { ++*this; }
  friend bool operator==(const ArcIterator& a, const ArcIterator& b) { return a.left() == b.left(); }
  friend bool operator!=(const ArcIterator& a, const ArcIterator& b) { return a.left() != b.left(); }

 private:
  [[nodiscard]] std::size_t left() const { return merge_ == nullptr ? 0 : merge_->left(); }

  Merge* merge_;
};

}  // namespace

View::Graph::Csr build_csr(std::size_t nodes, std::span<const Ends> ends) {
  std::vector<std::uint32_t> out_start(nodes + 1, 0);
  std::vector<std::uint32_t> in_start(nodes + 1, 0);
  bool sorted = true;
  std::uint32_t last = 0;
  for (const auto& [from, to] : ends) {
    ++out_start[from + 1];
    ++in_start[to + 1];
    sorted = sorted && from >= last;
    last = from;
  }
  std::partial_sum(out_start.begin(), out_start.end(), out_start.begin());
  std::partial_sum(in_start.begin(), in_start.end(), in_start.begin());

  // Arcs towards their start, grouped by node: in the order of the edges, which is that of the neighbours once edges are
  // ordered by their first end.
  const auto in = halves(ends.size());
  {
    auto place = in_start;
    const auto put = [&](std::uint32_t edge) { in[place[ends[edge].second]++] = {ends[edge].first, edge}; };
    if (sorted) {
      for (std::uint32_t edge = 0; edge < ends.size(); ++edge) put(edge);
    } else {
      auto from = out_start;
      std::vector<std::uint32_t> order(ends.size());
      for (std::uint32_t edge = 0; edge < ends.size(); ++edge) order[from[ends[edge].first]++] = edge;
      for (const std::uint32_t edge : order) put(edge);
    }
  }
  // Read in the order of their far ends these arcs give each start its neighbours in order.
  const auto out = halves(ends.size());
  {
    auto place = out_start;
    for (std::uint32_t node = 0; node < nodes; ++node) {
      for (std::uint32_t i = in_start[node]; i < in_start[node + 1]; ++i) out[place[in[i].neighbour]++] = {node, in[i].edge};
    }
  }
  Merge merge(out_start, out.get(), in_start, in.get());
  using EndsIterator = ArcIterator<Ends, &Merge::ends, true>;
  using DataIterator = ArcIterator<ArcData, &Merge::data, false>;
  return View::Graph::Csr(boost::edges_are_sorted, EndsIterator(&merge), EndsIterator(nullptr), DataIterator(&merge),
                          static_cast<std::uint32_t>(nodes), static_cast<std::uint32_t>(merge.left()));
}

}  // namespace isnad::query
