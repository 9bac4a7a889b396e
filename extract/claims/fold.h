#pragma once

#include <string>
#include <string_view>

namespace isnad::claims {

/// Folds a word to the key that the claim tables use: vowel signs, tatweel and bidi marks off, one form of alef, of hamza
/// carriers, of final yaa and taa marbuta, lower case, straight apostrophes.
///
/// Requires: `word` is valid UTF-8.
/// Cost: linear.
[[nodiscard]] std::string fold(std::string_view word);

/// Returns: the folded word without the article ال, unless less than two letters would be left.
[[nodiscard]] std::string_view without_article(std::string_view folded);

}  // namespace isnad::claims
