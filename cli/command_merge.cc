#include "cli/command_merge.h"

#include <CLI/CLI.hpp>

#include "cli/decisions.h"
#include "cli/names.h"
#include "cli/options.h"
#include "extract/text/name_key.h"
#include "graph/model/error.h"
#include "store/store.h"

namespace isnad::cli {

void CommandMerge::setup(CLI::App& app) {
  app.add_option("A", kept_, "The entity that stays, in Arabic or English");
  app.add_option("B", given_up_, "The entity that is the same");
  add_db_option(app, db_);
  app.add_flag("--undo", undo_, "Take the merge of B into A back");
  app.add_flag("--list", list_, "Print the merges there are");
  add_format_option(app, format_, "text|json");
}

int CommandMerge::run() {
  if (list_) {
    list_decisions(store::Store(db_, store::OpenMode::kReadOnly), DecisionKind::kMerge, format_);
    return 0;
  }
  if (given_up_.empty()) throw UsageError("merge needs two names, or --list");
  store::Store store(db_, store::OpenMode::kReadWrite);
  const EntityKey kept = entity_named(store, kept_);
  if (undo_) {
    const Decisions decisions(store.decisions());
    take_back(store, DecisionKind::kMerge, [&](const Decision& decision) {
      if (decision.into != kept && decisions.resolve(decision.into) != kept) return false;
      return decision.from.str() == given_up_ || decision.name.key == text::name_key(given_up_);
    });
    return 0;
  }
  const EntityKey given_up = entity_named(store, given_up_);
  if (kept == given_up) throw UsageError("'" + kept_ + "' and '" + given_up_ + "' are one entity already: " + kept.str());
  Decision decision = decision_into(store, DecisionKind::kMerge, kept);
  decision.from = given_up;
  const auto entity = store.entity(given_up);
  decision.name = alias_named(entity->name("en").empty() ? given_up.str() : entity->name("en"));
  decide(store, std::move(decision));
  return 0;
}

}  // namespace isnad::cli
