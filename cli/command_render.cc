#include "cli/command_render.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <utility>

#include "cli/names.h"
#include "cli/options.h"
#include "graph/model/error.h"
#include "graph/query/edge_reader.h"
#include "graph/query/neighbourhood.h"
#include "graph/render/atomic_file.h"
#include "graph/render/build_diagram.h"
#include "graph/render/layout.h"
#include "graph/render/web_page.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

/// The name of the format asked for, else the one that the output's ending gives.
std::string format_name(const std::string& option, const std::string& output) {
  return option.empty() ? std::filesystem::path(output).extension().string().erase(0, 1) : option;
}

render::Format format_of(const std::string& name, const std::string& output) {
  const auto format = render::format_from(name);
  if (!format) throw UsageError(output + ": its ending names none of svg, png, pdf, dot, html; give --format");
  return *format;
}

}  // namespace

void CommandRender::setup(CLI::App& app) {
  add_db_option(app, db_);
  app.add_option("--around", around_, "Whom the diagram is about (repeatable)")->required()->type_name("NAME")->allow_extra_args(false);
  app.add_option("-o,--output", output_, "File to write: .svg .png .pdf .dot .html; - is stdout and needs --format")->required()->type_name("FILE");
  app.add_option("--format", format_, "Format, when the file's ending does not tell")
      ->check(CLI::IsMember({"svg", "png", "pdf", "dot", "html"}))
      ->type_name("FORMAT");
  app.add_flag("--html", html_, "The same as --format html: one page to move, search and filter, without any network");
  add_lang_option(app, lang_);
  app.add_option("--title", title_, "Title; made from the names otherwise")->type_name("TEXT");
  app.add_option("--depth", depth_, "Hops from whom it is about")->check(CLI::Range(1, 10))->capture_default_str()->type_name("N");
  app.add_option("--max-nodes", max_nodes_, "Nodes at most; the best attested are kept")->check(CLI::Range(1, 10000))->capture_default_str()->type_name("N");
  app.add_option("--max-edges", max_edges_, "Relations at most; 0 is all")->check(CLI::Validator(CLI::Range(0, 1000000000)).description(""))->capture_default_str()->type_name("N");
  app.add_option("--max-notes", max_notes_, "Sentences on the sheet at most")->check(CLI::Validator(CLI::Range(0, 1000000000)).description(""))->capture_default_str()->type_name("N");
  app.add_option("--dpi", dpi_, "Dots per inch of PNG")->check(CLI::Range(36, 1200))->capture_default_str()->type_name("N");
  app.add_option("--deadline", deadline_, "Seconds that drawing may take")->check(CLI::Range(1, 3600))->capture_default_str()->type_name("SECONDS");
  filter_.add_to(app);
}

int CommandRender::run() {
  render::RenderOptions options;
  const std::string format = html_ ? "html" : format_name(format_, output_);
  const bool page = format == "html" || format == "htm";
  if (!page) options.format = format_of(format, output_);
  options.dpi = dpi_;
  options.deadline = std::chrono::seconds(deadline_);
  const query::ViewFilter filter = filter_.filter();
  const store::Store store(db_, store::OpenMode::kReadOnly);

  query::NeighbourhoodQuery query;
  query.centres = entities_named(store, around_);
  query.depth = depth_;
  query.max_nodes = max_nodes_;
  query.max_edges = max_edges_;
  query::Neighbourhood chosen = query::neighbourhood(query::EdgeReader(store, filter), query);

  render::DiagramRequest request;
  request.lang = lang_;
  request.title = title_;
  request.focus = query.centres;
  request.nodes = std::move(chosen.nodes);
  request.edges = std::move(chosen.edges);
  request.nodes_left_out = chosen.nodes_left_out;
  request.edges_left_out = chosen.edges_left_out;
  request.max_notes = max_notes_;
  if (request.edges.empty()) std::cerr << "isnad: no relation fits; the sheet says so\n";
  const std::string bytes = page ? render::web_page(store, request, {options.deadline})
                                 : render::render(render::build_diagram(store, request), options).bytes;
  if (output_ == "-") {
    std::cout << bytes;
  } else {
    render::write_file(output_, bytes);
  }
  return 0;
}

}  // namespace isnad::cli
