#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace isnad::cli {

/// Returns: how many cells of a terminal UTF-8 text takes: none for marks and controls, two for wide characters. Letters that a
/// font joins into one (lam-alef) count as two, as terminals that do not shape Arabic show them.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Returns: `text` when it takes at most `cells`, else as much of its beginning as leaves room for `…`.
[[nodiscard]] std::string cut_to_width(std::string_view text, std::size_t cells);

/// Returns: `text`, which is one cell of a table, kept from turning its neighbours around: between U+2068 and U+2069 when it has
/// letters that run from right to left. Terminals without bidirectional text show nothing of the marks.
[[nodiscard]] std::string isolated(std::string_view text);

/// Returns: the width of the terminal behind file descriptor `fd`, else what `COLUMNS` says, else 0: lines have no end.
[[nodiscard]] std::size_t terminal_width(int fd);

/// Returns: whether `fd` is a terminal that shows colours, and nobody has set `NO_COLOR` (https://no-color.org).
[[nodiscard]] bool shows_colours(int fd);

}  // namespace isnad::cli
