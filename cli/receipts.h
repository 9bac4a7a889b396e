#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/claim.h"
#include "store/store.h"

namespace isnad::cli {

/// Why some mentions mean an entity: all that share name, rule and evidence.
struct Receipt {
  /// The name that stands for the entity; empty where words do that are none (`the minister`).
  std::string name;
  std::string rule;
  std::string evidence;
  /// In percent.
  std::uint8_t score = 0;
  std::uint64_t mentions = 0;
  std::uint64_t documents = 0;
  /// The first mention, by the id of its document.
  DocumentId example;
  Span example_span;
  std::uint32_t example_sentence = 0;
};

/// Returns: the receipts of an entity, most mentions first, then by name, rule and evidence.
/// Cost: looks at the mentions of every document (about 20 µs each).
[[nodiscard]] std::vector<Receipt> receipts_of(const store::Store& store, const EntityKey& entity);

/// Somebody with a name near the entity's, who is not the same all the same.
struct NearName {
  std::string name;
  EntityKey entity;
  std::string why;
};

/// Returns: whom one might take for the entity: those called alike or nearly so, at most `limit`.
/// Cost: looks at every name of the store (about 2 µs each).
[[nodiscard]] std::vector<NearName> near_names(const store::Store& store, const Entity& entity, std::size_t limit);

}  // namespace isnad::cli
