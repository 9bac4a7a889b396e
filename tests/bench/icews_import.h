#pragma once

#include <cstddef>
#include <filesystem>

#include "store/store.h"

namespace isnad::bench {

/// Reads facts (`date subject relation object split`, tab-separated, a head line) into a store: one article for each ten facts of a
/// day, one sentence and one claim a fact. CAMEO's words become relation types by their root class.
///
/// Returns: how many facts were stored.
/// Throws: FormatError naming the line; IoError when the file cannot be read.
std::size_t import_icews(const std::filesystem::path& file, store::Store& into);

}  // namespace isnad::bench
