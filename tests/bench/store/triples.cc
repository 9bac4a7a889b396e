#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <array>
#include <cstdio>
#include <random>
#include <string>
#include <utility>

#include "store/database.h"
#include "store/rows.h"
#include "store/sorted_rows.h"
#include "tests/bench/store/measure.h"
#include "tests/bench/store/parts.h"
#include "tests/bench/store/raw_database.h"
#include "tests/support/temporary_folder.h"

namespace isnad::bench {

using store::OpenMode;
using store::Table;

void bench_triples(int count) {
  constexpr std::array<Table, 3> kOrders = {Table::kSpo, Table::kPos, Table::kOsp};
  std::mt19937 random(5);
  std::vector<store::Triple> triples(static_cast<std::size_t>(count));
  for (auto& triple : triples) {
    triple.source = 1 + random() % 100'000;
    triple.target = 1 + random() % 100'000;
    triple.type = static_cast<RelationType>(random() % 24);
    triple.place = {static_cast<store::DocumentNumber>(1 + random() % 200'000), static_cast<std::uint32_t>(random() % 20), 0};
  }
  const testing::TemporaryFolder folder;
  double seconds = 0;
  {
    const RawDatabase raw(folder.path() / "batches", false);
    const double begin = process_seconds();
    rocksdb::WriteBatch batch;
    for (std::size_t i = 0; i < triples.size(); ++i) {
      for (const Table order : kOrders) {
        RawDatabase::need(batch.Put(raw.handles[static_cast<std::size_t>(order)], store::triple_key(order, triples[i]), ""));
      }
      if (i % 30 != 29 && i + 1 != triples.size()) continue;
      RawDatabase::need(raw.db->Write(rocksdb::WriteOptions(), &batch));
      batch.Clear();
    }
    RawDatabase::need(raw.db->Flush(rocksdb::FlushOptions(), raw.handles));
    for (const Table order : kOrders) {
      RawDatabase::need(
          raw.db->CompactRange(rocksdb::CompactRangeOptions(), raw.handles[static_cast<std::size_t>(order)], nullptr, nullptr));
    }
    seconds = process_seconds() - begin;
  }
  const double batches = seconds;
  report("triples, raw batches (core time)", count, batches);
  {
    store::Database database(folder.path() / "loaded", OpenMode::kCreate);
    const std::filesystem::path files = folder.path() / "files";
    std::filesystem::create_directory(files);
    const double begin_on_the_wall = now();
    const double begin = process_seconds();
    store::SortedRows rows;
    for (const auto& triple : triples) {
      for (const Table order : kOrders) rows.add(order, store::RowKind::kPut, store::triple_key(order, triple), {});
    }
    rows.move_into(database, files);
    seconds = process_seconds() - begin;
    report("triples, bulk load (wall)", count, now() - begin_on_the_wall);
    double bytes = 0;
    for (const Table order : kOrders) bytes += static_cast<double>(database.size_bytes(order));
    report("triples, bulk load (core time)", count, seconds, std::to_string(bytes / count) + " bytes each");
  }
  const auto tables = rows_of(folder.path() / "loaded");
  store::Database raw(folder.path() / "raw", OpenMode::kCreate);
  const std::filesystem::path files = folder.path() / "raw files";
  std::filesystem::create_directory(files);
  const double begin = process_seconds();
  std::vector<store::TableFile> made;
  for (const Table order : kOrders) {
    store::TableFileWriter writer(raw, order, files);
    for (const auto& [key, value] : tables[static_cast<std::size_t>(order)]) writer.add(store::RowKind::kPut, key, value);
    for (auto& file : writer.finish()) made.push_back(std::move(file));
  }
  raw.ingest(made);
  const double sorted = process_seconds() - begin;
  report("triples, raw tables (core time)", count, sorted);
  std::printf("triples, bulk load / raw tables\t\t\t%.2f\tspeed in parts of raw tables' speed\n", sorted / seconds);
  std::printf("triples, bulk load / raw batches\t\t\t%.2f\tspeed in parts of raw batches' speed\n", batches / seconds);
}

}  // namespace isnad::bench
