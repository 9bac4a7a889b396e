#include "graph/render/label_places.h"

#include <array>
#include <cstddef>

namespace isnad::render {

namespace {

/// Kept free around a label.
constexpr double kMargin = 2;
constexpr std::size_t kRounds = 8;
constexpr std::size_t kLinesThatCount = 400;

// What is bad about a place, in one currency.
constexpr double kOverlapCost = 1000;
constexpr double kCrossingCost = 14;
constexpr double kOnOwnLineCost = 30;
constexpr double kOffMiddleCost = 24;
constexpr double kFarCost = 9;

/// Shares of a line's length, the middle first.
constexpr std::array kShares = {0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8, 0.14, 0.86};

struct Candidate {
  Position middle;
  /// Of the place alone, whatever else is on the sheet.
  double cost = 0;
};

/// A point of a line with the direction in which the line runs there.
struct Stand {
  Position at;
  double dx = 1;
  double dy = 0;
};

Stand stand_at(const std::vector<Position>& points, double share) {
  double length = 0;
  for (std::size_t i = 1; i < points.size(); ++i) length += distance(points[i - 1], points[i]);
  double left = length * share;
  for (std::size_t i = 1; i < points.size(); ++i) {
    const double part = distance(points[i - 1], points[i]);
    if (part <= 0) continue;
    if (left <= part) {
      const double dx = (points[i].x - points[i - 1].x) / part;
      const double dy = (points[i].y - points[i - 1].y) / part;
      return {{points[i - 1].x + dx * left, points[i - 1].y + dy * left}, dx, dy};
    }
    left -= part;
  }
  return {points.back(), 1, 0};
}

std::vector<Candidate> candidates(const LabelledLine& line) {
  std::vector<Candidate> out;
  for (const double share : kShares) {
    const Stand stand = stand_at(line.points, share);
    // So far from the line that the box only touches it.
    const double off = std::abs(stand.dy) * line.label.width / 2 + std::abs(stand.dx) * line.label.height / 2 + kMargin;
    const double cost = kOffMiddleCost * std::abs(share - 0.5);
    for (const double away : {1.0, 1.6, 2.4}) {
      for (const double side : {1.0, -1.0}) {
        const double by = side * (off + (away - 1) * line.label.height);
        out.push_back({{stand.at.x - stand.dy * by, stand.at.y + stand.dx * by}, cost + kFarCost * (away - 1)});
      }
    }
    out.push_back({stand.at, cost + kOnOwnLineCost});
  }
  return out;
}

class Placer {
 public:
  Placer(const std::vector<Rect>& nodes, const std::vector<LabelledLine>& lines) : nodes_(nodes), lines_(lines) {
    for (const auto& line : lines) {
      Rect& reach = reach_.emplace_back();
      for (const auto& point : line.points) reach.add(point);
    }
  }

  LabelPlaces run() {
    places_.resize(lines_.size());
    boxes_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      places_[i] = stand_at(lines_[i].points, 0.5).at;
      if (has_label(i)) choose(i);
    }
    // A label that came early may find a better place now that all are there.
    for (std::size_t round = 0; round < kRounds; ++round) {
      bool moved = false;
      for (std::size_t i = 0; i < lines_.size(); ++i) moved = (has_label(i) && choose(i)) || moved;
      if (!moved) break;
    }
    return {places_, overlaps()};
  }

 private:
  [[nodiscard]] bool has_label(std::size_t i) const { return lines_[i].label.width > 0 && lines_[i].label.height > 0; }

  /// Returns: whether the label has another place than before.
  bool choose(std::size_t index) {
    double best = std::numeric_limits<double>::max();
    Position place;
    for (const auto& candidate : candidates(lines_[index])) {
      if (candidate.cost >= best) continue;
      const double cost = candidate.cost + cost_of(index, box_around(candidate.middle, lines_[index].label, kMargin), best - candidate.cost);
      if (cost >= best) continue;
      best = cost;
      place = candidate.middle;
    }
    const bool moved = boxes_[index].empty() || distance(place, places_[index]) > 0.01;
    places_[index] = place;
    boxes_[index] = box_around(place, lines_[index].label, kMargin);
    return moved;
  }

  /// What stands in the way of a label there; counted no further than `limit`.
  [[nodiscard]] double cost_of(std::size_t index, const Rect& box, double limit) const {
    double cost = 0;
    const auto add = [&](const Rect& other) {
      if (const double area = shared_area(box, other); area > 0) cost += kOverlapCost + area;
    };
    for (std::size_t i = 0; i < nodes_.size() && cost < limit; ++i) add(nodes_[i]);
    for (std::size_t i = 0; i < boxes_.size() && cost < limit; ++i) {
      if (i != index && !boxes_[i].empty()) add(boxes_[i]);
    }
    if (lines_.size() > kLinesThatCount) return cost;
    for (std::size_t i = 0; i < lines_.size() && cost < limit; ++i) {
      if (i != index && overlap(reach_[i], box) && crossed(lines_[i], box)) cost += kCrossingCost;
    }
    return cost;
  }

  static bool crossed(const LabelledLine& line, const Rect& box) {
    for (std::size_t i = 1; i < line.points.size(); ++i) {
      if (crosses(line.points[i - 1], line.points[i], box)) return true;
    }
    return false;
  }

  [[nodiscard]] std::size_t overlaps() const {
    std::size_t found = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!has_label(i)) continue;
      const Rect box = box_around(places_[i], lines_[i].label);
      for (const auto& node : nodes_) found += overlap(box, node) ? 1 : 0;
      for (std::size_t k = i + 1; k < lines_.size(); ++k) {
        found += has_label(k) && overlap(box, box_around(places_[k], lines_[k].label)) ? 1 : 0;
      }
    }
    return found;
  }

  const std::vector<Rect>& nodes_;
  const std::vector<LabelledLine>& lines_;
  /// The box around each line.
  std::vector<Rect> reach_;
  std::vector<Position> places_;
  /// Of labels that have their place, with their margin; empty for the others.
  std::vector<Rect> boxes_;
};

}  // namespace

LabelPlaces place_labels(const std::vector<Rect>& nodes, const std::vector<LabelledLine>& lines) { return Placer(nodes, lines).run(); }

}  // namespace isnad::render
