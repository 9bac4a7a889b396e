#include "cli/command_show.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iomanip>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "cli/claim_text.h"
#include "cli/interrupt.h"
#include "cli/names.h"
#include "cli/open_store.h"
#include "cli/options.h"
#include "cli/question.h"
#include "cli/table.h"
#include "graph/export/claim_json.h"
#include "graph/model/plain_text.h"
#include "graph/query/evidence.h"
#include "graph/query/search.h"
#include "store/store.h"

namespace isnad::cli {

namespace {

struct Profile {
  Entity entity;
  /// Best attested first.
  std::vector<Edge> edges;
  std::map<RelationType, std::uint32_t> claims_by_type;
  std::map<std::string, std::uint32_t> claims_by_month;
};

Profile profile_of(const query::EdgeReader& reader, const EntityKey& key) {
  const ClaimSource& source = reader.source();
  Profile profile;
  profile.entity = *source.entity(key);
  reader.visit_edges_of(key, [&](const Edge& edge) {
    profile.edges.push_back(edge);
    profile.claims_by_type[edge.key.type] += edge.claims;
    return true;
  });
  std::stable_sort(profile.edges.begin(), profile.edges.end(), query::stronger);
  query::ClaimQuery about;
  about.either = {key};
  about.filter = reader.filter();
  query::find_claims(source, about, [&](const Claim& claim, const Document& document) {
    stop_if_interrupted();
    const std::string& date = query::date_of(claim, document);
    if (date.size() >= 7) ++profile.claims_by_month[date.substr(0, 7)];
    return true;
  });
  return profile;
}

std::string counted(std::uint32_t number, const std::string& thing) {
  return std::to_string(number) + " " + thing + (number == 1 ? "" : "s");
}

void write_names(const Entity& entity) {
  std::cout << entity.key.str() << ", " << to_string(entity.type) << '\n';
  if (!entity.name_ar.empty()) std::cout << "  Arabic:  " << entity.name_ar << '\n';
  if (!entity.name_en.empty()) std::cout << "  English: " << entity.name_en << '\n';
  std::string also;
  for (const auto& alias : entity.aliases) {
    if (alias.mentions == 0 || alias.name == entity.name_ar || alias.name == entity.name_en) continue;
    also += (also.empty() ? "" : ", ") + alias.name + " (" + std::to_string(alias.mentions) + ")";
  }
  if (!also.empty()) std::cout << "  also:    " << also << '\n';
}

void write_text(const ClaimSource& source, const Profile& profile, const std::string& lang, std::size_t limit) {
  write_names(profile.entity);
  std::cout << "\nRelations\n";
  for (const auto& [type, count] : profile.claims_by_type) {
    std::cout << "  " << std::left << std::setw(12) << to_string(type) << std::right << std::setw(6) << count << '\n';
  }
  std::cout << "\nStrongest ties\n";
  for (std::size_t i = 0; i < std::min(limit, profile.edges.size()); ++i) {
    const Edge& edge = profile.edges[i];
    const bool outgoing = edge.key.source == profile.entity.key;
    std::cout << "  " << (outgoing ? "-> " : "<- ") << std::left << std::setw(10) << to_string(edge.key.type) << std::right
              << (edge.key.polarity == Polarity::kDenied ? " (denied) " : " ")
              << both_names(source, outgoing ? edge.key.target : edge.key.source, lang) << '\n';
    std::cout << "       " << counted(edge.claims, "claim") << ", " << counted(edge.documents, "document") << ", "
              << counted(edge.sources, "source");
    if (!edge.first_date.empty()) std::cout << ", " << edge.first_date;
    if (edge.last_date != edge.first_date) std::cout << " to " << edge.last_date;
    std::cout << '\n';
    if (const auto claim = query::best_claim(source, edge)) {
      if (const auto document = source.document(claim->document)) {
        std::cout << "       " << clean_text(query::sentence_text(*claim, *document)) << '\n';
      }
    }
  }
  if (profile.edges.size() > limit) std::cout << "  ... and " << profile.edges.size() - limit << " more (--limit)\n";
  std::cout << "\nClaims by month\n";
  for (const auto& [month, count] : profile.claims_by_month) std::cout << "  " << month << std::setw(8) << count << '\n';
}

nlohmann::ordered_json to_json(const Profile& profile, std::size_t limit) {
  nlohmann::ordered_json out;
  out["entity"] = exporting::to_json(profile.entity);
  out["relations"] = nlohmann::ordered_json::object();
  for (const auto& [type, count] : profile.claims_by_type) out["relations"][std::string(to_string(type))] = count;
  out["edges"] = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < std::min(limit, profile.edges.size()); ++i) out["edges"].push_back(exporting::to_json(profile.edges[i]));
  out["months"] = profile.claims_by_month;
  return out;
}

}  // namespace

void CommandShow::setup(CLI::App& app) {
  app.add_option("NAME", name_, "An entity, in Arabic or English")->required();
  add_db_option(app, db_);
  add_limit_option(app, limit_, "Ties at most; 0 is all");
  filter_.add_to(app);
  add_lang_option(app, lang_);
  add_format_option(app, format_, "text|table|json|jsonl|csv|tsv");
}

int CommandShow::run() {
  static_cast<void>(filter_.filter());  // tells a wrong option before the database is opened
  const auto store = open_store(db_);
  const query::EdgeReader reader(*store, filter_.filter(*store));
  Profile profile = profile_of(reader, reader.folded(entity_named(*store, name_)));
  const std::size_t limit = limit_ == 0 ? profile.edges.size() : limit_;
  if (format_ == "json") {
    std::cout << to_json(profile, limit).dump(1) << '\n';
  } else if (format_ == "text") {
    write_text(*store, profile, lang_, limit);
  } else {
    write_edges(*store, profile.edges, format_, lang_, limit);
  }
  return 0;
}

}  // namespace isnad::cli
