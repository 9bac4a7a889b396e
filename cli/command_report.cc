#include "cli/command_report.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <utility>

#include "cli/names.h"
#include "cli/options.h"
#include "graph/model/error.h"
#include "graph/query/edge_reader.h"
#include "graph/query/neighbourhood.h"
#include "graph/render/build_diagram.h"
#include "graph/render/layout.h"
#include "graph/report/dossier.h"
#include "graph/report/formats.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

constexpr std::size_t kDiagramNodes = 22;
constexpr std::size_t kDiagramEdges = 40;

/// Its surroundings as SVG, without footnotes: the report has its own.
std::string diagram_svg(const query::EdgeReader& reader, const EntityKey& about, const std::string& lang) {
  query::NeighbourhoodQuery query;
  query.centres = {about};
  query.max_nodes = kDiagramNodes;
  query.max_edges = kDiagramEdges;
  query::Neighbourhood chosen = query::neighbourhood(reader, query);
  if (chosen.edges.empty()) return {};
  render::DiagramRequest request;
  request.lang = lang;
  request.focus = query.centres;
  request.nodes = std::move(chosen.nodes);
  request.edges = std::move(chosen.edges);
  request.nodes_left_out = chosen.nodes_left_out;
  request.left_out_of = std::move(chosen.left_out_of);
  request.edges_left_out = chosen.edges_left_out;
  request.max_notes = 0;
  return render::render(render::build_diagram(reader.source(), request), {}).bytes;
}

}  // namespace

void CommandReport::setup(CLI::App& app) {
  add_db_option(app, db_);
  app.add_option("--about", about_, "Whom the report is about")->required()->type_name("NAME");
  app.add_option("-o,--output", output_, "File to write: .html .md .pdf; - is stdout and needs --format")->required()->type_name("FILE");
  app.add_option("--format", format_, "Format, when the file's ending does not tell")->check(CLI::IsMember({"html", "md", "pdf"}))->type_name("FORMAT");
  add_lang_option(app, lang_);
  app.add_option("--relations", relations_, "Relations of each family at most")->check(CLI::Range(1, 1000))->capture_default_str()->type_name("N");
  app.add_option("--events", events_, "Rows of the timeline at most")->check(CLI::Validator(CLI::Range(0, 10000)).description(""))->capture_default_str()->type_name("N");
  app.add_option("--notes", notes_, "Sentences behind each statement at most")->check(CLI::Range(1, 20))->capture_default_str()->type_name("N");
  app.add_flag("--no-diagram", without_diagram_, "Leave the diagram out");
  filter_.add_to(app);
  topic_.add_to(app);
}

int CommandReport::run() {
  const std::string format = format_.empty() ? std::filesystem::path(output_).extension().string().erase(0, 1) : format_;
  if (format != "html" && format != "md" && format != "pdf") {
    throw UsageError(output_ + ": its ending names none of html, md, pdf; give --format");
  }
  static_cast<void>(filter_.filter());  // tells a wrong option before the database is opened
  topic_.check();
  const store::Store store(db_, store::OpenMode::kReadOnly);
  query::ViewFilter filter = filter_.filter(store);
  topic_.narrow(filter, store);
  const query::EdgeReader reader(store, filter);
  const EntityKey about = entity_named(store, about_);

  report::DossierOptions options;
  options.lang = lang_;
  options.per_section = relations_;
  options.timeline_rows = events_;
  options.notes_per_statement = notes_;
  report::Dossier dossier = report::build_dossier(reader, about, options);
  if (!without_diagram_ && format != "md") dossier.diagram_svg = diagram_svg(reader, about, lang_);
  const std::string bytes = format == "html" ? report::to_html(dossier) : format == "md" ? report::to_markdown(dossier) : report::to_pdf(dossier);
  write_output(output_, bytes);
  return 0;
}

}  // namespace isnad::cli
