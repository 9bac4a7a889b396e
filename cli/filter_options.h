#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/query/edge_reader.h"

namespace CLI {
class App;
}

namespace isnad {
class ClaimSource;
}

namespace isnad::cli {

/// The filters that every question about the graph takes.
class FilterOptions {
 public:
  void add_to(CLI::App& app);

  /// The part that no database is needed for, so that a wrong option is told before one is opened.
  ///
  /// Throws: UsageError on a malformed date or an unknown type, family or kind.
  [[nodiscard]] query::ViewFilter filter() const;

  /// All of it: who asserts or denies is looked up, and `--fold` is filled in.
  ///
  /// Throws: UsageError as `filter()`, or when a name stands for nothing.
  [[nodiscard]] query::ViewFilter filter(const ClaimSource& source) const;

  /// Returns: whether a polarity was asked for.
  [[nodiscard]] bool has_polarity() const { return !polarity_.empty(); }

 private:
  std::string since_;
  std::string until_;
  std::string as_of_;
  std::vector<std::string> types_;
  std::vector<std::string> families_;
  std::string polarity_;
  std::vector<std::string> modalities_;
  std::vector<std::string> asserted_by_;
  std::vector<std::string> denied_by_;
  std::vector<std::string> sources_;
  std::vector<std::string> source_langs_;
  std::vector<std::string> kinds_;
  std::uint32_t min_sources_ = 1;
  float min_confidence_ = 0.0F;
  bool fold_ = false;
};

/// Returns: the types of those names.
/// Throws: UsageError at a name that is none.
[[nodiscard]] std::vector<RelationType> relation_types_named(const std::vector<std::string>& names);

/// Returns: the polarity of that name; nothing for an empty one.
[[nodiscard]] std::optional<Polarity> polarity_from(const std::string& name);

}  // namespace isnad::cli
