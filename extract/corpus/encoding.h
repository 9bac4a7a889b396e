#pragma once

#include <string>
#include <string_view>

namespace isnad::corpus {

/// Turns the bytes of a file into UTF-8 with `\n` line ends and without a byte order mark. In this order: a byte order mark
/// (UTF-8, UTF-16) decides; bytes that are valid UTF-8 are UTF-8, whatever the page claims; else `declared` is believed,
/// any name of a character set that ICU knows; empty for none.
///
/// Throws: Unusable, with the line, for a file with NUL bytes (binary), broken UTF-8, or an unknown character set.
[[nodiscard]] std::string to_utf8(std::string bytes, std::string_view declared = {});

/// Throws: Unusable when `text` is not valid UTF-8 or has a NUL in it. `first_line` is the number of its first line.
void require_text(std::string_view text, std::size_t first_line = 1);

/// Returns: the character set that an HTML page names in its first bytes (`<meta charset>` or `http-equiv`); empty for none.
[[nodiscard]] std::string declared_charset(std::string_view html);

}  // namespace isnad::corpus
