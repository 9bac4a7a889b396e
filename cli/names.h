#pragma once

#include <string>
#include <vector>

#include "cli/claim_text.h"
#include "graph/model/claim_source.h"
#include "graph/model/ids.h"

namespace isnad::cli {

/// What a name on the command line stands for: an alias in either language, with or without hamza, diacritics or article, or
/// an entity's key (`gpe:turkey`). An ambiguous name means the entity that is mentioned most; the others are listed on stderr.
///
/// Throws: UsageError with the nearest names when nothing bears this one.
[[nodiscard]] EntityKey entity_named(const ClaimSource& source, const std::string& name);

/// `entity_named` for each of `names`.
[[nodiscard]] std::vector<EntityKey> entities_named(const ClaimSource& source, const std::vector<std::string>& names);

/// Returns: all that `write_claim_block` shows beside the claim.
[[nodiscard]] ClaimContext context_of(const ClaimSource& source, const Claim& claim, const Document& document);

/// Returns: `الكرملين (Kremlin)`, the language of `lang` first; the key when the source does not know it.
[[nodiscard]] std::string both_names(const ClaimSource& source, const EntityKey& key, const std::string& lang);

}  // namespace isnad::cli
