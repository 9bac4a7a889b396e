#include "cli/command_holders.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/names.h"
#include "cli/options.h"
#include "graph/export/csv.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"
#include "graph/model/relation_type.h"
#include "graph/query/date_range.h"
#include "graph/query/intervals.h"
#include "graph/query/search.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

using query::Holding;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : "; ") + part;
  return out;
}

/// `since 2020-02-05, last said 2020-03-01`, `known from 2020-01-05 to 2020-02-01`.
std::string period_of(const Holding& holding) {
  std::string out = (holding.begins ? "since " : "known from ") + holding.first;
  if (!holding.ended.empty()) return out + " to " + holding.ended;
  return holding.last == holding.first ? out : out + ", last said " + holding.last;
}

std::string sentence_of(const ClaimSource& source, const ClaimId& id) {
  const auto claim = source.claim(id);
  const auto document = claim ? source.document(claim->document) : std::nullopt;
  return document ? clean_text(query::sentence_text(*claim, *document)) : std::string();
}

void write_text(const ClaimSource& source, const std::vector<Holding>& holdings, const std::string& lang, bool contested) {
  if (contested) std::cout << "contested\n";
  for (const Holding& holding : holdings) {
    std::cout << both_names(source, holding.holder, lang) << ": " << period_of(holding) << '\n';
    if (!holding.sources.empty()) std::cout << "    by " << joined(holding.sources) << '\n';
    std::cout << "    " << sentence_of(source, holding.claims.back()) << '\n';
    for (const ClaimId& id : holding.denials) std::cout << "    denied: " << sentence_of(source, id) << '\n';
  }
}

std::vector<std::string> texts_of(const std::vector<ClaimId>& ids) {
  std::vector<std::string> out;
  for (const ClaimId& id : ids) out.push_back(id.str());
  return out;
}

nlohmann::ordered_json to_json(const Holding& holding) {
  nlohmann::ordered_json out;
  out["holder"] = holding.holder.str();
  out["first"] = holding.first;
  out["last"] = holding.last;
  out["begins"] = holding.begins;
  out["ended"] = holding.ended.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(holding.ended);
  out["sources"] = holding.sources;
  out["claims"] = texts_of(holding.claims);
  out["denials"] = texts_of(holding.denials);
  return out;
}

}  // namespace

void CommandHolders::setup(CLI::App& app) {
  app.add_option("NAME", name_, "The place, organisation or country that is held")->required();
  add_db_option(app, db_);
  app.add_option("--type", type_, "What is held: ground, a post, a membership")
      ->check(CLI::IsMember({"CONTROL", "ROLE", "MEMBER"}))
      ->capture_default_str()
      ->type_name("TYPE");
  app.add_option("--on", on_, "Only who held it on that day; more than one of a place is contested")->type_name("DATE");
  add_lang_option(app, lang_);
  add_format_option(app, format_, "text|csv|json");
}

int CommandHolders::run() {
  if (!on_.empty() && (on_.size() != 10 || !query::DateRange(on_, on_).contains(on_)))
    throw UsageError("--on wants a day, YYYY-MM-DD, not " + on_);
  const RelationType type = *relation_type_from(type_);
  const store::Store store(db_, store::OpenMode::kReadOnly);
  std::vector<Holding> holdings = query::holdings(store, type, entity_named(store, name_));
  if (!on_.empty()) holdings = query::held_on(holdings, on_);
  const bool contested = !on_.empty() && type == RelationType::kControl && holdings.size() > 1;
  if (format_ == "json") {
    nlohmann::ordered_json out = nlohmann::ordered_json::array();
    for (const Holding& holding : holdings) out.push_back(to_json(holding));
    std::cout << out.dump(1) << '\n';
  } else if (format_ == "csv") {
    exporting::write_row(std::cout, {"holder", "name", "first", "last", "begins", "ended", "claims", "denials", "sources"});
    for (const Holding& holding : holdings) {
      exporting::write_row(std::cout, {holding.holder.str(), both_names(store, holding.holder, lang_), holding.first, holding.last,
                                       holding.begins ? "true" : "false", holding.ended, std::to_string(holding.claims.size()),
                                       std::to_string(holding.denials.size()), joined(holding.sources)});
    }
  } else {
    write_text(store, holdings, lang_, contested);
  }
  return 0;
}

}  // namespace isnad::cli
