#include "cli/command_export.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/options.h"
#include "graph/export/claim_json.h"
#include "store/store.h"

namespace isnad::cli {

void CommandExport::setup(CLI::App& app) {
  add_db_option(app, db_);
  app.add_option("--what", what_, "What to write")->check(CLI::IsMember({"claims", "edges", "entities"}))->capture_default_str()->type_name("WHAT");
  add_format_option(app, format_, "jsonl");
}

int CommandExport::run() {
  const store::Store store(db_, store::OpenMode::kReadOnly);
  if (what_ == "edges") {
    store.visit_edges([&](const Edge& edge) { std::cout << exporting::to_json(edge).dump() << '\n'; return static_cast<bool>(std::cout); });
  } else if (what_ == "entities") {
    store.visit_entities([&](const Entity& entity) { std::cout << exporting::to_json(entity).dump() << '\n'; return static_cast<bool>(std::cout); });
  } else {
    store.visit_claims([&](const Claim& claim) { std::cout << exporting::to_json(claim, "").dump() << '\n'; return static_cast<bool>(std::cout); });
  }
  return 0;
}

}  // namespace isnad::cli
