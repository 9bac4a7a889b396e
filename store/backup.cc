#include "store/backup.h"

#include <rocksdb/env.h>
#include <rocksdb/utilities/backup_engine.h>

#include <cstdarg>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

#include "graph/model/error.h"
#include "store/byte_reader.h"
#include "store/byte_writer.h"
#include "store/database_impl.h"
#include "store/live_copy.h"
#include "store/staging_folder.h"
#include "store/status.h"
#include "store/store_impl.h"
#include "store/write_lock.h"

namespace isnad::store {

namespace {

namespace fs = std::filesystem;

/// RocksDB would leave LOG files in the user's folder.
class NoLogger : public rocksdb::Logger {
 public:
  NoLogger() : Logger(rocksdb::InfoLogLevel::FATAL_LEVEL) {}
  using Logger::Logv;
  void Logv(const char*, va_list) override {}
};

rocksdb::Logger* no_logger() {
  static NoLogger logger;
  return &logger;
}

/// RocksDB's own folder in a folder of backups.
constexpr const char* kList = "meta";

bool holds_backups(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / kList, ignored);
}

bool is_empty_or_missing(const fs::path& folder) {
  std::error_code error;
  if (!fs::exists(fs::symlink_status(folder, error))) return true;
  return fs::is_directory(folder, error) && fs::is_empty(folder, error) && !error;
}

std::string encode_counts(const State& state) {
  std::string bytes;
  ByteWriter writer(bytes);
  writer.varint(state.documents);
  writer.varint(state.claims);
  return bytes;
}

Backup described(const rocksdb::BackupInfo& info) {
  Backup backup;
  backup.number = info.backup_id;
  backup.made_s = info.timestamp;
  backup.bytes = info.size;
  ByteReader reader(info.app_metadata, "description of a backup");
  backup.documents = reader.varint();
  backup.claims = reader.varint();
  reader.expect_end();
  return backup;
}

std::vector<Backup> list(const rocksdb::BackupEngineReadOnlyBase& engine) {
  std::vector<rocksdb::BackupInfo> infos;
  engine.GetBackupInfo(&infos);
  std::vector<Backup> backups;
  for (const auto& info : infos) backups.push_back(described(info));
  return backups;
}

std::unique_ptr<rocksdb::BackupEngineReadOnly> open_backups(const fs::path& folder) {
  if (!holds_backups(folder)) throw IoError(folder.string() + ": no backups here");
  const rocksdb::BackupEngineOptions options(folder.string(), nullptr, true, no_logger());
  rocksdb::BackupEngineReadOnly* engine = nullptr;
  check(rocksdb::BackupEngineReadOnly::Open(rocksdb::Env::Default(), options, &engine), folder);
  return std::unique_ptr<rocksdb::BackupEngineReadOnly>(engine);
}

/// Beside the database, so that its files can be shared; where nothing may be written there, beside the backups.
std::unique_ptr<StagingFolder> staging_for_backup(const fs::path& database, const fs::path& folder) {
  try {
    return std::make_unique<StagingFolder>(database, "backup");
  } catch (const IoError&) {
    return std::make_unique<StagingFolder>(folder, "backup");
  }
}

/// Whatever stands where a database shall be must be one before it may go.
void refuse_others(const fs::path& database, bool replace) {
  std::error_code ignored;
  if (is_empty_or_missing(database)) return;
  if (!fs::is_directory(database, ignored)) throw IoError(database.string() + ": not a database: a database is a folder");
  if (!fs::exists(database / "CURRENT", ignored)) throw IoError(database.string() + ": not a database: the folder holds other files");
  if (!replace) throw IoError(database.string() + ": there is a database already");
}

}  // namespace

std::uint32_t Database::back_up(const fs::path& folder, const std::string& description, std::uint32_t keep) {
  const rocksdb::BackupEngineOptions options(folder.string(), nullptr, true, no_logger());
  rocksdb::BackupEngine* opened = nullptr;
  check(rocksdb::BackupEngine::Open(rocksdb::Env::Default(), options, &opened), folder);
  const std::unique_ptr<rocksdb::BackupEngine> engine(opened);
  rocksdb::CreateBackupOptions how;
  how.flush_before_backup = true;
  rocksdb::BackupID number = 0;
  check(engine->CreateNewBackupWithMetadata(how, impl_->open.db.get(), description, &number), folder);
  if (keep != 0) check(engine->PurgeOldBackups(keep), folder);
  check(engine->GarbageCollect(), folder);
  return number;
}

Backup back_up(const fs::path& database, const fs::path& folder, std::uint32_t keep) {
  if (!holds_backups(folder) && !is_empty_or_missing(folder)) {
    throw IoError(folder.string() + ": not a folder of backups: it holds other files");
  }
  const std::unique_ptr<StagingFolder> staging = staging_for_backup(database, folder);
  copy_live_database(database, staging->path());
  Database copy(staging->path(), OpenMode::kReadWrite);
  State state;
  if (const auto row = copy.get(Table::kMeta, kStateKey)) state = decode_state(*row);
  const std::uint32_t number = copy.back_up(folder, encode_counts(state), keep);
  for (const Backup& backup : backups_in(folder)) {
    if (backup.number == number) return backup;
  }
  throw IoError(folder.string() + ": the backup that was made is not there");
}

void make_checkpoint(const fs::path& database, const fs::path& folder) {
  if (!is_empty_or_missing(folder)) throw IoError(folder.string() + ": there is something already");
  StagingFolder staging(folder, "checkpoint");
  copy_live_database(database, staging.path());
  staging.move_into_place();
}

std::vector<Backup> backups_in(const fs::path& folder) { return list(*open_backups(folder)); }

Backup restore(const fs::path& folder, const fs::path& database, bool replace, std::optional<std::uint32_t> number) {
  const auto engine = open_backups(folder);
  const std::vector<Backup> backups = list(*engine);
  if (backups.empty()) throw IoError(folder.string() + ": no backups here");
  Backup chosen = backups.back();
  if (number) {
    chosen.number = 0;
    for (const Backup& backup : backups) {
      if (backup.number == *number) chosen = backup;
    }
    if (chosen.number == 0) throw IoError(folder.string() + ": there is no backup " + std::to_string(*number));
  }
  refuse_others(database, replace);
  std::optional<WriteLock> lock;
  if (!is_empty_or_missing(database)) lock.emplace(database);
  StagingFolder staging(database, "restore");
  const std::string to = staging.path().string();
  check(engine->RestoreDBFromBackup(rocksdb::RestoreOptions(), chosen.number, to, to), folder);
  { const Database whole(staging.path(), OpenMode::kReadWrite); }
  staging.move_into_place();
  return chosen;
}

}  // namespace isnad::store
