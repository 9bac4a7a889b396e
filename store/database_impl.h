#pragma once

#include <rocksdb/cache.h>
#include <rocksdb/db.h>

#include <memory>
#include <utility>
#include <vector>

#include "store/database.h"

namespace isnad::store {

/// An open RocksDB with the handles that must be given back before it closes.
struct OpenTables {
  std::unique_ptr<rocksdb::DB> db;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;

  OpenTables() = default;
  OpenTables(OpenTables&&) = default;
  OpenTables& operator=(OpenTables&& other) noexcept {
    close();
    db = std::move(other.db);
    handles = std::exchange(other.handles, {});
    return *this;
  }
  ~OpenTables() { close(); }

  void close() {
    if (!db) return;
    for (rocksdb::ColumnFamilyHandle* handle : handles) db->DestroyColumnFamilyHandle(handle).PermitUncheckedError();
    handles.clear();
    db.reset();
  }
};

/// What database.cc and database_open.cc share.
struct Database::Impl {
  std::shared_ptr<rocksdb::Cache> cache;
  /// Handles by number of `Table`.
  OpenTables open;

  [[nodiscard]] rocksdb::DB& db() const { return *open.db; }
  [[nodiscard]] rocksdb::ColumnFamilyHandle* table(Table which) const { return open.handles[static_cast<std::size_t>(which)]; }
};

}  // namespace isnad::store
