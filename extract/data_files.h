#pragma once

#include <filesystem>
#include <string_view>

namespace isnad {

/// Where a file that ships with Isnad lies, such as `lexicon/actors.tsv` or `models/ar.model`.
///
/// Looked for under `$ISNAD_DATA`, then `../share/isnad` beside the program's own folder, then the source tree it was
/// built from.
/// Throws: IoError when none of them has it; the message names the file.
[[nodiscard]] std::filesystem::path data_file(std::string_view relative);

/// Returns: the program's version, `0.1.0`.
[[nodiscard]] std::string_view version();

}  // namespace isnad
