#pragma once

#include <string>
#include <string_view>

namespace isnad::text {

/// Folds a name to the key that all its usual spellings share, in Arabic and English: compatibility-normalised, lower
/// case, no diacritics, tatweel, bidi marks or punctuation, one form of alef and hamza carriers, ى as ي, ة as ه, the
/// article ال (of every word) and English `the` dropped, Arabic-Indic digits as European, words joined by one space.
/// `أردوغان`, `اردوغان` and `إردوغان` have one key, and so have `حي الراشدين` and `حى الراشدين`.
///
/// Returns: the key; empty when the name has no letter or digit.
/// Cost: linear in the name's length.
[[nodiscard]] std::string name_key(std::string_view name);

}  // namespace isnad::text
