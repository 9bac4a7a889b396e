#pragma once

#include <cstdint>
#include <filesystem>

namespace isnad::store {

/// Brings a database of an older format to this program's. The new one is made beside it and checked, and takes its place in one
/// step: whatever happens, the whole old or the whole new database is there.
///
/// Returns: the format that it had; `kFormatVersion` when there was nothing to do.
/// Throws: IoError when there is no database, it is in use or of a newer format; CorruptionError when it is damaged.
/// Cost: reads the old database and writes the new one once, about 1 ms an article; room for both on the disk.
std::uint32_t migrate(const std::filesystem::path& path);

}  // namespace isnad::store
