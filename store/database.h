#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace isnad::store {

/// The tables (RocksDB's column families) of docs/store_format.md.
enum class Table : std::uint8_t {
  kMeta,
  kDocuments,
  kTexts,
  kSentences,
  kMentions,
  kClaims,
  kEntities,
  kAliases,
  kNumbers,
  kSpo,
  kPos,
  kOsp,
  kSpeakers,
};

/// `meta` lies in the column family that RocksDB insists on.
inline constexpr std::array<std::string_view, 13> kTableNames = {"default",  "documents", "texts",   "sentences", "mentions",
                                                                 "claims",   "entities",  "aliases", "numbers",   "spo",
                                                                 "pos",      "osp",       "speakers"};
inline constexpr std::size_t kTableCount = kTableNames.size();

/// The row of `kMeta` that holds the format version.
inline constexpr std::string_view kFormatKey = "format";

class Database;

enum class RowKind : std::uint8_t {
  kPut,
  /// Adds an encoded `Bag` to the one in the row.
  kAdd,
  kErase,
};

/// Changes that happen together or not at all.
class Batch {
 public:
  /// Lifetime: not beyond the database's.
  explicit Batch(const Database& database);
  ~Batch();
  Batch(Batch&&) noexcept;
  Batch& operator=(Batch&&) noexcept;

  void put(Table table, std::string_view key, std::string_view value);
  void erase(Table table, std::string_view key);

  /// Adds an encoded `Bag` to the one in the row, reading nothing. Requires: kEntities or kAliases.
  void add(Table table, std::string_view key, std::string_view bag);

  /// Keys, values and overhead so far.
  [[nodiscard]] std::size_t size_bytes() const;

  /// Calls `row` for each change in turn.
  void for_each(const std::function<void(Table table, RowKind kind, std::string_view key, std::string_view value)>& row) const;

  void clear();

 private:
  friend class Database;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// A file of sorted rows of one table, which a database can take in.
struct TableFile {
  Table table = Table::kMeta;
  std::filesystem::path path;
};

/// Writes rows, which come in ascending order of their keys, into files as a database has them.
class TableFileWriter {
 public:
  /// Lifetime: not beyond the database's.
  TableFileWriter(const Database& database, Table table, std::filesystem::path folder);
  ~TableFileWriter();
  TableFileWriter(const TableFileWriter&) = delete;
  TableFileWriter& operator=(const TableFileWriter&) = delete;

  /// Throws: IoError, as `finish` does.
  void add(RowKind kind, std::string_view key, std::string_view value);

  /// Returns: the files, which are durable.
  [[nodiscard]] std::vector<TableFile> finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// All that `store` needs of RocksDB, and the only place (with status.h) that knows it.
///
/// Throws: IoError, CorruptionError from any method, naming the database's path.
/// Threads: all methods from several threads at once.
class Database {
 public:
  /// `oldest_format`: what is read at least; for migration alone less than `kFormatVersion`.
  /// Throws: IoError, CorruptionError as `Store` says.
  Database(const std::filesystem::path& path, OpenMode mode, std::uint32_t oldest_format = kFormatVersion);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  /// A state that later writes do not change. Lifetime: not beyond the database's.
  class Snapshot {
   public:
    explicit Snapshot(const Database& database);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

   private:
    friend class Database;

    const Database& database_;
    const void* handle_;
  };

  /// Rows in key order. Lifetime: not beyond the snapshot's; `key` and `value` until `next`.
  class Cursor {
   public:
    ~Cursor();
    Cursor(Cursor&&) noexcept;

    /// Throws: CorruptionError, IoError when reading failed.
    [[nodiscard]] bool valid() const;
    void next();
    /// Goes on at the first row whose key is `key` or after it, within the prefix.
    void seek(std::string_view key);
    [[nodiscard]] std::string_view key() const;
    [[nodiscard]] std::string_view value() const;

   private:
    friend class Database;
    struct Impl;
    explicit Cursor(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
  };

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }
  [[nodiscard]] std::uint32_t format() const { return format_; }
  [[nodiscard]] bool writable() const { return mode_ != OpenMode::kReadOnly; }

  [[nodiscard]] std::optional<std::string> get(Table table, std::string_view key, const Snapshot* snapshot = nullptr) const;

  /// Calls `got(i, value)` for each key in turn; nothing where there is no row.
  ///
  /// Requires: keys in ascending order.
  void get_many(Table table, std::span<const std::string> keys, const Snapshot* snapshot,
                const std::function<void(std::size_t, std::optional<std::string_view>)>& got) const;

  /// All rows whose key begins with `prefix`. `bulk`: do not displace what the cache holds.
  [[nodiscard]] Cursor scan(Table table, std::string_view prefix, const Snapshot& snapshot, bool bulk = false) const;

  void write(const Batch& batch);

  /// Takes in files that were written for it, over what it has: all at once, durably. Files of one table stand side by side; they
  /// are gone afterwards.
  void ingest(const std::vector<TableFile>& files);

  /// Makes all writes durable and moves them from the log into tables.
  void flush();

  void compact();

  /// Adds the present state to the backups in `folder`, and takes away all but the newest `keep` (0: none).
  ///
  /// Requires: opened for writing.
  /// Returns: the new backup's number.
  std::uint32_t back_up(const std::filesystem::path& folder, const std::string& description, std::uint32_t keep);

  [[nodiscard]] std::uint64_t size_bytes() const;
  [[nodiscard]] std::uint64_t size_bytes(Table table) const;

  /// Blocks in memory, memtables and table readers.
  [[nodiscard]] std::uint64_t memory_bytes() const;

 private:
  friend class Batch;
  friend class TableFileWriter;

  struct Impl;

  std::filesystem::path path_;
  OpenMode mode_;
  std::uint32_t format_ = kFormatVersion;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::store
