#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/render/diagram.h"

namespace isnad::render {

/// A stretch of time in which somebody is said to hold a place.
struct ControlSpan {
  std::string holder;
  /// First and last day that is spoken for, `YYYY[-MM[-DD]]`.
  std::string first;
  std::string last;
  /// True when nobody tells the beginning: it may be older.
  bool began_before = false;
  /// True when an end is told, which is `last` then.
  bool ended = false;
  /// True when somebody denies it.
  bool denied = false;
  std::size_t sources = 0;
  std::vector<std::uint32_t> notes;
};

struct ControlPlace {
  std::string name;
  std::vector<ControlSpan> spans;
};

/// Who held which place when.
struct ControlChart {
  std::string lang = "en";
  std::string title;
  std::string subtitle;
  std::vector<ControlPlace> places;
  std::vector<Footnote> notes;
};

/// Returns: SVG: for each place a row for each holder, its bars along the days; an end that nobody tells fades into dashes, and
/// days on which two hold one place are hatched. Each holder keeps its colour. Spans whose dates cannot be read are left out.
[[nodiscard]] std::string control_svg(const ControlChart& chart);

}  // namespace isnad::render
