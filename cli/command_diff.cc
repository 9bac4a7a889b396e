#include "cli/command_diff.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <set>
#include <utility>

#include "cli/names.h"
#include "cli/options.h"
#include "extract/text/name_key.h"
#include "graph/model/error.h"
#include "graph/query/diff.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

/// One of the two states: a period, an outlet or a database.
struct State {
  std::string db;
  query::ViewFilter filter;
};

State state_of(const std::string& text, const std::string& db, query::ViewFilter filter) {
  const auto after = [&](std::string_view prefix) { return text.starts_with(prefix) ? text.substr(prefix.size()) : std::string(); };
  State out{db, std::move(filter)};
  if (const std::string outlet = after("source:"); !outlet.empty()) {
    out.filter.sources = {outlet};
  } else if (const std::string other = after("db:"); !other.empty()) {
    out.db = other;
  } else if (const auto dots = text.find(".."); dots != std::string::npos) {
    out.filter.period = out.filter.period.intersection(query::DateRange(text.substr(0, dots), text.substr(dots + 2)));
  } else if (query::is_date(text)) {
    out.filter.period = out.filter.period.intersection(query::DateRange(text, text));
  } else {
    throw UsageError("'" + text + "' is no period (2020-02, 2020-01..2020-03), outlet (source:NAME) or database (db:DIR)");
  }
  return out;
}

const std::vector<std::string>& kind_names() {
  static const std::vector<std::string> kNames = {"appeared", "went", "now-denied", "now-affirmed", "turned-to-conflict", "turned-to-cooperation"};
  return kNames;
}

Tone tone_of(query::ChangeKind kind) {
  switch (kind) {
    case query::ChangeKind::kAppeared:
    case query::ChangeKind::kNowAffirmed:
    case query::ChangeKind::kTurnedToCooperation: return Tone::kCooperation;
    default: return Tone::kConflict;
  }
}

}  // namespace

void CommandDiff::setup(CLI::App& app) {
  app.add_option("BEFORE", before_, "A period (2020-02, 2020-01..2020-03), an outlet (source:NAME) or a database (db:DIR)")->required();
  app.add_option("AFTER", after_, "Another of these")->required();
  app.add_option("--about", about_, "Only changes that touch this entity (repeatable)")->type_name("NAME")->allow_extra_args(false);
  app.add_option("--change", kinds_, "Only changes of this kind (repeatable): appeared, went, now-denied, now-affirmed, turned-to-conflict, turned-to-cooperation")
      ->type_name("CHANGE")
      ->allow_extra_args(false);
  question_.add_to(app, "Changes at most; 0 is all");
}

int CommandDiff::run() {
  std::set<std::size_t> kinds;
  for (const auto& name : kinds_) {
    const auto found = std::find(kind_names().begin(), kind_names().end(), name);
    if (found == kind_names().end()) throw UsageError("--change: '" + name + "' is none of appeared went now-denied now-affirmed turned-to-conflict turned-to-cooperation");
    kinds.insert(static_cast<std::size_t>(found - kind_names().begin()));
  }
  query::ViewFilter plain = question_.filter_options().filter();
  static_cast<void>(state_of(before_, "", plain));
  static_cast<void>(state_of(after_, "", plain));
  question_.open();
  const auto opened = [&](const std::string& text) {
    State state = state_of(text, question_.db(), question_.reader().filter());
    auto own = state.db == question_.db() ? nullptr : std::make_unique<const store::Store>(state.db, store::OpenMode::kReadOnly);
    return std::pair(std::move(state.filter), std::move(own));
  };
  const auto before = opened(before_);
  const auto after = opened(after_);
  const store::Store& old_store = before.second ? *before.second : question_.store();
  const store::Store& new_store = after.second ? *after.second : question_.store();
  auto found = query::changes(query::EdgeReader(old_store, before.first), query::EdgeReader(new_store, after.first));
  const auto about = entities_named(question_.store(), about_);
  std::erase_if(found, [&](const query::Change& change) {
    if (!kinds.empty() && !kinds.contains(static_cast<std::size_t>(change.kind))) return true;
    return !about.empty() && std::find(about.begin(), about.end(), change.source) == about.end() &&
           std::find(about.begin(), about.end(), change.target) == about.end();
  });

  const auto name_of = [&](const EntityKey& key) {
    // What only the other database knows, it names.
    const std::string& name = question_.name(key);
    if (name != key.str()) return name;
    return both_names(before.second ? *before.second : new_store, key, question_.lang());
  };
  std::vector<TableColumn> columns = {{"change"}, {"subject"}, {"relation"}, {"object"}, {"claims"}, {"sources"}};
  columns[1].may_shrink = columns[3].may_shrink = true;
  columns[4].number = columns[5].number = true;
  if (!question_.for_people()) {
    for (const char* name : {"subject_key", "type", "object_key", "goldstein_before", "goldstein_after", "claim", "date", "said_by", "sentence", "document"}) {
      columns.push_back({name});
    }
  }
  const auto table = table_on_stdout(question_.format(), columns);
  for (std::size_t i = 0; i < std::min(found.size(), question_.limit()); ++i) {
    const query::Change& change = found[i];
    const bool is_new = !change.after.empty();
    const Edge& edge = is_new ? change.after.front() : change.before.front();
    const bool turned = change.kind == query::ChangeKind::kTurnedToConflict || change.kind == query::ChangeKind::kTurnedToCooperation;
    std::string relation = relation_label(edge.key, question_.lang());
    if (turned) relation = relation_label(change.before.front().key, question_.lang()) + " → " + relation;
    const EdgeEvidence evidence = evidence_of(is_new ? new_store : old_store, edge);
    std::vector<TableCell> cells = {TableCell(query::to_string(change.kind), tone_of(change.kind)),
                                    name_of(change.source),
                                    relation,
                                    name_of(change.target),
                                    count_cell(edge.claims),
                                    count_cell(edge.sources)};
    if (!question_.for_people()) {
      const auto goldstein = [&](double value) { return turned ? TableCell(TableValue(value)) : TableCell(); };
      cells.insert(cells.end(), {change.source.str(), turned ? TableCell() : TableCell(to_string(change.type)), change.target.str(),
                                 goldstein(change.goldstein_before), goldstein(change.goldstein_after), evidence.claim, evidence.date,
                                 evidence.speaker, evidence.sentence, evidence.document});
    }
    table->row(std::move(cells));
    if (!evidence.sentence.empty()) table->note(evidence_line(evidence));
  }
  table->finish();
  if (found.empty()) std::cerr << "isnad: nothing changed\n";
  question_.tell_of_more(found.size());
  return 0;
}

}  // namespace isnad::cli
