#pragma once

#include <functional>
#include <string>
#include <vector>

#include "graph/model/decision.h"
#include "store/store.h"

namespace isnad::cli {

/// Returns: a decision with `into` and what it is called filled in.
/// Requires: the store knows the entity.
[[nodiscard]] Decision decision_into(const store::Store& store, DecisionKind kind, const EntityKey& into);

/// Returns: a name as decisions keep it: folded, with its language. Throws: UsageError when nothing of it is a letter or digit.
[[nodiscard]] Alias alias_named(const std::string& name);

/// Adds the decision to those in force, in the place of what it overrules, and says what came of it.
void decide(store::Store& store, Decision decision);

/// Takes back the one decision of `kind` that `is_meant` accepts, and says what came of it.
/// Throws: UsageError when there is none, or several.
void take_back(store::Store& store, DecisionKind kind, const std::function<bool(const Decision&)>& is_meant);

/// Prints the decisions of one kind, one a line or as JSON.
void list_decisions(const store::Store& store, DecisionKind kind, const std::string& format);

/// Returns: the decision in one line.
[[nodiscard]] std::string sentence_of(const Decision& decision);

}  // namespace isnad::cli
