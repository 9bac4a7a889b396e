#pragma once

#include <rocksdb/db.h>
#include <rocksdb/status.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace isnad::bench {

/// RocksDB with the store's tables and options, and nothing between.
struct RawDatabase {
  std::unique_ptr<rocksdb::DB> db;
  /// By number of `Table`.
  std::vector<rocksdb::ColumnFamilyHandle*> handles;

  RawDatabase(const std::filesystem::path& path, bool keep_log);
  ~RawDatabase();
  RawDatabase(const RawDatabase&) = delete;
  RawDatabase& operator=(const RawDatabase&) = delete;

  /// Ends the program when the status is bad.
  static void need(const rocksdb::Status& status);
};

/// Returns: the batches that the store wrote, from a copy of its log.
[[nodiscard]] std::vector<std::string> batches_of(const std::filesystem::path& path, const std::filesystem::path& copy);

using Rows = std::vector<std::pair<std::string, std::string>>;

/// Returns: all rows of a database, table by table.
[[nodiscard]] std::vector<Rows> rows_of(const std::filesystem::path& path);

}  // namespace isnad::bench
