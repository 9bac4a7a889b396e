#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>

#include "extract/corpus/byte_reader.h"

namespace isnad::corpus {

/// What the bytes of a file, unpacked, are.
enum class InputFormat : std::uint8_t { kText, kHtml, kJsonl, kJson, kCsv, kTsv, kFeed, kWarc };

/// The names that `format_named` knows, for messages: `txt|html|...`.
inline constexpr std::string_view kInputFormatNames = "txt|html|jsonl|json|csv|tsv|rss|atom|warc";

/// Returns: the format of that name; nothing when there is none.
[[nodiscard]] std::optional<InputFormat> format_named(std::string_view name);

/// Returns: the format that a file's ending says, that of a compressor passed over; nothing for an unknown ending.
[[nodiscard]] std::optional<InputFormat> format_of_name(const std::filesystem::path& name);

/// Returns: true for the ending of an archive: `.zip`, `.tar`, `.tar.gz`, `.tgz` and their like.
[[nodiscard]] bool is_archive_name(const std::filesystem::path& name);

/// Returns: what the first bytes look like; plain text when like nothing else. CSV does not look like anything.
[[nodiscard]] InputFormat format_of_content(ByteReader& bytes);

/// Returns: whether the first bytes of JSON are several objects, one a line.
[[nodiscard]] bool looks_like_json_lines(std::string_view front);

}  // namespace isnad::corpus
