#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::cli {

/// Cuts a line of the shell into words: blanks part them, quotation marks ('', "", «», “”) keep them together, a backslash takes the
/// next character as it is.
///
/// Throws: UsageError at a quotation that does not end.
[[nodiscard]] std::vector<std::string> split_line(std::string_view line);

/// Returns: `word` so that `split_line` gives it back as one word, with backslashes: several that begin alike still do.
[[nodiscard]] std::string escaped_word(const std::string& word);

}  // namespace isnad::cli
