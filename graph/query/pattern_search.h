#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/model/edge.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"
#include "graph/query/edge_reader.h"
#include "graph/query/pattern.h"

namespace isnad::query {

/// What a variable stands for; nothing while it is open.
using PatternValue = std::variant<std::monostate, EntityKey, RelationType>;

/// One answer.
struct PatternRow {
  /// Of the variables that are shown, in their order.
  std::vector<PatternValue> values;
  /// The edge that each triple found, in the order of the text; `claim_ids` are those that pass the filters.
  /// Lifetime: until the visitor returns.
  std::vector<const Edge*> edges;
};

struct PatternOptions {
  /// Holds for every triple, besides what the pattern itself demands. Its `polarity` is the pattern's business and ignored.
  ViewFilter filter;
  /// What a name stands for. Throws: UsageError when it stands for nothing.
  std::function<EntityKey(const std::string&)> entity_named;
  /// How words are brought together before they are compared (`text::name_key`); as they are when empty.
  std::function<std::string(std::string_view)> fold_words;
  /// Variables to show; empty: all whose name does not begin with `_`.
  std::vector<std::string> select;
  /// Called for every edge looked at; may throw to stop. None when empty.
  std::function<void()> tick;
};

/// Finds the ways in which the variables of a pattern can be filled.
///
/// Triples are taken in the order that reads least, as far as counts in the indexes tell: the rarest first, then always one that
/// hangs on what is already known. Each is looked up in the permutation that begins with what is known (nested loops over
/// indexes), so answers come as they are found and memory does not grow with them, but for one entry each where rows may repeat
/// and 50,000 edges that are kept to look up less.
/// Source: R. Angles et al., Foundations of Modern Query Languages for Graph Databases, ACM Computing Surveys 50(5), 2017,
/// doi:10.1145/3104031 (basic graph patterns).
class PatternSearch {
 public:
  /// Throws: PatternError for a name, word, date or variable that means nothing.
  /// Lifetime: keeps a reference to `source`.
  PatternSearch(const ClaimSource& source, const Pattern& pattern, PatternOptions options);
  ~PatternSearch();
  PatternSearch(const PatternSearch&) = delete;
  PatternSearch& operator=(const PatternSearch&) = delete;

  /// Names of the variables that rows show.
  [[nodiscard]] const std::vector<std::string>& shown() const;

  /// Triples (by their number in the text) in the order in which they are looked up.
  [[nodiscard]] const std::vector<std::size_t>& order() const;

  /// Gives each distinct row to `visit` until it returns false.
  ///
  /// Returns: how many rows were given.
  std::size_t run(const std::function<bool(const PatternRow&)>& visit);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::query
