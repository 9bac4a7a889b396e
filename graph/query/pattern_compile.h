#pragma once

// Inside graph/query only: a pattern with its names looked up.

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

#include "graph/model/entity.h"
#include "graph/query/pattern_search.h"

namespace isnad::query {

/// One end of a triple: an entity, or the number of a variable.
struct CompiledTerm {
  std::optional<EntityKey> entity;
  std::size_t variable = 0;
};

struct CompiledTriple {
  CompiledTerm subject;
  CompiledTerm object;
  /// Types to look up one by one; empty: all at once.
  std::vector<RelationType> types;
  /// The variable that stands for the relation.
  std::optional<std::size_t> relation_variable;
  /// Whether two edges between the same ends may both fit, so that rows may repeat.
  bool may_repeat = false;
  ViewFilter filter;
};

/// What a variable must satisfy besides its triples.
struct VariableConditions {
  std::vector<EntityType> kinds;
  std::vector<EntityType> no_kinds;
  std::set<std::size_t> differs_from;
};

struct CompiledPattern {
  std::vector<CompiledTriple> triples;
  /// One a variable.
  std::vector<VariableConditions> variables;
};

/// Throws: PatternError.
[[nodiscard]] CompiledPattern compile(const Pattern& pattern, const PatternOptions& options);

}  // namespace isnad::query
