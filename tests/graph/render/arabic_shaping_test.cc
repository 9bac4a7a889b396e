// Arabic as it comes out of every way to a picture, laid over what Pango makes of the same string: joined, with its ligatures, and in
// order. Letters that are not joined, or are written backwards, must not fit.

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/plain_text.h"
#include "graph/render/layout.h"
#include "graph/render/positions.h"
#include "graph/render/svg_convert.h"
#include "tests/graph/render/xml_tree.h"
#include "tests/support/temporary_folder.h"

using namespace isnad;
using render::Extent;

namespace {

/// Dark on light as numbers from 0 (paper) to 1 (black), row by row.
struct Ink {
  int width = 0;
  int height = 0;
  std::vector<double> dots;
  [[nodiscard]] double at(int x, int y) const {
    if (x < 0 || y < 0 || x >= width || y >= height) return 0;
    return dots[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
  }
};

/// A node's fill is no ink.
constexpr double kPaper = 0.1;

Ink ink_of(cairo_surface_t* surface) {
  REQUIRE(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS);
  cairo_surface_flush(surface);
  Ink out{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  const unsigned char* data = cairo_image_surface_get_data(surface);
  const int stride = cairo_image_surface_get_stride(surface);
  for (int y = 0; y < out.height; ++y) {
    for (int x = 0; x < out.width; ++x) {
      const unsigned char* dot = data + y * stride + x * 4;
      const double dark = 1 - (dot[0] + dot[1] + dot[2]) / 765.0;
      out.dots.push_back(dark < kPaper ? 0 : dark);
    }
  }
  return out;
}

Ink png(const std::string& bytes) {
  struct Reader {
    const std::string& bytes;
    std::size_t at = 0;
  } reader{bytes};
  const auto read = [](void* from, unsigned char* into, unsigned int count) {
    auto& source = *static_cast<Reader*>(from);
    if (source.at + count > source.bytes.size()) return CAIRO_STATUS_READ_ERROR;
    std::copy_n(source.bytes.begin() + static_cast<std::ptrdiff_t>(source.at), count, into);
    source.at += count;
    return CAIRO_STATUS_SUCCESS;
  };
  cairo_surface_t* surface = cairo_image_surface_create_from_png_stream(read, &reader);
  const Ink out = ink_of(surface);
  cairo_surface_destroy(surface);
  return out;
}

std::string file_bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

/// What Pango draws, and where its baseline runs, in dots.
struct Label {
  Ink ink;
  double baseline = 0;
};

Label by_pango(const std::string& text, const std::string& families, double points, double dpi) {
  const auto draw = [&](cairo_surface_t* surface, Label* measured) {
    cairo_t* cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_source_rgb(cairo, 0.1, 0.1, 0.1);
    cairo_scale(cairo, dpi / 72, dpi / 72);
    PangoLayout* layout = pango_cairo_create_layout(cairo);
    pango_cairo_context_set_resolution(pango_layout_get_context(layout), 72);
    cairo_font_options_t* options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(pango_layout_get_context(layout), options);
    PangoFontDescription* font = pango_font_description_from_string(families.c_str());
    pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_font_description_set_size(font, static_cast<int>(points * PANGO_SCALE));
    pango_layout_set_font_description(layout, font);
    pango_layout_set_text(layout, text.c_str(), -1);
    pango_cairo_show_layout(cairo, layout);
    if (measured != nullptr) {
      int width = 0;
      int height = 0;
      pango_layout_get_size(layout, &width, &height);
      measured->ink.width = static_cast<int>(std::ceil(width * dpi / 72 / PANGO_SCALE));
      measured->ink.height = static_cast<int>(std::ceil(height * dpi / 72 / PANGO_SCALE));
      measured->baseline = pango_layout_get_baseline(layout) * dpi / 72 / PANGO_SCALE;
    }
    pango_font_description_free(font);
    cairo_font_options_destroy(options);
    g_object_unref(layout);
    cairo_destroy(cairo);
  };
  Label out;
  cairo_surface_t* scratch = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);
  draw(scratch, &out);
  cairo_surface_destroy(scratch);
  cairo_surface_t* surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, out.ink.width, out.ink.height);
  draw(surface, nullptr);
  out.ink = ink_of(surface);
  cairo_surface_destroy(surface);
  return out;
}

/// Returns: how well the label fits the picture anywhere near a place, from 0 to 1 (the cosine of the two as vectors).
double fit(const Ink& picture, const Label& label, double middle, double baseline) {
  constexpr int kNear = 14;
  double of_label = 0;
  for (const double dot : label.ink.dots) of_label += dot * dot;
  double best = 0;
  for (int dy = -kNear; dy <= kNear; ++dy) {
    for (int dx = -kNear; dx <= kNear; ++dx) {
      const int left = static_cast<int>(std::lround(middle - label.ink.width / 2.0)) + dx;
      const int top = static_cast<int>(std::lround(baseline - label.baseline)) + dy;
      double both = 0;
      double of_picture = 0;
      // What the picture has beside the label counts against it.
      for (int y = 0; y < label.ink.height; ++y) {
        for (int x = 0; x < label.ink.width; ++x) {
          const double dot = picture.at(left + x, top + y);
          both += dot * label.ink.at(x, y);
          of_picture += dot * dot;
        }
      }
      if (of_picture > 0) best = std::max(best, both / std::sqrt(of_picture * of_label));
    }
  }
  return best;
}

std::vector<std::string> letters(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::string_view before = text;
    static_cast<void>(next_code_point(text));
    out.emplace_back(before.substr(0, before.size() - text.size()));
  }
  return out;
}

/// With a zero width non-joiner after every letter.
std::string unjoined(const std::string& text) {
  std::string out;
  for (const auto& letter : letters(text)) out += letter + "\xE2\x80\x8C";
  return out;
}

std::string backwards(const std::string& text) {
  std::string out;
  for (const auto& letter : letters(text)) out.insert(0, letter);
  return out;
}

/// A sheet with one node, and where its name stands on it.
struct Sheet {
  render::Diagram diagram;
  std::string svg;
  std::string families;
  /// Points from the sheet's left and upper edge.
  double middle = 0;
  double baseline = 0;
  double points = 0;
  double width = 0;
  double height = 0;
};

Sheet sheet_of(const std::string& name) {
  Sheet out;
  out.diagram.lang = "ar";
  out.diagram.nodes.push_back({EntityKey("gpe:x"), name, "", EntityType::kGpe, 1, false});
  out.svg = render::render(out.diagram, {}).bytes;
  const auto root = testing::parse_xml(out.svg);
  const auto& graph = root.children.at(1);
  const std::string& transform = graph.attributes.at("transform");
  double x = 0;
  double y = 0;
  REQUIRE(std::sscanf(transform.c_str(), "scale(1 1) rotate(0) translate(%lf %lf)", &x, &y) == 2);
  out.width = std::stod(root.attributes.at("width"));
  out.height = std::stod(root.attributes.at("height"));
  for (const auto* element : testing::all_elements(root)) {
    if (element->name != "text" || element->text != name) continue;
    const auto& attributes = element->attributes;
    CHECK(attributes.at("text-anchor") == "middle");
    out.middle = x + std::stod(attributes.at("x"));
    out.baseline = y + std::stod(attributes.at("y"));
    out.points = std::stod(attributes.at("font-size"));
    out.families = attributes.at("font-family");
  }
  REQUIRE(out.points > 0);
  return out;
}

/// Joined, with ligatures and marks, with digits and Latin letters in the line.
const std::vector<std::string> kNames = {"تركيا", "القوات المسلحة", "السلام لا الحرب", "محمد بن سلمان", "طريق حلب", "مُؤْتَمَر"};

/// Hinting and rounded advances move letters by a dot or two, which costs up to a quarter of the fit; what is not joined or turned around
/// loses more than half.
constexpr double kLeast = 0.7;
constexpr double kLost = 0.25;

/// `margin`: what a page has around the sheet on each side, in points.
void check_fit(const Sheet& sheet, const std::string& name, const Ink& picture, double dpi, Extent margin = {}) {
  CAPTURE(name);
  const auto fits = [&](const std::string& text) {
    return fit(picture, by_pango(text, sheet.families, sheet.points, dpi), (margin.width + sheet.middle) * dpi / 72,
               (margin.height + sheet.baseline) * dpi / 72);
  };
  const double right = fits(name);
  const double loose = fits(unjoined(name));
  const double turned = fits(backwards(name));
  CAPTURE(right, loose, turned);
  CHECK(right > kLeast);
  CHECK(loose < right - kLost);
  CHECK(turned < right - kLost);
}

}  // namespace

TEST_CASE("Arabic in PNG is as Pango shapes it", "[graph][render][shaping]") {
  constexpr unsigned kDpi = 288;
  for (const auto& name : kNames) {
    const Sheet sheet = sheet_of(name);
    render::RenderOptions options;
    options.format = render::Format::kPng;
    options.dpi = kDpi;
    check_fit(sheet, name, png(render::render(sheet.diagram, options).bytes), kDpi);
    // By way of SVG, as themes and pages of a given size go.
    check_fit(sheet, name, png(render::svg_to_png(sheet.svg, kDpi)), kDpi);
  }
}

TEST_CASE("Arabic in PDF is as Pango shapes it", "[graph][render][shaping]") {
#ifdef ISNAD_PDFTOPPM
  constexpr unsigned kDpi = 288;
  for (const auto& name : kNames) {
    const Sheet sheet = sheet_of(name);
    render::RenderOptions options;
    options.format = render::Format::kPdf;
    for (const auto& pdf : {render::render(sheet.diagram, options).bytes, render::svg_to_pdf(sheet.svg)}) {
      const testing::TemporaryFolder folder;
      const std::string file = (folder.path() / "sheet").string();
      std::ofstream(file, std::ios::binary) << pdf;
      const std::string command = std::string(ISNAD_PDFTOPPM) + " -singlefile -png -r " + std::to_string(kDpi) + " '" + file + "' '" + file + "'";
      REQUIRE(std::system(command.c_str()) == 0);
      const Ink page = png(file_bytes(file + ".png"));
      check_fit(sheet, name, page, kDpi, {(page.width * 72.0 / kDpi - sheet.width) / 2, (page.height * 72.0 / kDpi - sheet.height) / 2});
    }
  }
#else
  WARN("not tested: no pdftoppm when this was built");
#endif
}

TEST_CASE("Arabic in SVG as Chromium shows it is as Pango shapes it", "[graph][render][shaping][browser]") {
#ifdef ISNAD_CHROMIUM
  constexpr int kScale = 3;
  for (const auto& name : kNames) {
    const Sheet sheet = sheet_of(name);
    const testing::TemporaryFolder folder;
    const std::string file = (folder.path() / "sheet.svg").string();
    std::ofstream(file) << sheet.svg;
    const std::string command = "HOME='" + folder.path().string() + "' timeout 100 '" + ISNAD_CHROMIUM +
                                "' --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=" +
                                std::to_string(kScale) + " --window-size=700,200 --screenshot='" + file + ".png' 'file://" + file +
                                "' > /dev/null 2>&1";
    REQUIRE(std::system(command.c_str()) == 0);
    check_fit(sheet, name, png(file_bytes(file + ".png")), 96.0 * kScale);
  }
#else
  WARN("not tested: no chromium when this was built");
#endif
}
