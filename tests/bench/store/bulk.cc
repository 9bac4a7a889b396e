#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

#include "store/bulk_load.h"
#include "store/database.h"
#include "store/store.h"
#include "tests/bench/store/measure.h"
#include "tests/bench/store/parts.h"
#include "tests/bench/store/raw_database.h"
#include "tests/support/temporary_folder.h"

namespace isnad::bench {

using store::OpenMode;
using store::Store;
using store::Table;

void bench_bulk(const std::vector<Extraction>& extractions) {
  double claims = 0;
  for (const auto& extraction : extractions) claims += static_cast<double>(extraction.claims.size());
  const testing::TemporaryFolder folder;
  double best_load = 1e9;
  double best_raw = 1e9;
  for (int round = 0; round < 3; ++round) {
    const std::string name = std::to_string(round);
    {
      Store store(folder.path() / ("load" + name), OpenMode::kCreate);
      const double begin = process_seconds();
      store::BulkLoad load(store);
      for (const auto& extraction : extractions) load.put(extraction);
      load.finish();
      best_load = std::min(best_load, process_seconds() - begin);
    }
    const auto tables = rows_of(folder.path() / ("load" + name));
    store::Database raw(folder.path() / ("raw" + name), OpenMode::kCreate);
    const std::filesystem::path files = folder.path() / ("files" + name);
    std::filesystem::create_directory(files);
    const double begin = process_seconds();
    std::vector<store::TableFile> made;
    for (std::size_t i = 0; i < store::kTableCount; ++i) {
      store::TableFileWriter writer(raw, static_cast<Table>(i), files);
      for (const auto& [key, value] : tables[i]) writer.add(store::RowKind::kPut, key, value);
      for (auto& file : writer.finish()) made.push_back(std::move(file));
    }
    raw.ingest(made);
    best_raw = std::min(best_raw, process_seconds() - begin);
  }
  double batches_time = 0;
  {
    {
      Store store(folder.path() / "store", OpenMode::kCreate);
      for (const auto& extraction : extractions) store.put(extraction);
    }
    const std::vector<std::string> batches = batches_of(folder.path() / "store", folder.path() / "copy");
    const RawDatabase raw(folder.path() / "batches", false);
    const double begin = process_seconds();
    for (const auto& batch : batches) {
      rocksdb::WriteBatch written(batch);
      RawDatabase::need(raw.db->Write(rocksdb::WriteOptions(), &written));
    }
    RawDatabase::need(raw.db->Flush(rocksdb::FlushOptions(), raw.handles));
    for (auto* handle : raw.handles)
      RawDatabase::need(raw.db->CompactRange(rocksdb::CompactRangeOptions(), handle, nullptr, nullptr));
    batches_time = process_seconds() - begin;
  }
  report("bulk load (core time)", claims, best_load, "claims");
  report("raw tables, ingested (core time)", claims, best_raw, "claims");
  report("raw batches, compacted (core time)", claims, batches_time, "claims");
  std::printf("bulk load / raw tables\t\t\t%.2f\tspeed in parts of raw tables' speed\n", best_raw / best_load);
  std::printf("bulk load / raw batches\t\t\t%.2f\tspeed in parts of raw batches' speed\n", batches_time / best_load);
}

}  // namespace isnad::bench
