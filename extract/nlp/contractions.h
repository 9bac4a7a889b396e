#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/nlp/word_tables.h"

namespace isnad::nlp {

/// Where the words of an English token begin within it, in bytes, the first (0) included: `don't` is `do` + `n't`,
/// `Assad's` `Assad` + `'s`, `cannot` `can` + `not`, `workers'` `workers` + `'`. The words' forms are the token's own letters.
///
/// Returns: one zero when the token is one word.
/// Cost: linear in the token; tokens of more than 64 bytes are looked at only at their end.
[[nodiscard]] std::vector<std::uint32_t> contraction_borders(std::string_view token, const WordTables& tables);

}  // namespace isnad::nlp
