#pragma once

#include <string_view>

#include "graph/model/claim.h"
#include "store/value_codec.h"

namespace isnad::store::format_1 {

// What only databases of format 1 have, for their migration; docs/store_format.md has the page of that format's history.

/// A row of table `claims`, of which format 1 has one a claim.
/// Returns: the claim without id, document and sentence. Throws: CorruptionError.
[[nodiscard]] Claim decode_claim(std::string_view bytes, std::string_view text, const KeyOf& key_of);

}  // namespace isnad::store::format_1
