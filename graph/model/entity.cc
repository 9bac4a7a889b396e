#include "graph/model/entity.h"

#include <array>
#include <utility>

namespace isnad {

namespace {

constexpr std::string_view kDescribed = "described:";

constexpr std::array<std::string_view, 8> kNames = {"PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC"};

}  // namespace

std::string_view to_string(EntityType type) { return kNames[static_cast<std::size_t>(type)]; }

std::optional<EntityType> entity_type_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

EntityKey described_key(EntityType type, std::string_view name_key, const DocumentId& document) {
  std::string key(kDescribed);
  key += to_string(type);
  key += ':';
  key += name_key;
  key += ':';
  key += document.str();
  return EntityKey(std::move(key));
}

bool is_described(const EntityKey& key) { return key.str().starts_with(kDescribed); }

}  // namespace isnad
