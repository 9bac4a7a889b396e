#pragma once

// Inside graph/render only: what things look like. One place, so that drawing and legend agree.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/model/claim.h"
#include "graph/model/entity.h"
#include "graph/model/relation_type.h"

namespace isnad::render {

/// Families differ by colour (Okabe and Ito's, which the colour-blind tell apart) and by arrow head, so that black and white
/// print loses nothing.
/// Source: M. Okabe, K. Ito, Color Universal Design, 2002, jfly.uni-koeln.de/color.
struct FamilyStyle {
  std::string_view line_colour;
  /// Darker, for small print on white.
  std::string_view text_colour;
  std::string_view arrow_head;
};
[[nodiscard]] const FamilyStyle& style_of(RelationFamily family);

/// Returns: `solid`, `dashed` (denied) or `dotted` (possible, future, called for).
[[nodiscard]] std::string_view line_style(Polarity polarity, Modality modality);

/// Returns: width in points: 1 for one claim, growing with the logarithm, at most 4.5.
[[nodiscard]] double line_width(std::uint32_t claims);

/// Returns: the size of the arrow's head: a wide line needs no large head to be seen.
[[nodiscard]] double arrow_size(std::uint32_t claims);

/// What a node looks like, in Graphviz's words.
struct ShapeStyle {
  std::string shape;
  std::string style;
  std::string fill;
  std::string line;
  std::string line_width;
  /// The shape leaves room around its text by itself.
  bool roomy = false;
};
[[nodiscard]] ShapeStyle shape_style(EntityType type, bool focus);

/// A group's box: a tint that names and small print stay legible on, and its line. Six, over and over.
struct GroupStyle {
  std::string_view fill;
  std::string_view line;
};
[[nodiscard]] const GroupStyle& group_style(std::size_t index);
inline constexpr std::size_t kGroupStyles = 6;

/// Returns: the font families for a sheet in that language, first choice first; all are in Debian's fonts-noto-core.
[[nodiscard]] std::string_view font_families(bool right_to_left);

inline constexpr std::string_view kInk = "#1A1A1A";
inline constexpr std::string_view kQuietInk = "#5A5A5A";
inline constexpr double kNamePoints = 14;
inline constexpr double kSecondNamePoints = 10;
inline constexpr double kLabelPoints = 11;
inline constexpr double kTitlePoints = 20;
inline constexpr double kSubtitlePoints = 11;
inline constexpr double kGroupPoints = 12;
inline constexpr double kLegendPoints = 10;
inline constexpr double kNotePoints = 10;

}  // namespace isnad::render
