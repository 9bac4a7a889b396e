#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/slice.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <set>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include "graph/model/error.h"
#include "store/database.h"
#include "store/database_impl.h"
#include "store/database_options.h"
#include "store/status.h"

namespace isnad::store {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCacheBytes = std::size_t{64} << 20;

[[noreturn]] void refuse(const fs::path& path, const std::string& why) { throw IoError(path.string() + ": " + why); }

bool begins_with_any(const std::string& name, std::initializer_list<std::string_view> beginnings) {
  return std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view beginning) { return name.starts_with(beginning); });
}

/// Whether it is among the first files that RocksDB makes: where there are only these, its making was cut short.
bool is_first_file(const std::string& name) {
  return begins_with_any(name, {"LOCK", "IDENTITY", "MANIFEST-"}) || name.ends_with(".dbtmp");
}

bool holds_data(const std::string& name) { return name.ends_with(".log") || name.ends_with(".sst"); }

enum class Found { kNothing, kDatabase };

/// Says what lies at `path`, before RocksDB makes or locks anything there.
Found look(const fs::path& path, OpenMode mode) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    if (mode != OpenMode::kCreate) refuse(path, "no database here");
    return Found::kNothing;
  }
  if (error) refuse(path, error.message());
  if (!fs::is_directory(status)) refuse(path, "not a database: a database is a folder");
  if (fs::exists(path / "CURRENT", error)) return Found::kDatabase;
  if (error) refuse(path, "permission denied");
  if (mode != OpenMode::kCreate) refuse(path, "no database here");
  fs::directory_iterator entries(path, error);
  if (error) refuse(path, "permission denied");
  for (const auto& entry : entries) {
    const std::string name = entry.path().filename().string();
    // RocksDB would start anew here and throw away what the files hold.
    if (holds_data(name)) throw CorruptionError(path.string() + ": the database is damaged: its file CURRENT is missing");
    if (!is_first_file(name)) refuse(path, "not a database: the folder holds other files, such as " + name);
  }
  return Found::kNothing;
}

void make_folder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) refuse(path, "cannot make the folder: " + error.message());
}

std::set<std::string> list_tables(const fs::path& path) {
  rocksdb::DBOptions options;
  set_database_options(options, OpenMode::kReadOnly);
  std::vector<std::string> names;
  check(rocksdb::DB::ListColumnFamilies(options, path.string(), &names), path);
  return {names.begin(), names.end()};
}

bool is_ours(const std::set<std::string>& tables) {
  return std::all_of(tables.begin(), tables.end(), [](const std::string& name) {
    return std::find(kTableNames.begin(), kTableNames.end(), name) != kTableNames.end();
  });
}

/// RocksDB takes it for damage, or for an error of the system, according to the moment.
bool says_that_a_file_is_gone(const rocksdb::Status& status) {
  const std::string text = status.ToString();
  return status.IsNotFound() || status.IsPathNotFound() || text.find("No such file") != std::string::npos ||
         text.find("Missing sst file") != std::string::npos;
}

std::set<std::string> logs_in(const fs::path& path) {
  std::set<std::string> names;
  std::error_code ignored;
  for (auto entry = fs::directory_iterator(path, ignored); !ignored && entry != fs::directory_iterator(); entry.increment(ignored)) {
    if (entry->path().extension() == ".log") names.insert(entry->path().filename().string());
  }
  return names;
}

/// Opens the given tables; handles come in their order.
OpenTables open_tables(const fs::path& path, OpenMode mode, const std::vector<Table>& tables,
                       const std::shared_ptr<rocksdb::Cache>& cache) {
  rocksdb::DBOptions options;
  set_database_options(options, mode);
  options.create_if_missing = mode == OpenMode::kCreate;
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  for (const Table table : tables) {
    families.emplace_back(std::string(kTableNames[static_cast<std::size_t>(table)]), rocksdb::ColumnFamilyOptions());
    set_table_options(families.back().options, table, cache);
  }
  OpenTables open;
  rocksdb::DB* db = nullptr;
  if (mode != OpenMode::kReadOnly) {
    check(rocksdb::DB::Open(options, path.string(), families, &open.handles, &db), path);
    open.db.reset(db);
    return open;
  }
  // A writer may delete a file between the moment when we learn of it and the moment when we open it: look again then.
  constexpr int kAttempts = 20;
  for (int attempt = 1;; ++attempt) {
    const std::set<std::string> logs = logs_in(path);
    const rocksdb::Status status = rocksdb::DB::OpenForReadOnly(options, path.string(), families, &open.handles, &db);
    const bool gone = says_that_a_file_is_gone(status);
    if (!gone || attempt == kAttempts) check(status, path);
    open.db.reset(status.ok() ? db : nullptr);
    // A log that vanished while we read the list of tables became a table that our list does not have.
    const std::set<std::string> left = logs_in(path);
    if (!gone && std::includes(left.begin(), left.end(), logs.begin(), logs.end())) return open;
    if (attempt == kAttempts) refuse(path, "another process changes it too fast to read it");
    open = OpenTables();
    std::this_thread::sleep_for(std::chrono::milliseconds(5 * attempt));
  }
}

std::vector<Table> all_tables() {
  std::vector<Table> tables;
  for (std::size_t i = 0; i < kTableCount; ++i) tables.push_back(static_cast<Table>(i));
  return tables;
}

/// Makes the tables that are not there yet, all at once: RocksDB writes its options anew after each that it makes alone.
void make_missing_tables(const fs::path& path, const std::shared_ptr<rocksdb::Cache>& cache, const std::set<std::string>& existing) {
  std::vector<Table> present = {Table::kMeta};
  std::vector<rocksdb::ColumnFamilyDescriptor> missing;
  for (const Table table : all_tables()) {
    const std::string name(kTableNames[static_cast<std::size_t>(table)]);
    if (table == Table::kMeta) continue;
    if (existing.contains(name)) {
      present.push_back(table);
    } else {
      missing.emplace_back(name, rocksdb::ColumnFamilyOptions());
      set_table_options(missing.back().options, table, cache);
    }
  }
  OpenTables open = open_tables(path, OpenMode::kCreate, present, cache);
  std::vector<rocksdb::ColumnFamilyHandle*> made;
  check(open.db->CreateColumnFamilies(missing, &made), path);
  open.handles.insert(open.handles.end(), made.begin(), made.end());
}

/// Returns: the format; 0 when the database does not say.
///
/// Throws: IoError when the format is newer than this program; CorruptionError when it is no number.
std::uint32_t known_format(const fs::path& path, rocksdb::DB& db, rocksdb::ColumnFamilyHandle* meta) {
  std::string value;
  const rocksdb::Status status = db.Get(rocksdb::ReadOptions(), meta, rocksdb::Slice(kFormatKey.data(), kFormatKey.size()), &value);
  if (status.IsNotFound()) return 0;
  check(status, path);
  std::uint32_t format = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), format);
  if (error != std::errc() || end != value.data() + value.size() || format == 0) {
    throw CorruptionError(path.string() + ": the database is damaged: its format is no number");
  }
  if (format > kFormatVersion) {
    refuse(path, "written by a newer version (format " + std::to_string(format) + "; this program knows up to " +
                     std::to_string(kFormatVersion) + ")");
  }
  return format;
}

bool is_empty(rocksdb::DB& db, rocksdb::ColumnFamilyHandle* table) {
  const std::unique_ptr<rocksdb::Iterator> row(db.NewIterator(rocksdb::ReadOptions(), table));
  row->SeekToFirst();
  return !row->Valid() && row->status().ok();
}

/// Looks into a database before anything writes to it, since a newer format may mean that our writing would damage it.
///
/// Returns: its format; 0 when its making was cut short before it said what it is.
std::uint32_t probe(const fs::path& path, const std::shared_ptr<rocksdb::Cache>& cache) {
  const OpenTables open = open_tables(path, OpenMode::kReadOnly, {Table::kMeta}, cache);
  const std::uint32_t format = known_format(path, *open.db, open.handles.front());
  if (format == 0 && !is_empty(*open.db, open.handles.front())) refuse(path, "not a database of this program");
  return format;
}

}  // namespace

Database::Database(const std::filesystem::path& path, OpenMode mode, std::uint32_t oldest_format) : path_(path), mode_(mode), impl_(std::make_unique<Impl>()) {
  impl_->cache = rocksdb::NewLRUCache(kCacheBytes, 4);
  bool complete = false;
  std::set<std::string> tables;
  if (look(path_, mode) == Found::kDatabase) {
    tables = list_tables(path_);
    const std::uint32_t format = probe(path_, impl_->cache);
    complete = format != 0;
    if (complete && format < oldest_format) {
      refuse(path_, "written by an older version (format " + std::to_string(format) + "); isnad migrate brings it to format " +
                        std::to_string(kFormatVersion));
    }
    if (complete) format_ = format;
    if (!complete && !is_ours(tables)) refuse(path_, "not a database of this program");
    if (!complete && mode != OpenMode::kCreate) refuse(path_, "no database here: its making was cut short");
    if (complete && tables.size() < kTableCount) throw CorruptionError(path_.string() + ": the database is damaged: tables are missing");
  } else {
    make_folder(path_);
  }
  if (!complete) make_missing_tables(path_, impl_->cache, tables);
  impl_->open = open_tables(path_, mode, all_tables(), impl_->cache);
  if (complete) return;
  // What the database is comes last: until then it counts as unfinished.
  rocksdb::WriteOptions durable;
  durable.sync = true;
  check(impl_->db().Put(durable, impl_->table(Table::kMeta), rocksdb::Slice(kFormatKey.data(), kFormatKey.size()),
                       std::to_string(kFormatVersion)),
        path_);
}

}  // namespace isnad::store
