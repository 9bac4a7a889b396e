#include "cli/command_export.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <sstream>

#include "cli/countries.h"
#include "cli/folded_source.h"
#include "cli/options.h"
#include "graph/export/export.h"
#include "graph/export/record_formats.h"
#include "graph/model/error.h"
#include "graph/render/atomic_file.h"
#include "store/store.h"

namespace isnad::cli {

void CommandExport::setup(CLI::App& app) {
  add_db_option(app, db_);
  app.add_option("--what", what_, "What JSON lines and CSV hold, claims by default (events: CSV only); the other formats hold the graph of edges")
      ->check(CLI::IsMember({"claims", "edges", "entities", "events"}))
      ->type_name("WHAT");
  app.add_option("--by", by_, "document: edges or entities of each document by itself (JSON lines)")->check(CLI::IsMember({"document"}))->type_name("UNIT");
  add_format_option(app, format_, "jsonl|csv|graphml|gexf|dot|nquads|turtle|jsonld");
  app.add_flag("--fold", fold_, "Count ministries, forces and houses of government as their country (edges)");
  app.add_option("-o,--output", output_, "File to write whole or not at all; stdout otherwise")->type_name("FILE");
}

int CommandExport::run() {
  exporting::ExportRequest request;
  request.format = *exporting::format_from(format_);
  if (what_.empty()) what_ = format_ == "jsonl" || format_ == "csv" ? "claims" : "edges";
  request.what = *exporting::what_from(what_);
  request.by_document = !by_.empty();
  if (request.by_document && what_ == "claims") throw UsageError("--by document goes with --what edges and --what entities");
  if (request.by_document && format_ != "jsonl") throw UsageError("--by document goes with --format jsonl");
  // Claims keep what was said; JSON-LD and edges of single documents are made of claims.
  if (fold_ && (what_ != "edges" || request.by_document || format_ == "jsonld")) throw UsageError("--fold goes with edges of the whole graph, in all formats but jsonld");
  if (request.what == exporting::What::kEvents) request.is_country = country_test();
  const store::Store store(db_, store::OpenMode::kReadOnly);
  const auto write = [&](std::ostream& out) {
    if (fold_) return exporting::write_export(FoldedSource(store), request, out);
    if (!request.by_document || request.what != exporting::What::kEntities) return exporting::write_export(store, request, out);
    exporting::write_entities_by_document(
        [&](const exporting::EntityVisitor& visit) {
          store.visit_mentions([&](const DocumentId& id, const std::vector<Entity>& entities, const auto&) { return visit(id, entities); });
        },
        out);
  };
  if (output_.empty() || output_ == "-") {
    write(std::cout);
    return 0;
  }
  std::ostringstream out;
  write(out);
  render::write_file(output_, out.view());
  return 0;
}

}  // namespace isnad::cli
