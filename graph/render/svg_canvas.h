#pragma once

// Inside graph/render only: charts that no graph layout is needed for.

#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/relation_type.h"
#include "graph/render/diagram.h"

namespace isnad::render {

/// A drawing in SVG, points, y downwards. x counts from the side where the sheet's language begins, so that a chart is written once
/// for both directions. All text is made safe and tells its direction.
class SvgCanvas {
 public:
  enum class At { kStart, kMiddle, kEnd };

  /// What text looks like.
  struct Type {
    double points = 11;
    std::string_view colour = "#1A1A1A";
    bool bold = false;
  };

  SvgCanvas(std::string lang, double width) : lang_(std::move(lang)), width_(width) {}

  [[nodiscard]] double width() const { return width_; }

  /// One line whose start, middle or end stands at x, its baseline at y.
  void text(double x, double y, std::string_view text, const Type& type, At at = At::kStart);

  /// Text broken into lines no wider than `width`, the first one's top at y. Returns: the height.
  double paragraph(double x, double y, double width, std::string_view text, const Type& type);

  void box(double x, double y, double width, double height, std::string_view fill, std::string_view line = "none", double corner = 0);
  /// A box with slanted stripes: what is contested.
  void hatched(double x, double y, double width, double height, std::string_view colour);
  void line(double x1, double y1, double x2, double y2, std::string_view colour, double points = 0.8, std::string_view dashes = "");
  void dot(double x, double y, double radius, std::string_view fill, std::string_view line, bool dashed);

  /// What is drawn until `end_tip` shows this text under the pointer.
  void begin_tip(std::string_view text);
  void end_tip();

  /// Title, subtitle and remark, from y on. Returns: where the next piece may begin.
  double title(double y, std::string_view title, std::string_view subtitle, std::string_view remark);
  /// Samples of these families in a row. Returns: where the next piece may begin.
  double legend(double y, const std::vector<RelationFamily>& families, bool denied);
  /// The numbered sentences with who says so. Returns: where the next piece may begin.
  double notes(double y, const std::vector<Footnote>& notes);

  /// Returns: the SVG file, as high as said.
  [[nodiscard]] std::string finish(double height, std::string_view title) const;

 private:
  [[nodiscard]] bool rtl() const { return lang_ == "ar"; }
  /// The left edge of something `size` wide that starts at x.
  [[nodiscard]] double left(double x, double size) const { return rtl() ? width_ - x - size : x; }

  /// Who says so, where and when, in one line. Returns: its height.
  double origin(double x, double y, const Footnote& note);

  std::string lang_;
  double width_;
  std::string body_;
  int patterns_ = 0;
};

}  // namespace isnad::render
