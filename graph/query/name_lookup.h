#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"

namespace isnad::query {

/// A name that a user may have meant.
struct Suggestion {
  EntityKey entity;
  /// The alias that came nearest, as it is written.
  std::string name;
  /// Its language, `ar` or `en`.
  std::string lang;
};

struct NameLookup {
  /// Entities that bear the name, the most mentioned first; after them those that a common noun means in one article. More than one: the name is ambiguous.
  std::vector<EntityKey> matches;
  /// The nearest names, best first; only when there is no match.
  std::vector<Suggestion> suggestions;
};

/// What a name typed by a user stands for.
///
/// `name_key`: the name folded by `text::name_key`, as alias keys are.
/// Names that hold all of its words come first among suggestions (`أردوغان` for `رجب طيب أردوغان`), then those a few letters
/// away (Damerau's edits: letter missing, added, changed, two swapped), at most a third of the name's letters.
/// Cost: an index look-up for a match; suggestions look at every alias.
/// Source: F. J. Damerau, A technique for computer detection and correction of spelling errors, CACM 7(3), 1964,
/// doi:10.1145/363958.363994.
[[nodiscard]] NameLookup look_up_name(const ClaimSource& source, std::string_view name_key, std::size_t max_suggestions = 3);

/// Returns: the number of edits (insert, delete, replace, swap neighbours; counted in code points) between two UTF-8 strings,
/// or `limit + 1` when it is greater than `limit`.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);

}  // namespace isnad::query
