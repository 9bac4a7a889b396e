#include "graph/render/style.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace isnad::render {

namespace {

// In the order of RelationFamily: cooperation, conflict, control, structure, other.
constexpr std::array<FamilyStyle, 5> kFamilies = {{{"#0072B2", "#00568A", "normal"},
                                                   {"#D55E00", "#A84300", "normaltee"},
                                                   {"#009E73", "#00694D", "diamond"},
                                                   {"#8A8A8A", "#4F4F4F", "onormal"},
                                                   {"#B0A18C", "#6B5F4D", "open"}}};

// In the order of EntityType.
struct Shape {
  std::string_view shape;
  std::string_view style;
  bool roomy;
};
constexpr std::array<Shape, 8> kShapes = {{{"ellipse", "filled", true},
                                           {"box", "filled,rounded", false},
                                           {"box", "filled", false},
                                           {"hexagon", "filled", true},
                                           {"cds", "filled", false},
                                           {"octagon", "filled", true},
                                           {"note", "filled", false},
                                           {"box", "filled,dashed", false}}};

// Tints of Okabe and Ito's colours, light enough for all text and arrows.
constexpr std::array<GroupStyle, kGroupStyles> kGroups = {{{"#EAF3F9", "#9CBDD3"},
                                                           {"#FCF1E6", "#DDB78F"},
                                                           {"#E8F5EF", "#93C4AE"},
                                                           {"#F8EDF3", "#D0A5BC"},
                                                           {"#FAF7E1", "#CFC48A"},
                                                           {"#F0F0F0", "#ABABAB"}}};

}  // namespace

const GroupStyle& group_style(std::size_t index) { return kGroups[index % kGroups.size()]; }

const FamilyStyle& style_of(RelationFamily family) { return kFamilies[static_cast<std::size_t>(family)]; }

std::string_view line_style(Polarity polarity, Modality modality) {
  if (polarity == Polarity::kDenied) return "dashed";
  return modality == Modality::kFact ? "solid" : "dotted";
}

double line_width(std::uint32_t claims) {
  return std::min(4.5, 1.0 + 0.8 * std::log2(static_cast<double>(std::max<std::uint32_t>(claims, 1))));
}

double arrow_size(std::uint32_t claims) { return 0.80 - 0.07 * (line_width(claims) - 1); }

ShapeStyle shape_style(EntityType type, bool focus) {
  const auto& shape = kShapes[static_cast<std::size_t>(type)];
  ShapeStyle out{std::string(shape.shape), std::string(shape.style), "#F6F6F3", "#6E6E6E", "0.8", shape.roomy};
  if (focus) {
    out.fill = "#FFF3D1";
    out.line = kInk;
    out.line_width = "1.8";
  }
  return out;
}

std::string_view font_families(bool right_to_left) {
  return right_to_left ? "Noto Naskh Arabic,Noto Sans,sans-serif" : "Noto Sans,Noto Naskh Arabic,sans-serif";
}

}  // namespace isnad::render
