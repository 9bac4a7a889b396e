#include "store/database_options.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/options.h>
#include <rocksdb/table.h>

#include <cstdarg>

#include "store/merge_operator.h"

namespace isnad::store {

namespace {

constexpr std::size_t kKilobyte = 1024;
constexpr std::size_t kMegabyte = 1024 * kKilobyte;

/// RocksDB would leave LOG files in the user's folder, also when it only reads.
class SilentLogger : public rocksdb::Logger {
 public:
  SilentLogger() : Logger(rocksdb::InfoLogLevel::FATAL_LEVEL) {}
  using Logger::Logv;
  void Logv(const char*, va_list) override {}
};

/// Rows found by their exact key, which unpack fast while they are new. (Smaller blocks would make looking up no faster: four
/// times as many must be unpacked where many neighbours are wanted.)
bool is_dictionary(Table table) {
  return table == Table::kMeta || table == Table::kDocuments || table == Table::kEntities || table == Table::kAliases ||
         table == Table::kNumbers;
}

/// Rows of some kilobytes, one a document.
bool is_long(Table table) { return table == Table::kTexts || table == Table::kClaims || table == Table::kMentions; }

}  // namespace

void set_database_options(rocksdb::DBOptions& options, OpenMode mode) {
  options.info_log = std::make_shared<SilentLogger>();
  options.max_background_jobs = 2;
  options.max_file_opening_threads = 1;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  options.db_write_buffer_size = 64 * kMegabyte;
  options.max_total_wal_size = 64 * kMegabyte;
  options.manifest_preallocation_size = 64 * kKilobyte;
  options.bytes_per_sync = kMegabyte;
  options.wal_recovery_mode = rocksdb::WALRecoveryMode::kPointInTimeRecovery;
  // A reader must hold every file open from the start: a writer beside it may delete any of them at any moment.
  options.max_open_files = mode == OpenMode::kReadOnly ? -1 : 512;
  options.skip_stats_update_on_db_open = true;
  options.skip_checking_sst_file_sizes_on_db_open = true;
}

void set_table_options(rocksdb::ColumnFamilyOptions& options, Table table, const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::BlockBasedTableOptions blocks;
  blocks.block_cache = cache;
  blocks.format_version = 5;
  blocks.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10, false));
  blocks.block_size = (is_long(table) ? 64 : 16) * kKilobyte;
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(blocks));
  options.compression = is_dictionary(table) ? rocksdb::kLZ4Compression : rocksdb::kZSTD;
  options.bottommost_compression = rocksdb::kZSTD;
  // What documents say in many words shares most of them with its neighbours. Packing it hard costs some seconds for 30,000
  // articles, whose analysis takes minutes; unpacking takes no longer. Only texts gain by the hardest packing: a twentieth.
  if (is_long(table)) {
    options.bottommost_compression_opts.enabled = true;
    options.bottommost_compression_opts.level = table == Table::kTexts ? 12 : 9;
    options.bottommost_compression_opts.max_dict_bytes = 64 * kKilobyte;
    options.bottommost_compression_opts.zstd_max_train_bytes = 6400 * kKilobyte;
  }
  options.level_compaction_dynamic_level_bytes = true;
  options.write_buffer_size = 32 * kMegabyte;
  options.arena_block_size = 256 * kKilobyte;
  options.target_file_size_base = 32 * kMegabyte;
  if (table == Table::kEntities || table == Table::kAliases) options.merge_operator = bag_merge_operator();
}

}  // namespace isnad::store
