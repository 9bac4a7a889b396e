#include "cli/decisions.h"

#include <algorithm>
#include <iostream>
#include <nlohmann/json.hpp>
#include <utility>

#include "extract/text/name_key.h"
#include "extract/who/word_fold.h"
#include "graph/model/error.h"
#include "graph/model/plain_text.h"

namespace isnad::cli {

namespace {

std::string called(const EntityKey& key, const std::string& name) {
  return name.empty() || name == key.str() ? clean_text(key.str()) : clean_text(name) + " (" + clean_text(key.str()) + ")";
}

std::string name_of_into(const Decision& decision) {
  std::string names;
  for (const Alias& name : decision.into_names) names += (names.empty() ? "" : " / ") + name.name;
  return names;
}

/// Of a kIdentity.
std::string reason_of(const Decision& decision) {
  if (decision.rule == kVariantRule) return "in another spelling (" + clean_text(decision.evidence) + ")";
  return "by how it sounds";
}

void say(const std::string& what, std::uint64_t documents) {
  std::cout << what << "; " << documents << (documents == 1 ? " document changed\n" : " documents changed\n");
}

nlohmann::ordered_json to_json(const Decision& decision) {
  nlohmann::ordered_json out;
  out["kind"] = to_string(decision.kind);
  out["name"] = decision.name.name;
  if (!decision.from.empty()) out["from"] = decision.from.str();
  out["into"] = decision.into.str();
  out["into_names"] = nlohmann::ordered_json::array();
  for (const Alias& name : decision.into_names) out["into_names"].push_back(name.name);
  return out;
}

}  // namespace

std::string sentence_of(const Decision& decision) {
  const std::string into = called(decision.into, name_of_into(decision));
  switch (decision.kind) {
    case DecisionKind::kMerge:
      return called(decision.from, decision.name.name) + " is " + into;
    case DecisionKind::kIdentity:
      return called(decision.from, decision.name.name) + " is " + into + ", " + reason_of(decision);
    case DecisionKind::kAlias:
      return "'" + clean_text(decision.name.name) + "' means " + into;
    case DecisionKind::kSplit:
      return "'" + clean_text(decision.name.name) + "' is " + into + ", not " + clean_text(decision.from.str());
  }
  return "";
}

Decision decision_into(const store::Store& store, DecisionKind kind, const EntityKey& into) {
  Decision decision;
  decision.kind = kind;
  decision.into = into;
  const auto entity = store.entity(into);
  if (!entity) throw UsageError("nothing here has the key '" + clean_text(into.str()) + "'");
  decision.type = entity->type;
  for (const std::string_view lang : {"ar", "en"}) {
    const std::string& name = lang == "ar" ? entity->name_ar : entity->name_en;
    if (!name.empty()) decision.into_names.push_back({name, text::name_key(name), std::string(lang), 0});
  }
  return decision;
}

Alias alias_named(const std::string& name) {
  Alias alias{clean_text(name), text::name_key(name), who::is_arabic(name) ? "ar" : "en", 0};
  if (alias.key.empty()) throw UsageError("'" + alias.name + "' is no name");
  return alias;
}

void decide(store::Store& store, Decision decision) {
  std::vector<Decision> all = store.decisions();
  const std::string what = sentence_of(decision);
  all.push_back(std::move(decision));
  const std::uint64_t documents = store.decide(std::move(all));
  store.flush();
  say(what, documents);
}

void take_back(store::Store& store, DecisionKind kind, const std::function<bool(const Decision&)>& is_meant) {
  std::vector<Decision> all = store.decisions();
  const auto meant = [&](const Decision& decision) { return decision.kind == kind && is_meant(decision); };
  const auto found = std::find_if(all.begin(), all.end(), meant);
  const std::string verb(to_string(kind));
  if (found == all.end()) throw UsageError("there is no such " + verb + " to undo; --list shows those there are");
  if (std::find_if(found + 1, all.end(), meant) != all.end()) {
    throw UsageError("more than one " + verb + " is called so; give the key, as --list shows it");
  }
  const std::string what = "undone: " + sentence_of(*found);
  all.erase(found);
  const std::uint64_t documents = store.decide(std::move(all));
  store.flush();
  say(what, documents);
}

void list_decisions(const store::Store& store, DecisionKind kind, const std::string& format) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const Decision& decision : store.decisions()) {
    if (decision.kind != kind) continue;
    if (format == "json") {
      list.push_back(to_json(decision));
    } else {
      std::cout << sentence_of(decision) << '\n';
    }
  }
  if (format == "json") std::cout << list.dump(1) << '\n';
}

}  // namespace isnad::cli
