#include "cli/command_path.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "cli/claim_text.h"
#include "cli/names.h"
#include "cli/open_store.h"
#include "cli/options.h"
#include "cli/question.h"
#include "cli/table.h"
#include "graph/export/claim_json.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "graph/query/evidence.h"
#include "graph/query/path.h"
#include "graph/query/search.h"
#include "graph/query/view.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

std::string arrow(const ClaimSource& source, const Edge& edge, const std::string& lang) {
  const RelationTypeInfo& type = info(edge.key.type);
  std::string out = both_names(source, edge.key.source, lang) + " -- ";
  if (edge.key.polarity == Polarity::kDenied) out += lang == "ar" ? "نفي: " : "denied: ";
  out += lang == "ar" ? type.label_ar : type.label_en;
  return out + " -> " + both_names(source, edge.key.target, lang);
}

void write_text(const ClaimSource& source, const query::Path& path, std::size_t number, const std::string& lang) {
  std::cout << "Path " << number << ", " << path.hops.size() << (path.hops.size() == 1 ? " hop\n" : " hops\n");
  for (const auto& hop : path.hops) {
    const Edge& edge = hop.edges.front();
    std::cout << "  " << arrow(source, edge, lang);
    if (hop.edges.size() > 1) std::cout << " (and " << hop.edges.size() - 1 << " more between them)";
    std::cout << '\n';
    const auto claim = query::best_claim(source, edge);
    const auto document = claim ? source.document(claim->document) : std::nullopt;
    if (!document) continue;
    std::cout << "      " << clean_text(query::sentence_text(*claim, *document)) << '\n';
    std::cout << "      " << document->id.str();
    if (!document->published.empty()) std::cout << ", " << document->published;
    if (!claim->attribution.empty()) std::cout << ", said by " << claim->attribution.front().speaker.text;
    std::cout << '\n';
  }
}

nlohmann::ordered_json to_json(const ClaimSource& source, const query::Path& path) {
  nlohmann::ordered_json hops = nlohmann::ordered_json::array();
  for (const auto& hop : path.hops) {
    nlohmann::ordered_json edges = nlohmann::ordered_json::array();
    for (const auto& edge : hop.edges) edges.push_back(exporting::to_json(edge));
    nlohmann::ordered_json out;
    out["from"] = hop.from.str();
    out["to"] = hop.to.str();
    const auto claim = query::best_claim(source, hop.edges.front());
    const auto document = claim ? source.document(claim->document) : std::nullopt;
    out["sentence"] = document ? clean_text(query::sentence_text(*claim, *document)) : "";
    out["edges"] = std::move(edges);
    hops.push_back(std::move(out));
  }
  return hops;
}

/// One hop a row, with its strongest edge.
void write_hops(const ClaimSource& source, const std::vector<query::Path>& paths, const std::string& format,
                const std::string& lang) {
  const bool for_people = format == "table";
  std::vector<TableColumn> columns = {{"path"}, {"hop"}, {"subject"}, {"relation"}, {"object"}, {"claims"}, {"sources"}};
  for (const std::size_t i : {0, 1, 5, 6}) columns[i].number = true;
  columns[2].may_shrink = columns[4].may_shrink = true;
  if (!for_people) {
    for (const char* name : {"from_key", "to_key", "type", "more", "claim", "date", "said_by", "sentence", "document"})
      columns.push_back({name});
  }
  const auto table = table_on_stdout(format, columns);
  for (std::size_t i = 0; i < paths.size(); ++i) {
    for (std::size_t j = 0; j < paths[i].hops.size(); ++j) {
      const auto& hop = paths[i].hops[j];
      const Edge& edge = hop.edges.front();
      const EdgeEvidence evidence = evidence_of(source, edge);
      std::vector<TableCell> cells = {count_cell(i + 1),
                                      count_cell(j + 1),
                                      both_names(source, edge.key.source, lang),
                                      TableCell(relation_label(edge.key, lang), tone_of(edge.key.type)),
                                      both_names(source, edge.key.target, lang),
                                      count_cell(edge.claims),
                                      count_cell(edge.sources)};
      if (!for_people) {
        cells.insert(cells.end(), {hop.from.str(), hop.to.str(), to_string(edge.key.type), count_cell(hop.edges.size() - 1),
                                   evidence.claim, evidence.date, evidence.speaker, evidence.sentence, evidence.document});
      }
      table->row(std::move(cells));
      if (!evidence.sentence.empty()) table->note(evidence_line(evidence));
    }
  }
  table->finish();
}

}  // namespace

void CommandPath::setup(CLI::App& app) {
  app.add_option("FROM", from_, "An actor, in Arabic or English")->required();
  app.add_option("TO", to_, "Another")->required();
  add_db_option(app, db_);
  app.add_option("-k,--count", count_, "Paths at most, without loops")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str()
      ->type_name("N");
  app.add_option("--max-hops", max_hops_, "Hops of a path at most")
      ->check(CLI::Range(1, 64))
      ->capture_default_str()
      ->type_name("N");
  app.add_option("--avoid", avoid_, "An actor that no path may pass (repeatable)")->type_name("NAME")->allow_extra_args(false);
  app.add_option("--via", via_, "An actor that the path must pass (repeatable, in this order)")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app.add_option("--by", by_, "What makes a path short: few hops, or hops that are well attested (evidence)")
      ->check(CLI::IsMember({"hops", "evidence"}))
      ->capture_default_str()
      ->type_name("ORDER");
  filter_.add_to(app);
  add_lang_option(app, lang_);
  add_format_option(app, format_, "text|table|json|jsonl|csv|tsv");
}

int CommandPath::run() {
  static_cast<void>(filter_.filter());  // tells a wrong option before the database is opened
  if (!via_.empty() && count_ > 1) throw UsageError("--via goes with one path: leave out -k");
  const auto store = open_store(db_);
  const query::EdgeReader reader(*store, filter_.filter(*store));
  const auto folded = [&](const EntityKey& key) { return reader.folded(key); };
  query::PathQuery query;
  query.from = folded(entity_named(*store, from_));
  query.to = folded(entity_named(*store, to_));
  query.count = count_;
  query.max_hops = max_hops_;
  for (const auto& key : entities_named(*store, avoid_)) query.avoid.push_back(folded(key));
  for (const auto& key : entities_named(*store, via_)) query.via.push_back(folded(key));
  query.by_evidence = by_ == "evidence";
  if (query.from == query.to) throw UsageError("'" + from_ + "' and '" + to_ + "' are one actor");
  const auto paths = query::find_paths(query::View::build(reader), reader, query);
  if (format_ == "json") {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const auto& path : paths) out.push_back(to_json(*store, path));
    std::cout << out.dump(1) << '\n';
  } else if (format_ == "text") {
    for (std::size_t i = 0; i < paths.size(); ++i) write_text(*store, paths[i], i + 1, lang_);
  } else {
    write_hops(*store, paths, format_, lang_);
  }
  if (paths.empty()) std::cerr << "isnad: no connection within " << max_hops_ << " hops\n";
  return paths.empty() ? 1 : 0;
}

}  // namespace isnad::cli
