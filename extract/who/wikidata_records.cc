#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "extract/who/foreign_records.h"
#include "extract/who/lexicon.h"
#include "extract/who/record_names.h"
#include "graph/model/error.h"

namespace isnad::who {

namespace {

using Json = nlohmann::json;

struct Class {
  std::string_view item;
  EntityType type;
};

/// The classes whose members news names most. What is an instance of several takes the first that is here.
constexpr std::array<Class, 54> kClasses = {{
    {"Q5", EntityType::kPerson},
    {"Q6256", EntityType::kGpe},               // country
    {"Q3624078", EntityType::kGpe},            // sovereign state
    {"Q7275", EntityType::kGpe},               // state
    {"Q515", EntityType::kGpe},                // city
    {"Q1549591", EntityType::kGpe},            // big city
    {"Q5119", EntityType::kGpe},               // capital
    {"Q3957", EntityType::kGpe},               // town
    {"Q532", EntityType::kGpe},                // village
    {"Q486972", EntityType::kGpe},             // human settlement
    {"Q15284", EntityType::kGpe},              // municipality
    {"Q10864048", EntityType::kGpe},           // first-level administrative division
    {"Q13220204", EntityType::kGpe},           // second-level administrative division
    {"Q56061", EntityType::kGpe},              // administrative territorial entity
    {"Q34876", EntityType::kGpe},              // province
    {"Q1907114", EntityType::kGpe},            // metropolitan area
    {"Q123705", EntityType::kGpe},             // neighbourhood
    {"Q622499", EntityType::kGpe},             // refugee camp
    {"Q43229", EntityType::kOrganisation},     // organisation
    {"Q484652", EntityType::kOrganisation},    // international organisation
    {"Q245065", EntityType::kOrganisation},    // intergovernmental organisation
    {"Q79913", EntityType::kOrganisation},     // non-governmental organisation
    {"Q7278", EntityType::kOrganisation},      // political party
    {"Q2738074", EntityType::kOrganisation},   // armed forces
    {"Q17149090", EntityType::kOrganisation},  // armed organisation
    {"Q1058914", EntityType::kOrganisation},   // software company
    {"Q4830453", EntityType::kOrganisation},   // business
    {"Q783794", EntityType::kOrganisation},    // company
    {"Q891723", EntityType::kOrganisation},    // public company
    {"Q6881511", EntityType::kOrganisation},   // enterprise
    {"Q192350", EntityType::kOrganisation},    // ministry
    {"Q327333", EntityType::kOrganisation},    // government agency
    {"Q7188", EntityType::kOrganisation},      // government
    {"Q11032", EntityType::kOrganisation},     // newspaper
    {"Q192283", EntityType::kOrganisation},    // news agency
    {"Q1616075", EntityType::kOrganisation},   // television station
    {"Q3918", EntityType::kOrganisation},      // university
    {"Q22687", EntityType::kOrganisation},     // bank
    {"Q476028", EntityType::kOrganisation},    // football club
    {"Q176799", EntityType::kOrganisation},    // military unit
    {"Q4022", EntityType::kLocation},          // river
    {"Q8502", EntityType::kLocation},          // mountain
    {"Q46831", EntityType::kLocation},         // mountain range
    {"Q23397", EntityType::kLocation},         // lake
    {"Q23442", EntityType::kLocation},         // island
    {"Q165", EntityType::kLocation},           // sea
    {"Q1248784", EntityType::kFacility},       // airport
    {"Q695850", EntityType::kFacility},        // airbase
    {"Q44782", EntityType::kFacility},         // port
    {"Q16917", EntityType::kFacility},         // hospital
    {"Q32815", EntityType::kFacility},         // mosque
    {"Q41710", EntityType::kNorp},             // ethnic group
    {"Q198", EntityType::kEvent},              // war
    {"Q178561", EntityType::kEvent},           // battle
}};

const Json* member(const Json& object, const char* name) {
  if (!object.is_object()) return nullptr;
  const auto at = object.find(name);
  return at == object.end() ? nullptr : &*at;
}

std::string text_at(const Json& object, const char* name) {
  const Json* value = member(object, name);
  return value != nullptr && value->is_string() ? value->get<std::string>() : "";
}

std::optional<EntityType> type_of(const Json& entity) {
  const Json* claims = member(entity, "claims");
  const Json* instances = claims == nullptr ? nullptr : member(*claims, "P31");
  if (instances == nullptr || !instances->is_array()) return std::nullopt;
  for (const Json& statement : *instances) {
    const Json* found = &statement;
    for (const char* step : {"mainsnak", "datavalue", "value"}) found = found == nullptr ? nullptr : member(*found, step);
    if (found == nullptr || text_at(statement, "rank") == "deprecated") continue;
    const std::string item = text_at(*found, "id");
    const auto* known = std::find_if(kClasses.begin(), kClasses.end(), [&](const Class& one) { return one.item == item; });
    if (known != kClasses.end()) return known->type;
  }
  return std::nullopt;
}

template <class Take>
void each_name(const Json& entity, const char* lang, const Take& take) {
  if (const Json* labels = member(entity, "labels")) {
    if (const Json* label = member(*labels, lang)) take(text_at(*label, "value"));
  }
  const Json* aliases = member(entity, "aliases");
  const Json* list = aliases == nullptr ? nullptr : member(*aliases, lang);
  if (list == nullptr || !list->is_array()) return;
  for (const Json& alias : *list) take(text_at(alias, "value"));
}

bool is_item(const std::string& id) {
  return id.size() >= 2 && id.size() <= 20 && id.front() == 'Q' &&
         std::all_of(id.begin() + 1, id.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::optional<UserRow> WikidataRecords::row_of(std::string_view line) {
  // The dump is one JSON array with an entity a line.
  while (line.ends_with(' ') || line.ends_with(',') || line.ends_with('\r')) line.remove_suffix(1);
  if (line.empty() || line == "[" || line == "]") return std::nullopt;
  std::size_t depth = 0;
  // Nesting without end would end the stack.
  constexpr std::size_t kDeepest = 64;
  const auto shallow = [&depth](int, Json::parse_event_t event, Json&) {
    if (event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start) {
      if (++depth > kDeepest) throw Error("JSON that is nested too deeply");
    } else if (event == Json::parse_event_t::object_end || event == Json::parse_event_t::array_end) {
      --depth;
    }
    return true;
  };
  const Json entity = Json::parse(line, shallow, false);
  if (entity.is_discarded() || !entity.is_object()) throw Error("no JSON object");
  const std::string id = text_at(entity, "id");
  if (id.empty()) throw Error("no entity of Wikidata: it has no `id`");
  const auto type = type_of(entity);
  if (!is_item(id) || !type) return std::nullopt;
  RecordNames names;
  each_name(entity, "ar", [&](const std::string& name) { names.add_arabic(name); });
  each_name(entity, "en", [&](const std::string& name) { names.add_english(name); });
  if (!names.any()) return std::nullopt;
  return names.row(key_prefix(*type) + "wikidata-q" + id.substr(1), to_string(*type));
}

}  // namespace isnad::who
