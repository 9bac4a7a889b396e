#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/query/edge_reader.h"

namespace CLI {
class App;
}

namespace isnad::cli {

/// The filters that every question about the graph takes.
class FilterOptions {
 public:
  void add_to(CLI::App& app);

  /// Throws: UsageError on a malformed date or an unknown type or family.
  [[nodiscard]] query::ViewFilter filter() const;

 private:
  std::string since_;
  std::string until_;
  std::vector<std::string> types_;
  std::vector<std::string> families_;
  std::string polarity_;
  std::vector<std::string> kinds_;
  std::uint32_t min_sources_ = 1;
};

/// Returns: the types of those names.
/// Throws: UsageError at a name that is none.
[[nodiscard]] std::vector<RelationType> relation_types_named(const std::vector<std::string>& names);

/// Returns: the polarity of that name; nothing for an empty one.
[[nodiscard]] std::optional<Polarity> polarity_from(const std::string& name);

}  // namespace isnad::cli
