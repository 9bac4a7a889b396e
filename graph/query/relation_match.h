#pragma once

// Inside graph/query only.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "graph/model/claim.h"
#include "graph/model/relation_type.h"

namespace isnad::query {

/// Whether a claim's relation is the one that a user named.
class RelationMatch {
 public:
  using Fold = std::function<std::string(std::string_view)>;

  /// `wanted`: a type's name or a word; empty matches everything.
  RelationMatch(std::string_view wanted, Fold fold);

  [[nodiscard]] bool operator()(const Claim& claim) const;

  /// Returns: the type whose name or label was given; nothing for another word.
  [[nodiscard]] std::optional<RelationType> type() const { return type_; }

 private:
  [[nodiscard]] std::string stem(std::string_view words) const;

  Fold fold_;
  bool any_ = false;
  /// Set when the name or a label of a type was given.
  std::optional<RelationType> type_;
  std::string stem_;
};

}  // namespace isnad::query
