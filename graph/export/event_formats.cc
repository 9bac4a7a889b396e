#include "graph/export/event_formats.h"

#include <array>
#include <cstdio>
#include <map>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/export/csv.h"
#include "graph/export/document_reader.h"
#include "graph/model/edge.h"

namespace isnad::exporting {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 46> kRoles = {{
    {"government", "GOV"},     {"administration", "GOV"}, {"authorities", "GOV"},   {"regime", "GOV"},
    {"presidency", "GOV"},     {"official", "GOV"},       {"officials", "GOV"},     {"state", "GOV"},
    {"embassy", "GOV"},        {"consulate", "GOV"},      {"delegation", "GOV"},    {"ambassador", "GOV"},
    {"consul", "GOV"},         {"diplomat", "GOV"},       {"president", "GOV"},     {"minister", "GOV"},
    {"armed-forces", "MIL"},   {"air-force", "MIL"},      {"navy", "MIL"},          {"soldier", "MIL"},
    {"special-forces", "MIL"}, {"national-guard", "MIL"}, {"police", "COP"},        {"security-forces", "COP"},
    {"police-officers", "COP"}, {"coast-guard", "COP"},   {"border-guard", "COP"},  {"intelligence", "SPY"},
    {"parliament", "LEG"},     {"senate", "LEG"},         {"congress", "LEG"},      {"lawmakers", "LEG"},
    {"judiciary", "JUD"},      {"prosecution", "JUD"},    {"supreme-court", "JUD"}, {"opposition", "OPP"},
    {"militants", "REB"},      {"members", "REB"},        {"militias", "REB"},      {"terrorists", "REB"},
    {"civilians", "CVL"},      {"protesters", "CVL"},     {"refugees", "REF"},      {"journalists", "MED"},
    {"media", "MED"},          {"news-agency", "MED"},
}};

/// The parts of `org:armed-forces:russia`; names and descriptions, whose keys hold free words, have none.
std::pair<std::string_view, std::string_view> kind_and_country(const EntityKey& key) {
  const std::string_view text = key.str();
  if (text.starts_with("name:") || is_described(key)) return {};
  const std::size_t first = text.find(':');
  if (first == std::string_view::npos) return {};
  const std::size_t second = text.find(':', first + 1);
  if (second == std::string_view::npos) return {text.substr(first + 1), {}};
  return {text.substr(first + 1, second - first - 1), text.substr(second + 1)};
}

bool is_event(RelationType type) { return quad_class(type) != 0; }

bool is_place(const EntityKey& key) {
  const std::string& text = key.str();
  return text.starts_with("gpe:") || text.starts_with("loc:") || text.starts_with("fac:") || text.starts_with("name:GPE:") ||
         text.starts_with("name:LOC:") || text.starts_with("name:FAC:");
}

std::string_view granularity(std::string_view date) {
  switch (date.size()) {
    case 10:
      return "day";
    case 7:
      return "month";
    case 4:
      return "year";
    default:
      return "";
  }
}

/// CAMEO writes occupation of territory as 192; other types have their root alone.
std::string cameo_code(RelationType type) {
  if (type == RelationType::kControl) return "192";
  if (type == RelationType::kTravel) return "042";
  return std::string(info(type).cameo_root);
}

std::string goldstein(RelationType type) {
  float value = info(type).goldstein;
  if (type == RelationType::kControl) value = -9.5F;
  if (type == RelationType::kTravel) value = 1.9F;
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%.1f", static_cast<double>(value));
  return text.data();
}

struct Actor {
  std::string name;
  std::string_view type;
};

class EventWriter {
 public:
  EventWriter(const ClaimSource& source, const CountryTest& is_country, std::ostream& out)
      : source_(source), is_country_(is_country), out_(out), documents_(source) {
    source.visit_claims([&](const Claim& claim) {
      const auto key = edge_key_of(claim);
      if (key && is_event(claim.type)) sources_[*key].insert(independent_source(documents_.of(claim)));
      return true;
    });
  }

  void write() {
    write_row(out_, {"event_id", "date", "date_granularity", "published", "source", "source_name", "source_country",
                     "source_type", "source_role", "target", "target_name", "target_country", "target_type", "target_role",
                     "event_type", "mode", "cameo", "quad_class", "goldstein", "place", "polarity", "modality",
                     "attributed_to", "reported", "sources", "agency", "outlet", "document", "sentence", "text"});
    source_.visit_claims([&](const Claim& claim) {
      if (!claims_.empty() && claims_.front().document != claim.document) flush();
      claims_.push_back(claim);
      return static_cast<bool>(out_);
    });
    flush();
  }

 private:
  void flush() {
    std::map<std::pair<std::uint32_t, std::uint32_t>, EntityKey> places;
    for (const Claim& claim : claims_) {
      if (claim.type == RelationType::kLocated && claim.object.entity && is_place(*claim.object.entity) && !claim.relation.head.empty())
        places.try_emplace({claim.sentence, claim.relation.head.begin}, *claim.object.entity);
    }
    for (const Claim& claim : claims_) {
      const auto key = edge_key_of(claim);
      if (!key || !is_event(claim.type)) continue;
      const auto place = places.find({claim.sentence, claim.relation.head.begin});
      if (!write_event(claim, *key, place == places.end() ? std::string() : actor(place->second).name)) break;
    }
    claims_.clear();
  }

  bool write_event(const Claim& claim, const EdgeKey& key, const std::string& place) {
    const Document& document = documents_.of(claim);
    const Actor& from = actor(key.source);
    const Actor& to = actor(key.target);
    const bool dated = !claim.event_date.empty();
    const auto sources = sources_.find(key);
    return write_row(
        out_, {claim.id.str(),
               dated ? claim.event_date : document.published,
               dated ? granularity(claim.event_date) : document.published.empty() ? "" : "article",
               document.published,
               key.source.str(),
               from.name,
               actor_country(key.source, is_country_),
               from.type,
               actor_role(key.source, is_country_),
               key.target.str(),
               to.name,
               actor_country(key.target, is_country_),
               to.type,
               actor_role(key.target, is_country_),
               to_string(claim.type),
               claim.label_en,
               cameo_code(claim.type),
               std::to_string(quad_class(claim.type)),
               goldstein(claim.type),
               place,
               to_string(claim.polarity),
               to_string(claim.modality),
               claim.attribution.empty() ? "" : claim.attribution.front().speaker.text,
               is_mentioned(claim) ? "no" : "yes",
               std::to_string(sources == sources_.end() ? 1 : sources->second.size()),
               document.agency,
               document.source,
               claim.document.str(),
               DocumentReader::sentence_id(claim, document),
               DocumentReader::sentence(claim, document)});
  }

  const Actor& actor(const EntityKey& key) {
    const auto [it, fresh] = actors_.try_emplace(key);
    if (!fresh) return it->second;
    if (const auto entity = source_.entity(key)) it->second = {entity->name("en"), to_string(entity->type)};
    if (it->second.name.empty()) it->second.name = key.str();
    return it->second;
  }

  const ClaimSource& source_;
  const CountryTest& is_country_;
  std::ostream& out_;
  DocumentReader documents_;
  std::map<EdgeKey, std::set<std::string>> sources_;
  std::unordered_map<EntityKey, Actor> actors_;
  /// Of the document that is being read.
  std::vector<Claim> claims_;
};

}  // namespace

int quad_class(RelationType type) {
  switch (type) {
    case RelationType::kAgree:
    case RelationType::kConsult:
    case RelationType::kSupport:
    case RelationType::kTravel:
      return 1;
    case RelationType::kCooperate:
    case RelationType::kAid:
    case RelationType::kConcede:
    case RelationType::kRetreat:
      return 2;
    case RelationType::kRequest:
    case RelationType::kAccuse:
    case RelationType::kReject:
    case RelationType::kThreaten:
      return 3;
    case RelationType::kProtest:
    case RelationType::kSanction:
    case RelationType::kMobilize:
    case RelationType::kCoerce:
    case RelationType::kAssault:
    case RelationType::kControl:
      return 4;
    default:
      return 0;
  }
}

std::string_view actor_role(const EntityKey& key, const CountryTest& is_country) {
  if (is_country(key)) return "GOV";
  const std::string_view kind = kind_and_country(key).first;
  if (kind.starts_with("ministry-of-")) return kind == "ministry-of-defence" ? "MIL" : "GOV";
  for (const auto& [known, role] : kRoles) {
    if (known == kind) return role;
  }
  return {};
}

std::string_view actor_country(const EntityKey& key, const CountryTest& is_country) {
  const auto [kind, country] = kind_and_country(key);
  return is_country(key) ? kind : country;
}

void write_events_csv(const ClaimSource& source, const CountryTest& is_country, std::ostream& out) {
  EventWriter(source, is_country, out).write();
}

}  // namespace isnad::exporting
