#include "cli/filter_options.h"

#include <CLI/CLI.hpp>
#include <array>

#include "cli/fold_table.h"
#include "cli/names.h"
#include "extract/text/name_key.h"
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
  const auto repeatable = [&](const char* option, std::vector<std::string>& into, const char* help, const char* type) {
    return app.add_option(option, into, help)->type_name(type)->allow_extra_args(false);
  };
  app.add_option("--since", since_, "First day: YYYY, YYYY-MM or YYYY-MM-DD")->type_name("DATE");
  app.add_option("--until", until_, "Last day")->type_name("DATE");
  app.add_option("--as-of", as_of_, "Only what had been published by that day")->type_name("DATE");
  repeatable("--type", types_, "Relation type, such as ACCUSE (repeatable)", "TYPE");
  repeatable("--family", families_, "Relation family: cooperation, conflict, control, structure, other (repeatable)", "FAMILY");
  app.add_option("--polarity", polarity_, "Only what is affirmed or denied")
      ->check(CLI::IsMember({"affirmed", "denied"}))
      ->type_name("POLARITY");
  repeatable("--modality", modalities_, "Only what is said to be so (repeatable)", "MODALITY")
      ->check(CLI::IsMember({"fact", "future", "possible", "necessary"}));
  repeatable("--asserted-by", asserted_by_, "Only what this speaker affirms (repeatable)", "NAME");
  repeatable("--denied-by", denied_by_, "Only what this speaker denies (repeatable)", "NAME");
  repeatable("--source", sources_, "Only articles of this outlet (repeatable)", "OUTLET");
  repeatable("--source-lang", source_langs_, "Only articles in this language: ar, en (repeatable)", "LANG");
  repeatable("--entity-kind", kinds_, "Kind of entity: PER ORG GPE LOC FAC NORP EVENT MISC (repeatable)", "KIND");
  app.add_option("--min-sources", min_sources_, "Least number of independent sources of an edge")->capture_default_str()->type_name("N");
  app.add_option("--min-confidence", min_confidence_, "Least confidence of a claim, 0 to 1")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str()
      ->type_name("P");
  app.add_flag("--fold", fold_, "Count ministries, forces and houses of government as their country");
}

query::ViewFilter FilterOptions::filter() const {
  query::ViewFilter out;
  out.period = query::DateRange(since_, until_);
  static_cast<void>(query::DateRange({}, as_of_));  // is it a date?
  out.as_of = as_of_;
  out.types = relation_types_named(types_);
  for (const auto& name : families_) out.families.push_back(family_named(name));
  for (const auto& name : kinds_) {
    const auto kind = entity_type_from(name);
    if (!kind) throw UsageError("--entity-kind: '" + name + "' is none of PER ORG GPE LOC FAC NORP EVENT MISC");
    out.entity_types.push_back(*kind);
  }
  out.polarity = polarity_from(polarity_);
  for (const auto& name : modalities_) out.modalities.push_back(*modality_from(name));
  out.sources = sources_;
  out.languages = source_langs_;
  out.min_sources = min_sources_;
  out.min_confidence = min_confidence_;
  out.fold_words = text::name_key;
  return out;
}

query::ViewFilter FilterOptions::filter(const ClaimSource& source) const {
  query::ViewFilter out = filter();
  out.asserted_by = entities_named(source, asserted_by_);
  out.denied_by = entities_named(source, denied_by_);
  if (fold_) out.fold = fold_table(source);
  return out;
}

}  // namespace isnad::cli
