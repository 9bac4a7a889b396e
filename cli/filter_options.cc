#include "cli/filter_options.h"

#include <CLI/CLI.hpp>
#include <array>

#include "graph/model/error.h"
#include "graph/model/relation_type.h"

namespace isnad::cli {

namespace {

constexpr std::array kFamilies = {RelationFamily::kCooperation, RelationFamily::kConflict, RelationFamily::kControl,
                                  RelationFamily::kStructure, RelationFamily::kOther};

RelationType type_named(const std::string& name) {
  const auto type = relation_type_from(name);
  if (type) return *type;
  std::string all;
  for (const auto& row : relation_types()) all.append(" ").append(row.name);
  throw UsageError("--type: '" + name + "' is none of" + all);
}

RelationFamily family_named(const std::string& name) {
  for (const auto family : kFamilies) {
    if (to_string(family) == name) return family;
  }
  throw UsageError("--family: '" + name + "' is none of cooperation conflict control structure other");
}

}  // namespace

std::vector<RelationType> relation_types_named(const std::vector<std::string>& names) {
  std::vector<RelationType> out;
  out.reserve(names.size());
  for (const auto& name : names) out.push_back(type_named(name));
  return out;
}

std::optional<Polarity> polarity_from(const std::string& name) {
  if (name.empty()) return std::nullopt;
  return name == to_string(Polarity::kDenied) ? Polarity::kDenied : Polarity::kAffirmed;
}

void FilterOptions::add_to(CLI::App& app) {
  app.add_option("--since", since_, "First day: YYYY, YYYY-MM or YYYY-MM-DD")->type_name("DATE");
  app.add_option("--until", until_, "Last day")->type_name("DATE");
  app.add_option("--type", types_, "Relation type, such as ACCUSE (repeatable)")->type_name("TYPE")->allow_extra_args(false);
  app.add_option("--family", families_, "Relation family: cooperation, conflict, control, structure, other (repeatable)")
      ->type_name("FAMILY")
      ->allow_extra_args(false);
  app.add_option("--polarity", polarity_, "Only what is affirmed or denied")
      ->check(CLI::IsMember({"affirmed", "denied"}))
      ->type_name("POLARITY");
  app.add_option("--kind", kinds_, "Kind of entity: PER ORG GPE LOC FAC NORP EVENT MISC (repeatable)")
      ->type_name("KIND")
      ->allow_extra_args(false);
  app.add_option("--min-sources", min_sources_, "Least number of independent sources of an edge")->capture_default_str()->type_name("N");
}

query::ViewFilter FilterOptions::filter() const {
  query::ViewFilter out;
  out.period = query::DateRange(since_, until_);
  out.types = relation_types_named(types_);
  for (const auto& name : families_) out.families.push_back(family_named(name));
  for (const auto& name : kinds_) {
    const auto kind = entity_type_from(name);
    if (!kind) throw UsageError("--kind: '" + name + "' is none of PER ORG GPE LOC FAC NORP EVENT MISC");
    out.entity_types.push_back(*kind);
  }
  out.polarity = polarity_from(polarity_);
  out.min_sources = min_sources_;
  return out;
}

}  // namespace isnad::cli
