#include "graph/model/entity.h"

#include <array>

namespace isnad {

namespace {

constexpr std::array<std::string_view, 8> kNames = {"PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "MISC"};

}  // namespace

std::string_view to_string(EntityType type) { return kNames[static_cast<std::size_t>(type)]; }

std::optional<EntityType> entity_type_from(std::string_view name) {
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<EntityType>(i);
  }
  return std::nullopt;
}

}  // namespace isnad
