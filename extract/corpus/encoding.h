#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "extract/corpus/byte_source.h"

namespace isnad::corpus {

/// Turns the bytes of a file into UTF-8 with `\n` line ends and without a byte order mark. In this order: a byte order mark
/// (UTF-8, UTF-16) decides; bytes that are valid UTF-8 are UTF-8, whatever the page claims; then `declared` is believed,
/// any name of a character set that ICU knows, empty for none; then UTF-16 without a mark, windows-1256, ISO-8859-6 and
/// windows-1252 are told from the bytes, where these leave no doubt.
///
/// Throws: Unusable, with the line, for a file with NUL bytes (binary), broken UTF-8, or an unknown character set.
[[nodiscard]] std::string to_utf8(std::string bytes, std::string_view declared = {});

/// The same for a file of any length, as far as its first KiB tell (up to 64): without byte order mark, line ends as they are.
/// Bytes that follow and are not of that character set come out as they are (UTF-8) or as U+FFFD.
/// Throws: Unusable for an unknown character set; reading as `raw`.
[[nodiscard]] std::unique_ptr<ByteSource> utf8_source(std::unique_ptr<ByteSource> raw, std::string_view declared = {});

/// Returns: the character set that bytes which are no UTF-8 are in, by their statistics: `windows-1256`, `ISO-8859-6`,
/// `windows-1252`, `UTF-16LE` or `UTF-16BE`; empty when they leave doubt.
[[nodiscard]] std::string detected_charset(std::string_view bytes);

/// Throws: Unusable when `text` is not valid UTF-8 or has a NUL in it. `first_line` is the number of its first line.
void require_text(std::string_view text, std::size_t first_line = 1);

/// Returns: the character set that an XML declaration names (`<?xml version="1.0" encoding="..."?>`); empty for none.
[[nodiscard]] std::string declared_xml_charset(std::string_view xml);

/// Returns: the character set that an HTML page names in its first bytes (`<meta charset>` or `http-equiv`); empty for none.
[[nodiscard]] std::string declared_charset(std::string_view html);

}  // namespace isnad::corpus
