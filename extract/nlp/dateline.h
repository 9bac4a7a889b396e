#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/nlp/language.h"
#include "extract/nlp/token.h"
#include "extract/nlp/word_tables.h"

namespace isnad::nlp {

/// Finds the place and agency with which a report opens: `بيروت (رويترز) - `, `دمشق – سانا: `, `(CNN) -- `, `BEIRUT, Lebanon (AP)
/// — `.
///
/// A dateline is a few words before a dash: the agency in brackets, or an agency that `lexicon/nlp/agencies.tsv` knows, or a
/// place in capitals. `tokens` are those of one line of `text`. Returns: the number of its tokens with the dash or colon; 0 when
/// there is none. Cost: a dozen tokens.
[[nodiscard]] std::size_t dateline_size(std::string_view text, const std::vector<Token>& tokens, Language language,
                                        const WordTables& tables);

}  // namespace isnad::nlp
