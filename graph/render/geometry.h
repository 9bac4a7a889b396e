#pragma once

// Inside graph/render only: boxes and lines on the plane, in points, y upwards.

#include <algorithm>
#include <cmath>
#include <limits>

#include "graph/render/positions.h"

namespace isnad::render {

/// A box parallel to the axes. The default is empty: joined with another it is that other.
struct Rect {
  double left = std::numeric_limits<double>::max();
  double bottom = std::numeric_limits<double>::max();
  double right = std::numeric_limits<double>::lowest();
  double top = std::numeric_limits<double>::lowest();

  [[nodiscard]] bool empty() const { return left > right || bottom > top; }
  [[nodiscard]] double width() const { return right - left; }
  [[nodiscard]] double height() const { return top - bottom; }
  [[nodiscard]] Position middle() const { return {(left + right) / 2, (bottom + top) / 2}; }

  void add(const Position& point) {
    left = std::min(left, point.x), right = std::max(right, point.x);
    bottom = std::min(bottom, point.y), top = std::max(top, point.y);
  }
  void add(const Rect& other) {
    left = std::min(left, other.left), right = std::max(right, other.right);
    bottom = std::min(bottom, other.bottom), top = std::max(top, other.top);
  }
};

[[nodiscard]] inline Rect box_around(const Position& middle, const Extent& size, double margin = 0) {
  const double x = size.width / 2 + margin;
  const double y = size.height / 2 + margin;
  return {middle.x - x, middle.y - y, middle.x + x, middle.y + y};
}

/// Returns: whether they share more than a line.
[[nodiscard]] inline bool overlap(const Rect& a, const Rect& b) {
  return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

/// Returns: the area that they share; 0 when they do not.
[[nodiscard]] inline double shared_area(const Rect& a, const Rect& b) {
  const double width = std::min(a.right, b.right) - std::max(a.left, b.left);
  const double height = std::min(a.top, b.top) - std::max(a.bottom, b.bottom);
  return width > 0 && height > 0 ? width * height : 0;
}

[[nodiscard]] inline double distance(const Position& a, const Position& b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// Returns: whether the segment from `a` to `b` has a point inside the box.
/// Source: Y.-D. Liang, B. A. Barsky, ACM Transactions on Graphics 3(1), 1984, doi:10.1145/357332.357333.
[[nodiscard]] inline bool crosses(const Position& a, const Position& b, const Rect& box) {
  double from = 0;
  double to = 1;
  const auto clip = [&](double direction, double room) {
    if (direction == 0) return room > 0;
    const double at = room / direction;
    if (direction < 0) from = std::max(from, at);
    if (direction > 0) to = std::min(to, at);
    return from < to;
  };
  return clip(a.x - b.x, a.x - box.left) && clip(b.x - a.x, box.right - a.x) && clip(a.y - b.y, a.y - box.bottom) &&
         clip(b.y - a.y, box.top - a.y);
}

}  // namespace isnad::render
