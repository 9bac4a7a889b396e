#pragma once

#include <map>

#include "graph/model/claim_source.h"
#include "graph/model/ids.h"

namespace isnad::cli {

/// Which entities of `source` count as which others with `--fold`, by the shipped table `lexicon/who/stands_for.tsv`: arms of a
/// state that stand for it.
///
/// Throws: IoError when the table is missing; FormatError when it is wrong.
/// Cost: looks at every entity.
[[nodiscard]] std::map<EntityKey, EntityKey> fold_table(const ClaimSource& source);

}  // namespace isnad::cli
