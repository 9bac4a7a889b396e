#pragma once

#include <filesystem>

namespace rocksdb {
class Status;
}

namespace isnad::store {

/// Throws what a RocksDB status says, unless it says that all is well; the one place where its codes become exceptions.
///
/// Throws: CorruptionError for damage; IoError for all that the operating system refused: `<path>: the database is in use by
/// another process`, `<path>: no space left on the disk`, `<path>: permission denied`, ...
void check(const rocksdb::Status& status, const std::filesystem::path& path);

}  // namespace isnad::store
