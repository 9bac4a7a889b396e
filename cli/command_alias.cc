#include "cli/command_alias.h"

#include <CLI/CLI.hpp>

#include "cli/decisions.h"
#include "cli/names.h"
#include "cli/options.h"
#include "extract/text/name_key.h"
#include "graph/model/error.h"
#include "store/store.h"

namespace isnad::cli {

void CommandAlias::setup(CLI::App& app) {
  app.add_option("NAME", alias_, "A name that articles use");
  app.add_option("ENTITY", entity_, "Whom it means, in Arabic or English");
  add_db_option(app, db_);
  app.add_flag("--undo", undo_, "Take it back");
  app.add_flag("--list", list_, "Print the aliases there are");
  add_format_option(app, format_, "text|json");
}

int CommandAlias::run() {
  if (list_) {
    list_decisions(store::Store(db_, store::OpenMode::kReadOnly), DecisionKind::kAlias, format_);
    return 0;
  }
  if (alias_.empty() || (entity_.empty() && !undo_)) throw UsageError("alias needs a name and an entity, or --list");
  store::Store store(db_, store::OpenMode::kReadWrite);
  const Alias name = alias_named(alias_);
  if (undo_) {
    take_back(store, DecisionKind::kAlias, [&](const Decision& decision) { return decision.name.key == name.key; });
    return 0;
  }
  Decision decision = decision_into(store, DecisionKind::kAlias, entity_named(store, entity_));
  decision.name = name;
  decide(store, std::move(decision));
  return 0;
}

}  // namespace isnad::cli
