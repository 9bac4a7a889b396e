#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "graph/query/pattern_search.h"

namespace isnad::store {
class Store;
}

namespace isnad::cli {

/// How the answers of a pattern are wanted.
struct PatternOutput {
  /// As `TableWriter` knows them.
  std::string format;
  std::string lang;
  /// Only how many rows there are.
  bool count = false;
  /// Variables to sort by, or `evidence` (best attested first); a `-` in front turns the order around. Empty: as found.
  std::vector<std::string> order;
  /// Rows at most; 0 is all.
  std::size_t limit = 0;
  /// With the best sentence for each triple.
  bool evidence = true;
  bool explain = false;
};

/// Looks for a pattern in the database and writes the rows, each with its evidence, to standard output.
///
/// Throws: PatternError, having shown on stderr where in the pattern it lies.
void write_pattern_rows(const store::Store& source, const std::string& pattern, query::PatternOptions options, const PatternOutput& output);

}  // namespace isnad::cli
