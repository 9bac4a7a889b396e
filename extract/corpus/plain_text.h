#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace isnad::corpus {

/// The longest text of one article. Analysis holds the trees of a whole article: beyond this they would take
/// gigabytes.
inline constexpr std::size_t kMaxTextBytes = std::size_t{4} << 20U;

/// Throws: Unusable, naming the size, when `text` is longer than `kMaxTextBytes`.
void require_analysable(std::string_view text);

/// Returns: `text` with A to Z as a to z.
[[nodiscard]] std::string ascii_lower(std::string_view text);

/// Returns: `text` without leading and trailing white space (ASCII and the no-break space).
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Returns: `text` on one line, each run of white space one space, none at the ends.
[[nodiscard]] std::string one_line(std::string_view text);

/// Returns: `text` trimmed, with `title` as its first line and a blank line after it unless it starts with the title already.
[[nodiscard]] std::string with_headline(std::string_view title, std::string_view text);

/// Returns: the first line of `text` when a blank line follows it and it is short enough for a headline; else empty.
[[nodiscard]] std::string headline_of(std::string_view text);

/// Returns: the primary subtag of a language tag in lower case, in two letters for Arabic and English (`ar-EG` `ara` `Arabic`:
/// `ar`); empty for none.
[[nodiscard]] std::string language_code(std::string_view tag);

}  // namespace isnad::corpus
