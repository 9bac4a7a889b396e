#include <cairo-pdf.h>
#include <librsvg/rsvg.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "graph/model/plain_text.h"
#include "graph/render/cairo_wrap.h"
#include "graph/render/pdf_date.h"
#include "graph/report/formats.h"
#include "graph/report/layout.h"

namespace isnad::report {

namespace {

using Look = Run::Look;

// A4 in points.
constexpr double kWidth = 595.28;
constexpr double kHeight = 841.89;
constexpr double kMargin = 56;
constexpr double kColumn = kWidth - 2 * kMargin;
constexpr double kBottom = kHeight - kMargin - 14;

using Layout = render::GObjectHandle<PangoLayout>;
using Svg = render::GObjectHandle<RsvgHandle>;

/// Pango's markup of a run; an isolate keeps a foreign name from turning its neighbours round.
std::string markup(const Run& run) {
  std::string text = xml_text(run.text);
  if (run.foreign) text = "\xE2\x81\xA8" + text + "\xE2\x81\xA9";
  switch (run.look) {
    case Look::kStrong:
      return "<b>" + text + "</b>";
    case Look::kQuiet:
    case Look::kLink:
      return "<span foreground=\"#5A5A5A\" size=\"90%\">" + text + "</span>";
    case Look::kNoteNumber:
      return "<span size=\"75%\" rise=\"3000\"> " + text + "</span>";
    case Look::kSubject:
      return "<span background=\"#CFE6F7\">" + text + "</span>";
    case Look::kRelation:
      return "<span background=\"#FFE3B3\">" + text + "</span>";
    case Look::kObject:
      return "<span background=\"#CDEBDD\">" + text + "</span>";
    default:
      return text;
  }
}

/// How a kind of block is set.
struct Setting {
  double points;
  double before;
  double after;
  double indent;
  bool bold;
};

Setting setting_of(Block::Kind kind) {
  switch (kind) {
    case Block::Kind::kTitle:
      return {20, 0, 2, 0, true};
    case Block::Kind::kSubtitle:
      return {11, 0, 10, 0, false};
    case Block::Kind::kHeading:
      return {13, 14, 5, 0, true};
    case Block::Kind::kBullet:
      return {10.5, 1, 3, 12, false};
    case Block::Kind::kNote:
      return {9, 1, 3, 22, false};
    default:
      return {10.5, 0, 5, 0, false};
  }
}

class Printer {
 public:
  explicit Printer(const Dossier& dossier)
      : dossier_(dossier), surface_(cairo_pdf_surface_create_for_stream(render::append_bytes, &bytes_, kWidth, kHeight)), cairo_(cairo_create(surface_.get())) {
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, dossier.name.c_str());
  }

  std::string print() {
    for (const auto& block : lay_out(dossier_)) {
      if (block.kind == Block::Kind::kDiagram) {
        diagram(block.svg);
      } else {
        text(block);
      }
    }
    finish_page();
    cairo_.reset();
    cairo_surface_finish(surface_.get());
    render::check(surface_.get());
    render::fix_creation_date(bytes_);
    return std::move(bytes_);
  }

 private:
  [[nodiscard]] Layout layout(const std::string& marked, double points, bool bold, double width) const {
    Layout out(pango_cairo_create_layout(cairo_.get()));
    PangoFontDescription* font =
        pango_font_description_from_string(dossier_.right_to_left() ? "Noto Naskh Arabic,Noto Sans" : "Noto Sans,Noto Naskh Arabic");
    pango_font_description_set_absolute_size(font, points * PANGO_SCALE);
    if (bold) pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(out.get(), font);
    pango_font_description_free(font);
    pango_context_set_base_dir(pango_layout_get_context(out.get()), dossier_.right_to_left() ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_layout_set_auto_dir(out.get(), FALSE);
    pango_layout_set_width(out.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(out.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_markup(out.get(), marked.c_str(), -1);
    return out;
  }

  void text(const Block& block) {
    std::string marked;
    for (const auto& run : block.runs) marked += markup(run);
    const Setting how = setting_of(block.kind);
    const Layout set = layout(marked, how.points, how.bold, kColumn - how.indent);
    if (y_ > kMargin) y_ += how.before;
    // A heading stays with what follows.
    const double least = block.kind == Block::Kind::kHeading ? 60 : 0;
    const int lines = pango_layout_get_line_count(set.get());
    PangoLayoutIter* lines_of = pango_layout_get_iter(set.get());
    for (int i = 0; i < lines; ++i) {
      PangoRectangle box;
      pango_layout_iter_get_line_extents(lines_of, nullptr, &box);
      const double height = static_cast<double>(box.height) / PANGO_SCALE;
      if (y_ + height + least > kBottom) next_page();
      if (i == 0) label(block, how);
      const double left = kMargin + (dossier_.right_to_left() ? 0 : how.indent);
      const double baseline = static_cast<double>(pango_layout_iter_get_baseline(lines_of) - box.y) / PANGO_SCALE;
      cairo_move_to(cairo_.get(), left + static_cast<double>(box.x) / PANGO_SCALE, y_ + baseline);
      pango_cairo_show_layout_line(cairo_.get(), pango_layout_iter_get_line_readonly(lines_of));
      y_ += height;
      pango_layout_iter_next_line(lines_of);
    }
    pango_layout_iter_free(lines_of);
    y_ += how.after;
  }

  /// The bullet or number in the indent.
  void label(const Block& block, const Setting& how) {
    if (how.indent == 0) return;
    const std::string sign = block.kind == Block::Kind::kNote ? std::to_string(block.number) + "." : "•";
    const Layout set = layout(sign, how.points, false, how.indent - 3);
    const double left = dossier_.right_to_left() ? kWidth - kMargin - how.indent + 3 : kMargin;
    cairo_move_to(cairo_.get(), left, y_);
    pango_cairo_show_layout(cairo_.get(), set.get());
  }

  void diagram(const std::string& svg) {
    GError* error = nullptr;
    const Svg handle(rsvg_handle_new_from_data(reinterpret_cast<const guint8*>(svg.data()), svg.size(), &error));
    if (handle == nullptr) render::fail("cannot read the diagram", error);
    double width = 0;
    double height = 0;
    if (rsvg_handle_get_intrinsic_size_in_pixels(handle.get(), &width, &height) == FALSE || width <= 0 || height <= 0) return;
    const double scale = std::min({1.0, kColumn / width, (kBottom - kMargin) / height});
    if (y_ + height * scale > kBottom) next_page();
    const RsvgRectangle where{kMargin + (kColumn - width * scale) / 2, y_, width * scale, height * scale};
    if (rsvg_handle_render_document(handle.get(), cairo_.get(), &where, &error) == FALSE) render::fail("cannot draw the diagram", error);
    y_ += height * scale + 10;
  }

  void finish_page() {
    const Layout number = layout("<span foreground=\"#5A5A5A\">" + std::to_string(++page_) + "</span>", 9, false, kColumn);
    pango_layout_set_alignment(number.get(), PANGO_ALIGN_CENTER);
    cairo_move_to(cairo_.get(), kMargin, kHeight - kMargin + 4);
    pango_cairo_show_layout(cairo_.get(), number.get());
    cairo_show_page(cairo_.get());
  }

  void next_page() {
    finish_page();
    y_ = kMargin;
  }

  const Dossier& dossier_;
  std::string bytes_;
  render::CairoSurface surface_;
  render::CairoContext cairo_;
  double y_ = kMargin;
  int page_ = 0;
};

}  // namespace

std::string to_pdf(const Dossier& dossier) { return Printer(dossier).print(); }

}  // namespace isnad::report
