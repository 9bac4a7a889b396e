#pragma once

#include <filesystem>

namespace isnad::store {

/// Copies the files of a database into the folder `to` such that they are the database as it was at one moment, without opening
/// it: also while another process writes to it, of which neither takes notice.
///
/// Files of tables never change once they are written: where the file system allows it they are shared (hard links), which
/// takes no time and no space. The list of files and the log are copied. As the writer goes on meanwhile, the copy is opened
/// and made anew until it is whole.
///
/// Requires: `to` exists and is empty.
/// Returns: with the copy closed, its log written into tables.
/// Throws: IoError, CorruptionError when there is no database, its format is newer, it is damaged.
/// Cost: some milliseconds, and for the log (at most 64 MB) some tenths of a second; where files cannot be shared, a copy of all.
void copy_live_database(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace isnad::store
