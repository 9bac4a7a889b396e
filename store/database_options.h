#pragma once

#include <memory>

#include "store/database.h"

namespace rocksdb {
struct ColumnFamilyOptions;
struct DBOptions;
class Cache;
}  // namespace rocksdb

namespace isnad::store {

/// RocksDB's options for laptops: under 200 MB of memory while writing, no log files, no threads beyond one that flushes and one that compacts.
void set_database_options(rocksdb::DBOptions& options, OpenMode mode);

void set_table_options(rocksdb::ColumnFamilyOptions& options, Table table, const std::shared_ptr<rocksdb::Cache>& cache);

}  // namespace isnad::store
