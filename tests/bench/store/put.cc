#include <rocksdb/db.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "store/store.h"
#include "tests/bench/store/measure.h"
#include "tests/bench/store/parts.h"
#include "tests/bench/store/raw_database.h"
#include "tests/support/temporary_folder.h"

namespace isnad::bench {

using store::OpenMode;
using store::Store;

void bench_put(const std::vector<Extraction>& extractions) {
  double claims = 0;
  for (const auto& extraction : extractions) claims += static_cast<double>(extraction.claims.size());
  double best_put = 1e9;
  double best_raw = 1e9;
  std::vector<std::string> batches;
  for (int round = 0; round < 5; ++round) {
    const testing::TemporaryFolder folder;
    {
      Store store(folder.path() / "store", OpenMode::kCreate);
      const double begin = thread_seconds();
      for (const auto& extraction : extractions) store.put(extraction);
      best_put = std::min(best_put, thread_seconds() - begin);
    }
    if (batches.empty()) batches = batches_of(folder.path() / "store", folder.path() / "copy");
    const RawDatabase raw(folder.path() / "raw", false);
    std::vector<rocksdb::WriteBatch> written;
    written.reserve(batches.size());
    for (const auto& batch : batches) written.emplace_back(batch);
    const double begin = thread_seconds();
    for (auto& batch : written) RawDatabase::need(raw.db->Write(rocksdb::WriteOptions(), &batch));
    best_raw = std::min(best_raw, thread_seconds() - begin);
  }
  report("put (core time)", claims, best_put, "claims, " + std::to_string(extractions.size()) + " documents");
  report("raw batches (core time)", claims, best_raw, "claims in " + std::to_string(batches.size()) + " batches");
  std::printf("put / raw\t\t\t%.2f\tspeed of the store in parts of raw batches' speed\n", best_raw / best_put);
}

}  // namespace isnad::bench
