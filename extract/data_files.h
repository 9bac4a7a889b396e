#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace isnad {

/// Where a file that ships with Isnad lies, such as `lexicon/actors.tsv` or `models/ar.model`.
///
/// Looked for under `$ISNAD_DATA`, then `../share/isnad` beside the program's own folder, then the source tree it was
/// built from.
/// Throws: IoError when none of them has it; the message names the file.
[[nodiscard]] std::filesystem::path data_file(std::string_view relative);

/// Returns: 16 hexadecimal digits that change when any file below a folder that ships with Isnad does, in name or content.
/// Throws: IoError as `data_file`, or when a file cannot be read.
/// Cost: reads all of them once.
[[nodiscard]] std::string data_fingerprint(std::string_view relative_folder);

/// Returns: 16 hexadecimal digits that change when the bytes do.
[[nodiscard]] std::string bytes_fingerprint(std::string_view bytes);

/// Returns: the program's version, `0.1.0`.
[[nodiscard]] std::string_view version();

}  // namespace isnad
