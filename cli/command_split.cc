#include "cli/command_split.h"

#include <CLI/CLI.hpp>

#include "cli/decisions.h"
#include "cli/names.h"
#include "cli/options.h"
#include "extract/text/name_key.h"
#include "graph/model/error.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

/// The name as articles mostly write it.
Alias alias_of(const Entity& entity, const Alias& wanted) {
  const Alias* best = nullptr;
  for (const Alias& alias : entity.aliases) {
    if (alias.key == wanted.key && (best == nullptr || alias.mentions > best->mentions)) best = &alias;
  }
  if (best == nullptr) throw UsageError("'" + wanted.name + "' is no name of " + entity.key.str());
  return {best->name, best->key, best->lang, 0};
}

}  // namespace

void CommandSplit::setup(CLI::App& app) {
  app.add_option("NAME", alias_, "A name of an entity");
  app.add_option("--from", from_, "The entity it is taken from; needed when several are called so")->type_name("ENTITY");
  add_db_option(app, db_);
  app.add_flag("--undo", undo_, "Take it back");
  app.add_flag("--list", list_, "Print the splits there are");
  add_format_option(app, format_, "text|json");
}

int CommandSplit::run() {
  if (list_) {
    list_decisions(store::Store(db_, store::OpenMode::kReadOnly), DecisionKind::kSplit, format_);
    return 0;
  }
  if (alias_.empty()) throw UsageError("split needs a name, or --list");
  store::Store store(db_, store::OpenMode::kReadWrite);
  const Alias wanted = alias_named(alias_);
  if (undo_) {
    const EntityKey from = from_.empty() ? EntityKey() : entity_named(store, from_);
    take_back(store, DecisionKind::kSplit, [&](const Decision& decision) {
      return decision.name.key == wanted.key && (from.empty() || decision.from == from);
    });
    return 0;
  }
  const EntityKey from = entity_named(store, from_.empty() ? alias_ : from_);
  const auto entity = store.entity(from);
  Decision decision;
  decision.kind = DecisionKind::kSplit;
  decision.from = from;
  decision.name = alias_of(*entity, wanted);
  decision.type = entity->type;
  decision.into = EntityKey("name:" + std::string(to_string(entity->type)) + ":" + wanted.key);
  if (decision.into == from) {
    throw UsageError("'" + wanted.name + "' is what " + from.str() + " is called by itself; split another of its names");
  }
  const Decisions decisions(store.decisions());
  if (const Decision* merge = decisions.merge_of(decision.into); merge != nullptr && merge->kind == DecisionKind::kMerge) {
    throw UsageError("'" + wanted.name + "' was merged by decision; undo that: isnad merge --undo");
  }
  decide(store, std::move(decision));
  return 0;
}

}  // namespace isnad::cli
