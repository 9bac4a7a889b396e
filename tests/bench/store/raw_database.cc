#include "tests/bench/store/raw_database.h"

#include <rocksdb/cache.h>
#include <rocksdb/options.h>
#include <rocksdb/transaction_log.h>
#include <rocksdb/write_batch.h>

#include <cstdlib>
#include <iostream>

#include "store/database.h"
#include "store/database_options.h"

namespace isnad::bench {

using store::OpenMode;
using store::Table;

RawDatabase::RawDatabase(const std::filesystem::path& path, bool keep_log) {
  rocksdb::DBOptions options;
  store::set_database_options(options, OpenMode::kCreate);
  options.create_if_missing = true;
  options.create_missing_column_families = true;
  options.avoid_flush_during_recovery = false;
  if (keep_log) options.WAL_ttl_seconds = 3600;
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  const auto cache = rocksdb::NewLRUCache(std::size_t{64} << 20);
  for (std::size_t i = 0; i < store::kTableCount; ++i) {
    families.emplace_back(std::string(store::kTableNames[i]), rocksdb::ColumnFamilyOptions());
    store::set_table_options(families.back().options, static_cast<Table>(i), cache);
  }
  rocksdb::DB* opened = nullptr;
  need(rocksdb::DB::Open(options, path.string(), families, &handles, &opened));
  db.reset(opened);
}

RawDatabase::~RawDatabase() {
  for (auto* handle : handles) need(db->DestroyColumnFamilyHandle(handle));
}

void RawDatabase::need(const rocksdb::Status& status) {
  if (status.ok()) return;
  std::cerr << status.ToString() << '\n';
  std::exit(1);
}

std::vector<std::string> batches_of(const std::filesystem::path& path, const std::filesystem::path& copy) {
  std::filesystem::copy(path, copy, std::filesystem::copy_options::recursive);
  const RawDatabase raw(copy, true);
  std::unique_ptr<rocksdb::TransactionLogIterator> log;
  std::vector<std::string> batches;
  RawDatabase::need(raw.db->GetUpdatesSince(1, &log));
  for (; log->Valid(); log->Next()) batches.push_back(log->GetBatch().writeBatchPtr->Data());
  return batches;
}

std::vector<Rows> rows_of(const std::filesystem::path& path) {
  const store::Database database(path, OpenMode::kReadOnly);
  const store::Database::Snapshot snapshot(database);
  std::vector<Rows> tables(store::kTableCount);
  for (std::size_t i = 0; i < store::kTableCount; ++i) {
    for (auto row = database.scan(static_cast<Table>(i), {}, snapshot); row.valid(); row.next())
      tables[i].emplace_back(row.key(), row.value());
  }
  return tables;
}

}  // namespace isnad::bench
