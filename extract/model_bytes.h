#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace isnad {

/// Reads a model file that begins with eight letters that name its kind and four bytes, little-endian, of its version.
///
/// `what`: the kind in words, for messages: `clitic model`. `header_bytes`: what the kind's header takes, its beginning counted.
/// Returns: the whole file, at least a header long. What follows the version is for the caller to check.
/// Throws: IoError when it cannot be read; ModelError when it is of another kind or version, or too short.
[[nodiscard]] std::string read_model_bytes(const std::filesystem::path& path, std::string_view magic, std::uint32_t version,
                                           std::string_view what, std::size_t header_bytes);

}  // namespace isnad
