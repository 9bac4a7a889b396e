#include "cli/command_disputes.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "cli/interrupt.h"
#include "cli/names.h"
#include "cli/options.h"
#include "graph/model/error.h"
#include "graph/query/disputes.h"
#include "store/store.h"

namespace isnad::cli {

void CommandDisputes::setup(CLI::App& app) {
  app.add_option("NAME", names_, "Only disputes over what these do or suffer");
  question_.add_to(app, "Disputes at most; 0 is all");
}

int CommandDisputes::run() {
  if (question_.filter_options().has_polarity()) throw UsageError("a dispute needs both polarities: leave out --polarity");
  question_.open();
  const auto about = entities_named(question_.store(), names_);
  std::vector<TableColumn> columns = {{"subject"}, {"relation"}, {"object"}, {"affirmed by"}, {"denied by"}};
  for (auto& column : columns) column.may_shrink = column.name != "relation";
  if (!question_.for_people()) {
    columns[3].name = "affirmed_by";
    columns[4].name = "denied_by";
    for (const char* name : {"subject_key", "type", "object_key", "affirming_claim", "affirming_date", "affirming_sentence", "affirming_document",
                             "denying_claim", "denying_date", "denying_sentence", "denying_document"}) {
      columns.push_back({name});
    }
  }
  const auto table = table_on_stdout(question_.format(), columns);
  const auto voices = [&](const query::DisputeSide& side) {
    std::vector<std::string> names;
    for (const auto& voice : side.voices) names.push_back(voice.entity.empty() ? voice.name : question_.name(voice.entity));
    return names;
  };
  std::size_t found = 0;
  query::find_disputes(question_.reader(), [&](const query::Dispute& dispute) {
    stop_if_interrupted();
    const EdgeKey& key = dispute.affirmed.edge.key;
    const auto touches = [&](const EntityKey& end) { return std::find(about.begin(), about.end(), end) != about.end(); };
    if (!about.empty() && !touches(key.source) && !touches(key.target)) return true;
    if (++found > question_.limit()) return true;
    const EdgeEvidence yes = evidence_of(question_.store(), dispute.affirmed.best);
    const EdgeEvidence no = evidence_of(question_.store(), dispute.denied.best);
    std::vector<TableCell> cells = {question_.name(key.source), TableCell(relation_label(key, question_.lang()), tone_of(key.type)),
                                    question_.name(key.target), TableValue(voices(dispute.affirmed)), TableValue(voices(dispute.denied))};
    if (!question_.for_people()) {
      cells.insert(cells.end(), {key.source.str(), to_string(key.type), key.target.str(), yes.claim, yes.date, yes.sentence, yes.document,
                                 no.claim, no.date, no.sentence, no.document});
    }
    table->row(std::move(cells));
    table->note("yes: " + evidence_line(yes));
    table->note("no:  " + evidence_line(no));
    return static_cast<bool>(std::cout);
  });
  table->finish();
  if (found == 0) std::cerr << "isnad: no dispute fits\n";
  question_.tell_of_more(found);
  return 0;
}

}  // namespace isnad::cli
