#include "cli/command_render.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <utility>

#include "cli/control_chart_of.h"
#include "cli/names.h"
#include "cli/options.h"
#include "graph/model/error.h"
#include "graph/query/edge_reader.h"
#include "graph/render/build_diagram.h"
#include "graph/render/earlier_places.h"
#include "graph/render/embedded_fonts.h"
#include "graph/render/layout.h"
#include "graph/render/matrix_chart.h"
#include "graph/render/svg_convert.h"
#include "graph/render/theme.h"
#include "graph/render/timeline_chart.h"
#include "graph/render/web_page.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

constexpr std::size_t kTimelineRows = 60;

/// The name of the format asked for, else the one that the output's ending gives.
std::string format_name(const std::string& option, const std::string& output) {
  return option.empty() ? std::filesystem::path(output).extension().string().erase(0, 1) : option;
}

render::Format format_of(const std::string& name, const std::string& output) {
  const auto format = render::format_from(name);
  if (!format) throw UsageError(output + ": its ending names none of svg, png, pdf, dot, html; give --format");
  return *format;
}

/// Throws: IoError naming the path.
std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in.is_open() || in.bad()) throw IoError(path + ": cannot be read");
  return text;
}

}  // namespace

void CommandRender::setup(CLI::App& app) {
  add_db_option(app, db_);
  part_.add_to(app);
  app.add_option("-o,--output", output_, "File to write: .svg .png .pdf .dot .html; - is stdout and needs --format")->required()->type_name("FILE");
  app.add_option("--format", format_, "Format, when the file's ending does not tell")
      ->check(CLI::IsMember({"svg", "png", "pdf", "dot", "html"}))
      ->type_name("FORMAT");
  app.add_flag("--html", html_, "The same as --format html: one page to move, search and filter, without any network");
  add_lang_option(app, lang_);
  app.add_option("--as", kind_, "What to draw: arrows between actors, a table of who does what to whom, events by date, or who held which place when")
      ->check(CLI::IsMember({"network", "matrix", "timeline", "control"}))
      ->capture_default_str()
      ->type_name("KIND");
  app.add_option("--size", size_, "Fit it on a page of that size")->check(CLI::IsMember({"a4", "a4-landscape", "slide", "square"}))->type_name("SIZE");
  app.add_flag("--dates", dates_, "Arrows tell when");
  app.add_flag("--source-counts", source_counts_, "Arrows tell how many independent sources say so");
  app.add_flag("--print", print_, "Black and grey, for print without colours");
  app.add_option("--theme", theme_, "File with other colours and fonts")->type_name("FILE");
  app.add_flag("--embed-fonts", embed_fonts_, "SVG carries its fonts, cut down to the letters that it has");
  app.add_option("--title", title_, "Title; made from the names otherwise")->type_name("TEXT");
  app.add_option("--like", like_, "Earlier drawing (SVG) or file of places: those drawn there stay where they were")->type_name("FILE");
  app.add_option("--max-nodes", max_nodes_, "Nodes at most; the best attested are kept")->check(CLI::Range(1, 10000))->capture_default_str()->type_name("N");
  app.add_option("--max-notes", max_notes_, "Sentences on the sheet at most")->check(CLI::Validator(CLI::Range(0, 1000000000)).description(""))->capture_default_str()->type_name("N");
  app.add_option("--dpi", dpi_, "Dots per inch of PNG")->check(CLI::Range(36, 1200))->capture_default_str()->type_name("N");
  app.add_option("--deadline", deadline_, "Seconds that drawing may take")->check(CLI::Range(1, 3600))->capture_default_str()->type_name("SECONDS");
  filter_.add_to(app);
  topic_.add_to(app);
}

render::DiagramRequest CommandRender::request(const query::EdgeReader& reader) const {
  render::DiagramRequest request = part_.choose(reader, max_nodes_);
  request.lang = lang_;
  request.title = title_;
  request.with_dates = dates_;
  request.with_sources = source_counts_;
  request.max_notes = max_notes_;
  if (request.edges.empty()) std::cerr << "isnad: no relation fits; the sheet says so\n";
  return request;
}

std::string CommandRender::network(const query::EdgeReader& reader, const render::RenderOptions& options) const {
  auto drawing = render::render(render::build_diagram(reader.source(), request(reader)), options);
  if (!like_.empty() && drawing.layout.rfind("like", 0) != 0) {
    std::cerr << "isnad: no place of " << like_ << " could be kept: it shows nobody who is drawn here, or the time was too short\n";
  }
  return std::move(drawing.bytes);
}

std::string CommandRender::drawn(const query::EdgeReader& reader, render::Format format) const {
  const ClaimSource& source = reader.source();
  render::RenderOptions options;
  options.format = format;
  options.dpi = dpi_;
  options.deadline = std::chrono::seconds(deadline_);
  if (!like_.empty()) options.like = render::read_earlier_places(read_file(like_), like_);
  if (plain()) return network(reader, options);
  render::Theme theme = print_ ? render::print_theme() : render::Theme();
  if (!theme_.empty()) theme = render::parse_theme(read_file(theme_), theme_);

  std::string svg;
  if (kind_ == "network") {
    options.format = render::Format::kSvg;
    svg = network(reader, options);
  } else if (kind_ == "matrix") {
    svg = render::matrix_svg(render::build_diagram(source, request(reader)));
  } else if (kind_ == "timeline") {
    svg = render::timeline_svg(render::build_timeline(source, request(reader), kTimelineRows));
  } else {
    render::ControlChart chart = control_chart_of(reader, entities_named(source, part_.around()), lang_, max_nodes_, max_notes_);
    if (!title_.empty()) chart.title = title_;
    svg = render::control_svg(chart);
  }
  svg = render::themed_svg(svg, theme);
  if (!size_.empty()) svg = render::on_page(svg, size_);
  if (format == render::Format::kSvg) return svg;
  return format == render::Format::kPdf ? render::svg_to_pdf(svg) : render::svg_to_png(svg, dpi_);
}

int CommandRender::run() {
  const std::string format = html_ ? "html" : format_name(format_, output_);
  const bool page = format == "html" || format == "htm";
  const auto kind_of_file = page ? render::Format::kSvg : format_of(format, output_);
  if (!plain() && (page || kind_of_file == render::Format::kDot)) {
    throw UsageError("a file of this format holds a network as it is: --as, --size, --print and --theme go with svg, png and pdf");
  }
  if ((dates_ || source_counts_) && (page || kind_ != "network")) {
    throw UsageError("--dates and --source-counts are written on the arrows of a drawn network: a page tells them at a click, a chart by itself");
  }
  if (part_.grouped() && (page || kind_ != "network" || !like_.empty())) {
    throw UsageError("--cluster draws boxes in a network: it goes neither with a page, nor with --as, nor with --like");
  }
  if (!like_.empty() && (page || kind_ != "network" || kind_of_file == render::Format::kDot)) {
    throw UsageError("--like keeps the places of a drawn network: it goes with svg, png and pdf, and not with --as");
  }
  if (embed_fonts_ && (page || kind_of_file != render::Format::kSvg)) {
    throw UsageError("--embed-fonts is for svg: a pdf always holds its fonts, and no other format needs any");
  }
  part_.check();
  if (kind_ == "control" && part_.around().empty()) throw UsageError("--as control needs --around: places, or those who hold them");
  static_cast<void>(filter_.filter());  // tells a wrong option before the database is opened
  topic_.check();
  const store::Store store(db_, store::OpenMode::kReadOnly);
  query::ViewFilter filter = filter_.filter(store);
  topic_.narrow(filter, store);
  const query::EdgeReader reader(store, filter);
  std::string bytes = page ? render::web_page(store, request(reader), {std::chrono::seconds(deadline_)}) : drawn(reader, kind_of_file);
  if (embed_fonts_) bytes = render::with_embedded_fonts(bytes);
  write_output(output_, bytes);
  return 0;
}

}  // namespace isnad::cli
