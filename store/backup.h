#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <vector>

namespace isnad::store {

/// One state of a database among the backups in a folder.
struct Backup {
  std::uint32_t number = 0;
  /// When it was made, in seconds since 1970.
  std::int64_t made_s = 0;
  std::uint64_t documents = 0;
  std::uint64_t claims = 0;
  /// Of all its files, those that it shares with other backups included.
  std::uint64_t bytes = 0;
};

/// Adds the state of a database to the backups in a folder, which is made where none is. Files that an earlier backup has are
/// not written again; each file has a checksum.
///
/// The database may be in use: nothing is locked, and what a writer has finished at some moment during the call is what is kept.
/// `keep`: how many backups are left, the newest ones; 0 leaves all.
/// Throws: IoError, CorruptionError; also when the folder holds something else.
/// Cost: reads and writes what changed since the last backup.
Backup back_up(const std::filesystem::path& database, const std::filesystem::path& folder, std::uint32_t keep = 0);

/// Makes `folder` a database that equals `database`, at once and while another process writes to that: a checkpoint.
///
/// Requires: nothing at `folder`.
/// Throws: IoError, CorruptionError.
/// Cost: files are shared where `folder` is on the same disk.
void make_checkpoint(const std::filesystem::path& database, const std::filesystem::path& folder);

/// Returns: the backups in a folder, the oldest first.
///
/// Throws: IoError when it holds none.
[[nodiscard]] std::vector<Backup> backups_in(const std::filesystem::path& folder);

/// Puts a backup (the newest one unless `number` says another) where `database` is. The new database is made beside it and
/// checked first, and takes its place in one step: whatever happens, one of the two is there.
///
/// `replace`: whether a database that is there may go.
/// Returns: what was restored.
/// Throws: IoError when there is a database and `replace` is false, or it is in use, or there is no such backup; CorruptionError
/// when the backup is damaged.
/// Cost: writes the whole database once.
Backup restore(const std::filesystem::path& folder, const std::filesystem::path& database, bool replace,
               std::optional<std::uint32_t> number = {});

}  // namespace isnad::store
