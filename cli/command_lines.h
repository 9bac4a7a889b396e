#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim_source.h"

namespace isnad::store {
class Store;
}

namespace isnad::cli {

/// Returns: names in the database that begin with `prefix` as names are compared (without hamza, article, case), the most mentioned
/// first, at most `most`.
/// Cost: looks at the aliases that begin so, at most 20,000.
[[nodiscard]] std::vector<std::string> names_beginning(const store::Store& store, std::string_view prefix, std::size_t most);

/// What may follow a word of the command line.
struct OptionWords {
  /// `--lang`, and `-k` where there is a short form.
  std::vector<std::string> names;
  /// What kind of value it takes, as help shows it: `NAME`, `DIR`; empty for a flag.
  std::string takes;
  /// The values that it may have; empty: any.
  std::vector<std::string> values;
};

/// What completion knows of a verb.
struct VerbWords {
  std::string verb;
  std::vector<OptionWords> options;
  /// Whether its positional arguments are names of entities.
  bool takes_names = false;
};

/// Returns: all verbs with their options, as `setup` declares them.
[[nodiscard]] std::vector<VerbWords> verb_words();

}  // namespace isnad::cli
