#include "cli/command_common.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <set>

#include "cli/names.h"
#include "cli/options.h"
#include "graph/model/error.h"
#include "graph/query/common.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

/// `→ accuses (3), ← denied: supports`, seen from `actor`.
std::string ties_of(const std::vector<Edge>& edges, const EntityKey& actor, const std::string& lang) {
  std::string out;
  for (const auto& edge : edges) {
    if (!out.empty()) out += ", ";
    out += (edge.key.source == actor ? "→ " : "← ") + relation_label(edge.key, lang);
    if (edge.claims > 1) out += " (" + std::to_string(edge.claims) + ")";
  }
  return out;
}

}  // namespace

void CommandCommon::setup(CLI::App& app) {
  app.add_option("NAME", names_, "Two or more entities")->required()->expected(2, 1000);
  question_.add_to(app, "Shared neighbours at most; 0 is all");
}

int CommandCommon::run() {
  question_.open();
  auto actors = entities_named(question_.store(), names_);
  for (auto& actor : actors) actor = question_.reader().folded(actor);
  if (std::set<EntityKey>(actors.begin(), actors.end()).size() != actors.size()) throw UsageError("two of the names mean one entity");
  const auto found = query::common_neighbours(question_.reader(), actors);
  std::vector<TableColumn> columns = {{"entity"}};
  columns[0].may_shrink = true;
  for (const auto& actor : actors) {
    columns.push_back({question_.name(actor)});
    columns.back().may_shrink = true;
  }
  if (!question_.for_people()) {
    columns = {{"entity"}, {"key"}, {"with"}, {"with_key"}, {"ties"}, {"claims"}, {"sources"}, {"claim"}, {"date"}, {"said_by"}, {"sentence"}, {"document"}};
  }
  const auto table = table_on_stdout(question_.format(), columns);
  for (std::size_t i = 0; i < std::min(found.size(), question_.limit()); ++i) {
    const auto& neighbour = found[i];
    std::vector<TableCell> cells = {question_.name(neighbour.entity)};
    std::vector<std::string> notes;
    for (std::size_t j = 0; j < actors.size(); ++j) {
      const auto& edges = neighbour.ties[j];
      const std::string ties = ties_of(edges, actors[j], question_.lang());
      const EdgeEvidence evidence = evidence_of(question_.store(), edges.front());
      if (question_.for_people()) {
        cells.emplace_back(ties, tone_of(edges.front().key.type));
        if (!evidence.sentence.empty()) notes.push_back(evidence_line(evidence));
        continue;
      }
      std::uint64_t claims = 0;
      std::uint64_t sources = 0;
      for (const auto& edge : edges) {
        claims += edge.claims;
        sources = std::max<std::uint64_t>(sources, edge.sources);
      }
      table->row({question_.name(neighbour.entity), neighbour.entity.str(), question_.name(actors[j]), actors[j].str(), ties, count_cell(claims),
                  count_cell(sources), evidence.claim, evidence.date, evidence.speaker, evidence.sentence, evidence.document});
    }
    if (!question_.for_people()) continue;
    table->row(std::move(cells));
    for (auto& note : notes) table->note(std::move(note));
  }
  table->finish();
  if (found.empty()) std::cerr << "isnad: they have nobody in common\n";
  question_.tell_of_more(found.size());
  return 0;
}

}  // namespace isnad::cli
