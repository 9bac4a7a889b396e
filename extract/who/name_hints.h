#pragma once

#include "extract/names/word_hint.h"
#include "extract/who/draft.h"

namespace isnad::who {

/// Returns: what the tables say about each word of the draft's sentences, for the recogniser of names.
/// Requires: `find_lexicon_names(draft)` was called, and nothing after it.
[[nodiscard]] names::Hints name_hints(const Draft& draft);

}  // namespace isnad::who
