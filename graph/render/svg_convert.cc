#include "graph/render/svg_convert.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

#include <cmath>

#include "graph/model/error.h"
#include "graph/render/cairo_wrap.h"
#include "graph/render/pdf_date.h"

namespace isnad::render {

namespace {

constexpr double kPointsPerInch = 72;
constexpr double kPixelsPerInch = 96;
constexpr double kMostDots = 100e6;

using Handle = GObjectHandle<RsvgHandle>;

struct Picture {
  Handle handle;
  /// Points.
  double width = 0;
  double height = 0;
};

Picture read(std::string_view svg) {
  GError* error = nullptr;
  Picture out{Handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error)), 0, 0};
  if (out.handle == nullptr) fail("cannot read the drawing", error);
  double width = 0;
  double height = 0;
  rsvg_handle_set_dpi(out.handle.get(), kPixelsPerInch);
  if (rsvg_handle_get_intrinsic_size_in_pixels(out.handle.get(), &width, &height) == FALSE) throw Error("the drawing has no size");
  out.width = width * kPointsPerInch / kPixelsPerInch;
  out.height = height * kPointsPerInch / kPixelsPerInch;
  return out;
}

void draw(const Picture& picture, cairo_surface_t* surface, double width, double height) {
  const CairoContext cairo(cairo_create(surface));
  const RsvgRectangle all{0, 0, width, height};
  GError* error = nullptr;
  if (rsvg_handle_render_document(picture.handle.get(), cairo.get(), &all, &error) == FALSE) fail("cannot draw", error);
  cairo_show_page(cairo.get());
}

}  // namespace

std::string svg_to_pdf(std::string_view svg) {
  const Picture picture = read(svg);
  std::string bytes;
  const CairoSurface surface(cairo_pdf_surface_create_for_stream(append_bytes, &bytes, picture.width, picture.height));
  draw(picture, surface.get(), picture.width, picture.height);
  cairo_surface_finish(surface.get());
  check(surface.get());
  fix_creation_date(bytes);
  return bytes;
}

std::string svg_to_png(std::string_view svg, std::uint32_t dpi) {
  const Picture picture = read(svg);
  const double width = std::ceil(picture.width / kPointsPerInch * dpi);
  const double height = std::ceil(picture.height / kPointsPerInch * dpi);
  if (width * height > kMostDots) throw Error("the PNG would have too many dots: lower --dpi, or use svg or pdf");
  const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, static_cast<int>(width), static_cast<int>(height)));
  check(surface.get());
  draw(picture, surface.get(), width, height);
  std::string bytes;
  if (cairo_surface_write_to_png_stream(surface.get(), append_bytes, &bytes) != CAIRO_STATUS_SUCCESS) throw Error("cannot write the PNG");
  return bytes;
}

}  // namespace isnad::render
