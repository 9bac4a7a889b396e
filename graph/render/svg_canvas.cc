#include "graph/render/svg_canvas.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>

#include "graph/model/plain_text.h"
#include "graph/render/html_label.h"
#include "graph/render/sheet_text.h"
#include "graph/render/style.h"
#include "graph/render/text_fit.h"
#include "graph/render/words.h"

namespace isnad::render {

namespace {

constexpr double kLineHeight = 1.55;
constexpr double kMargin = 24;
constexpr std::size_t kOriginLetters = 44;

std::string number(double value) {
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%.2f", value);
  return out.data();
}

std::string attribute(std::string_view name, std::string_view value) { return " " + std::string(name) + "=\"" + xml_text(value) + "\""; }
std::string attribute(std::string_view name, double value) { return attribute(name, number(value)); }

}  // namespace

void SvgCanvas::text(double x, double y, std::string_view text, const Type& type, At at) {
  const std::string clean = clean_text(text);
  if (clean.empty()) return;
  const bool text_rtl = reads_right_to_left(clean, rtl());
  std::string_view anchor = "middle";
  // SVG's start is where the text begins to be read, ours where the sheet does.
  if (at != At::kMiddle) anchor = ((at == At::kStart) == (text_rtl == rtl())) ? "start" : "end";
  body_ += "<text" + attribute("x", left(x, 0)) + attribute("y", y) + attribute("font-size", type.points) + attribute("fill", type.colour) +
           attribute("text-anchor", anchor) + attribute("direction", text_rtl ? "rtl" : "ltr") + attribute("unicode-bidi", "embed") +
           (type.bold ? attribute("font-weight", "bold") : std::string()) + ">" + xml_text(clean) + "</text>\n";
}

double SvgCanvas::paragraph(double x, double y, double width, std::string_view text, const Type& type) {
  double height = 0;
  for (const auto& line : wrap_text(clean_text(text), width / type.points)) {
    height += type.points * kLineHeight;
    this->text(x, y + height - type.points * 0.45, line, type);
  }
  return height;
}

void SvgCanvas::box(double x, double y, double width, double height, std::string_view fill, std::string_view line, double corner) {
  body_ += "<rect" + attribute("x", left(x, width)) + attribute("y", y) + attribute("width", width) + attribute("height", height) +
           attribute("rx", corner) + attribute("fill", fill) + attribute("stroke", line) + attribute("stroke-width", 0.8) + "/>\n";
}

void SvgCanvas::hatched(double x, double y, double width, double height, std::string_view colour) {
  const std::string id = "hatch" + std::to_string(patterns_++);
  body_ += "<pattern" + attribute("id", id) + " width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#FFFFFF\"/>"
           "<rect width=\"3\" height=\"6\"" + attribute("fill", colour) + "/></pattern>\n";
  box(x, y, width, height, "url(#" + id + ")", colour, 2);
}

void SvgCanvas::line(double x1, double y1, double x2, double y2, std::string_view colour, double points, std::string_view dashes) {
  body_ += "<line" + attribute("x1", left(x1, 0)) + attribute("y1", y1) + attribute("x2", left(x2, 0)) + attribute("y2", y2) + attribute("stroke", colour) +
           attribute("stroke-width", points) + (dashes.empty() ? std::string() : attribute("stroke-dasharray", dashes)) + "/>\n";
}

void SvgCanvas::dot(double x, double y, double radius, std::string_view fill, std::string_view line, bool dashed) {
  body_ += "<circle" + attribute("cx", left(x, 0)) + attribute("cy", y) + attribute("r", radius) + attribute("fill", fill) + attribute("stroke", line) +
           attribute("stroke-width", 1.5) + (dashed ? attribute("stroke-dasharray", "2,2") : std::string()) + "/>\n";
}

void SvgCanvas::begin_tip(std::string_view text) {
  std::string lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines += (lines.empty() ? "" : "\n") + clean_text(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  body_ += "<g><title>" + xml_text(lines) + "</title>\n";
}

void SvgCanvas::end_tip() { body_ += "</g>\n"; }

double SvgCanvas::title(double y, std::string_view title, std::string_view subtitle, std::string_view remark) {
  const double width = width_ - 2 * kMargin;
  y += paragraph(kMargin, y, width, title, {kTitlePoints, kInk, true});
  for (const auto text : {subtitle, remark}) y += paragraph(kMargin, y, width, text, {kSubtitlePoints, kQuietInk, false});
  return y + 10;
}

double SvgCanvas::legend(double y, const std::vector<RelationFamily>& families, bool denied) {
  const Words words(lang_);
  double x = kMargin;
  const auto item = [&](std::string_view fill, std::string_view line, bool dashed, const std::string& text) {
    dot(x + 5, y + 8, 4.5, fill, line, dashed);
    this->text(x + 14, y + 12, text, {kLegendPoints, kQuietInk, false});
    x += 14 + estimated_width_em(text) * kLegendPoints + 18;
  };
  for (const auto family : families) item(style_of(family).line_colour, style_of(family).line_colour, false, words.family(family));
  if (denied) item("#FFFFFF", kQuietInk, true, words.pick("منفيّ", "denied"));
  return y + 26;
}

double SvgCanvas::origin(double x, double y, const Footnote& note) {
  constexpr double kPoints = kNotePoints - 1;
  std::string parts;
  for (const auto& part : note_origin(note, lang_)) {
    const std::string clean = shortened(clean_text(part), kOriginLetters);
    // Each part keeps its own direction, all of them the sheet's order.
    parts += std::string(parts.empty() ? "" : " · ") + "<tspan" + attribute("direction", reads_right_to_left(clean, rtl()) ? "rtl" : "ltr") +
             attribute("unicode-bidi", "isolate") + ">" + xml_text(clean) + "</tspan>";
  }
  if (parts.empty()) return 0;
  body_ += "<text" + attribute("x", left(x, 0)) + attribute("y", y + kPoints * 1.1) + attribute("font-size", kPoints) + attribute("fill", kQuietInk) +
           attribute("direction", rtl() ? "rtl" : "ltr") + attribute("unicode-bidi", "embed") + ">" + parts + "</text>\n";
  return kPoints * kLineHeight;
}

double SvgCanvas::notes(double y, const std::vector<Footnote>& notes) {
  if (notes.empty()) return y;
  line(kMargin, y, width_ - kMargin, y, "#D8D8D4");
  y += 6;
  constexpr double kIndent = 26;
  for (const auto& note : notes) {
    text(kMargin + kIndent - 6, y + kNotePoints * 1.1, std::to_string(note.number), {kNotePoints, kInk, true}, At::kEnd);
    const std::string quoted = note.lang == "ar" ? "«" + note.sentence + "»" : "“" + note.sentence + "”";
    y += paragraph(kMargin + kIndent, y, width_ - 2 * kMargin - kIndent, quoted, {kNotePoints, kInk, false});
    y += origin(kMargin + kIndent, y, note) + 3;
  }
  return y;
}

std::string SvgCanvas::finish(double height, std::string_view title) const {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("width", number(width_) + "pt") +
         attribute("height", number(height) + "pt") + attribute("viewBox", "0 0 " + number(width_) + " " + number(height)) + attribute("xml:lang", lang_) +
         attribute("font-family", font_families(rtl())) + ">\n<title>" + xml_text(clean_text(title)) + "</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#FFFFFF\"/>\n" + body_ + "</svg>\n";
}

}  // namespace isnad::render
