#pragma once

// The words that sheets and reports themselves say, in their two languages.

#include <cstddef>
#include <string>
#include <string_view>

#include "graph/model/entity.h"
#include "graph/model/relation_type.h"

namespace isnad::render {

/// The sheet's own words in one language.
class Words {
 public:
  explicit Words(std::string_view lang) : arabic_(lang == "ar") {}

  [[nodiscard]] std::string pick(std::string_view arabic, std::string_view english) const {
    return std::string(arabic_ ? arabic : english);
  }

  [[nodiscard]] std::string family(RelationFamily family) const;
  [[nodiscard]] std::string entity_type(EntityType type) const;

  /// The label of a relation that is said not to be: `لا يسيطر على`, `does not control`.
  [[nodiscard]] std::string denied(std::string_view label) const;

  /// `2020-02-13` as people write it, `13 February 2020`; coarser dates too; what is no such date stays as it is.
  [[nodiscard]] std::string date(std::string_view date) const;
  /// `12–14 February 2020`.
  [[nodiscard]] std::string period(std::string_view first, std::string_view last) const;

  /// `3 documents`, with the number's grammar in Arabic.
  [[nodiscard]] std::string documents(std::size_t count) const;
  [[nodiscard]] std::string sources(std::size_t count) const;
  [[nodiscard]] std::string actors(std::size_t count) const;
  /// "and 12 others", beside some that are named. Requires: count > 0.
  [[nodiscard]] std::string others(std::size_t count) const;

 private:
  bool arabic_;
};

}  // namespace isnad::render
