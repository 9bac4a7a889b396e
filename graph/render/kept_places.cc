#include "graph/render/kept_places.h"

#include <array>
#include <cmath>
#include <numbers>

namespace isnad::render {

namespace {

/// Kept free between two nodes: where they stood, and where a new one comes.
constexpr double kOldGap = 4;
constexpr double kNewGap = 18;
/// Nodes are moved apart by this at most; those that would need more never stood beside each other.
constexpr double kMostScale = 2.5;
/// New nodes look for room on rings around those that they are tied to: so far apart, and so many once there is room.
constexpr double kRingStep = 20;
constexpr int kRingsMore = 9;
constexpr int kMostRings = 2000;

// What is bad about a place, in points of distance.
constexpr double kCrossingCost = 60;
constexpr double kThroughCost = 150;
/// Crossings are counted while there are few enough.
constexpr std::size_t kTiesThatCount = 600;

bool segments_cross(const Position& a, const Position& b, const Position& c, const Position& d) {
  const auto side = [](const Position& p, const Position& q, const Position& r) {
    return (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x);
  };
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/// The factor by which two places must move apart before these nodes stand free of each other.
double scale_needed(const Position& a, const Extent& size_a, const Position& b, const Extent& size_b) {
  const double dx = std::abs(a.x - b.x);
  const double dy = std::abs(a.y - b.y);
  const double x = dx > 0 ? ((size_a.width + size_b.width) / 2 + kOldGap) / dx : HUGE_VAL;
  const double y = dy > 0 ? ((size_a.height + size_b.height) / 2 + kOldGap) / dy : HUGE_VAL;
  return std::min(x, y);
}

class Keeper {
 public:
  Keeper(const std::vector<Extent>& nodes, const std::vector<std::optional<Position>>& earlier, const std::vector<Tie>& ties)
      : nodes_(nodes), earlier_(earlier), ties_(ties), places_(nodes.size()), placed_(nodes.size(), false), ties_of_(nodes.size()) {
    for (std::size_t i = 0; i < ties.size(); ++i) {
      if (ties[i].a == ties[i].b) continue;
      ties_of_[ties[i].a].push_back(i);
      ties_of_[ties[i].b].push_back(i);
    }
  }

  std::vector<Position> run() {
    keep_old();
    for (auto next = next_node(); next; next = next_node()) {
      places_[*next] = place_for(*next);
      placed_[*next] = true;
      all_.add(box(*next));
    }
    return std::move(places_);
  }

 private:
  [[nodiscard]] Rect box(std::size_t i, double margin = 0) const { return box_around(places_[i], nodes_[i], margin); }

  void keep_old() {
    double scale = 1;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!earlier_[i]) continue;
      double needed = 1;
      for (std::size_t k = 0; k < i && needed <= kMostScale; ++k) {
        if (placed_[k]) needed = std::max(needed, scale_needed(*earlier_[i], nodes_[i], *earlier_[k], nodes_[k]));
      }
      if (needed > kMostScale) continue;
      placed_[i] = true;
      scale = std::max(scale, needed);
    }
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (!placed_[i]) continue;
      places_[i] = {earlier_[i]->x * scale, earlier_[i]->y * scale};
      all_.add(box(i));
    }
  }

  /// The node without a place that has most ties to nodes with one; nothing when all have one.
  [[nodiscard]] std::optional<std::size_t> next_node() const {
    std::optional<std::size_t> best;
    std::size_t most = 0;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (placed_[i]) continue;
      std::size_t count = 0;
      for (const std::size_t tie : ties_of_[i]) count += placed_[other(tie, i)] ? 1 : 0;
      if (best && count <= most) continue;
      best = i;
      most = count;
    }
    return best;
  }

  [[nodiscard]] std::size_t other(std::size_t tie, std::size_t node) const { return ties_[tie].a == node ? ties_[tie].b : ties_[tie].a; }

  [[nodiscard]] Position place_for(std::size_t node) const {
    std::vector<std::size_t> ties;
    Position anchor;
    for (const std::size_t tie : ties_of_[node]) {
      if (!placed_[other(tie, node)]) continue;
      ties.push_back(tie);
      anchor.x += places_[other(tie, node)].x;
      anchor.y += places_[other(tie, node)].y;
    }
    if (!ties.empty()) {
      anchor = {anchor.x / static_cast<double>(ties.size()), anchor.y / static_cast<double>(ties.size())};
    } else if (earlier_[node]) {
      anchor = *earlier_[node];
    } else if (!all_.empty()) {
      anchor = {all_.middle().x, all_.bottom - kNewGap - nodes_[node].height / 2};
    }
    double best = HUGE_VAL;
    Position place = anchor;
    int rings_more = kRingsMore;
    for (int ring = 0; ring < kMostRings && rings_more > 0; ++ring) {
      const double radius = ring * kRingStep;
      const int count = ring == 0 ? 1 : std::max(12, static_cast<int>(radius / 8));
      for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * (i + 0.5 * (ring % 2)) / count;
        const Position candidate{anchor.x + radius * std::cos(angle), anchor.y + radius * std::sin(angle)};
        if (!free_at(node, candidate)) continue;
        const double cost = cost_of(node, candidate, ties, best);
        if (cost >= best) continue;
        best = cost;
        place = candidate;
      }
      if (best < HUGE_VAL) --rings_more;
    }
    if (best < HUGE_VAL) return place;
    return {all_.middle().x, all_.bottom - kNewGap - nodes_[node].height};  // under all that stands
  }

  [[nodiscard]] bool free_at(std::size_t node, const Position& at) const {
    const Rect wanted = box_around(at, nodes_[node], kNewGap);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (placed_[i] && overlap(wanted, box(i))) return false;
    }
    return true;
  }

  /// Ties want the room of their label, and neither to run through nodes nor to cross others. Counted no further than `limit`.
  [[nodiscard]] double cost_of(std::size_t node, const Position& at, const std::vector<std::size_t>& ties, double limit) const {
    double cost = 0;
    for (const std::size_t tie : ties) {
      const std::size_t end = other(tie, node);
      const double from_middle = distance(at, places_[end]);
      const double share_x = from_middle > 0 ? std::abs(at.x - places_[end].x) / from_middle : 0;
      const double share_y = from_middle > 0 ? std::abs(at.y - places_[end].y) / from_middle : 0;
      const double wide = (nodes_[node].width + nodes_[end].width) / 2 + ties_[tie].label.width;
      const double high = (nodes_[node].height + nodes_[end].height) / 2 + ties_[tie].label.height;
      const double wanted = std::min(wide / std::max(share_x, 0.01), high / std::max(share_y, 0.01)) + 2 * kNewGap;
      cost += std::abs(from_middle - wanted) * (from_middle < wanted ? 2 : 1);
      for (std::size_t i = 0; i < nodes_.size() && cost < limit; ++i) {
        if (placed_[i] && i != end && crosses(at, places_[end], box(i))) cost += kThroughCost;
      }
    }
    if (ties_.size() > kTiesThatCount) return cost;
    const Rect own = box_around(at, nodes_[node], kOldGap);
    for (const auto& tie : ties_) {
      if (cost >= limit) return cost;
      if (!placed_[tie.a] || !placed_[tie.b]) continue;
      if (crosses(places_[tie.a], places_[tie.b], own)) cost += kThroughCost;
      for (const std::size_t mine : ties) {
        if (segments_cross(at, places_[other(mine, node)], places_[tie.a], places_[tie.b])) cost += kCrossingCost;
      }
    }
    return cost;
  }

  const std::vector<Extent>& nodes_;
  const std::vector<std::optional<Position>>& earlier_;
  const std::vector<Tie>& ties_;
  std::vector<Position> places_;
  std::vector<bool> placed_;
  /// Indexes of the ties of each node.
  std::vector<std::vector<std::size_t>> ties_of_;
  /// The box around all that has its place.
  Rect all_;
};

}  // namespace

std::vector<Position> keep_places(const std::vector<Extent>& nodes, const std::vector<std::optional<Position>>& earlier,
                                  const std::vector<Tie>& ties) {
  return Keeper(nodes, earlier, ties).run();
}

}  // namespace isnad::render
