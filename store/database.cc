#include "store/database.h"

#include <rocksdb/cache.h>
#include <rocksdb/db.h>
#include <rocksdb/iterator.h>
#include <rocksdb/options.h>
#include <rocksdb/slice.h>
#include <rocksdb/snapshot.h>
#include <rocksdb/write_batch.h>

#include <algorithm>
#include <system_error>
#include <utility>
#include <vector>

#include "graph/model/error.h"
#include "store/database_impl.h"
#include "store/key_codec.h"
#include "store/status.h"

namespace isnad::store {

namespace {

// What a document of some length needs.
constexpr std::size_t kBatchBytes = std::size_t{16} << 10;

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }

std::string_view view(const rocksdb::Slice& bytes) { return {bytes.data(), bytes.size()}; }

}  // namespace

struct Batch::Impl {
  const Database::Impl* database;
  rocksdb::WriteBatch batch{kBatchBytes};
};

Batch::Batch(const Database& database) : impl_(std::make_unique<Impl>()) { impl_->database = database.impl_.get(); }
Batch::~Batch() = default;
Batch::Batch(Batch&&) noexcept = default;
Batch& Batch::operator=(Batch&&) noexcept = default;

// A WriteBatch in memory refuses nothing that fits into memory, so its statuses say nothing.
void Batch::put(Table table, std::string_view key, std::string_view value) {
  impl_->batch.Put(impl_->database->table(table), slice(key), slice(value)).PermitUncheckedError();
}

void Batch::erase(Table table, std::string_view key) {
  impl_->batch.Delete(impl_->database->table(table), slice(key)).PermitUncheckedError();
}

void Batch::add(Table table, std::string_view key, std::string_view bag) {
  impl_->batch.Merge(impl_->database->table(table), slice(key), slice(bag)).PermitUncheckedError();
}

void Batch::for_each(const std::function<void(Table, RowKind, std::string_view, std::string_view)>& row) const {
  class Handler : public rocksdb::WriteBatch::Handler {
   public:
    Handler(const Database::Impl& database, const std::function<void(Table, RowKind, std::string_view, std::string_view)>& row) : row_(row) {
      for (std::size_t i = 0; i < kTableCount; ++i) {
        const std::uint32_t id = database.open.handles[i]->GetID();
        if (tables_.size() <= id) tables_.resize(id + 1);
        tables_[id] = static_cast<Table>(i);
      }
    }
    rocksdb::Status PutCF(std::uint32_t id, const rocksdb::Slice& key, const rocksdb::Slice& value) override {
      row_(tables_[id], RowKind::kPut, view(key), view(value));
      return rocksdb::Status::OK();
    }
    rocksdb::Status MergeCF(std::uint32_t id, const rocksdb::Slice& key, const rocksdb::Slice& value) override {
      row_(tables_[id], RowKind::kAdd, view(key), view(value));
      return rocksdb::Status::OK();
    }
    rocksdb::Status DeleteCF(std::uint32_t id, const rocksdb::Slice& key) override {
      row_(tables_[id], RowKind::kErase, view(key), {});
      return rocksdb::Status::OK();
    }

   private:
    const std::function<void(Table, RowKind, std::string_view, std::string_view)>& row_;
    std::vector<Table> tables_;
  };
  Handler handler(*impl_->database, row);
  impl_->batch.Iterate(&handler).PermitUncheckedError();
}

void Batch::clear() { impl_->batch.Clear(); }

std::size_t Batch::size_bytes() const { return impl_->batch.GetDataSize(); }

Database::Snapshot::Snapshot(const Database& database) : database_(database), handle_(database.impl_->db().GetSnapshot()) {}

Database::Snapshot::~Snapshot() { database_.impl_->db().ReleaseSnapshot(static_cast<const rocksdb::Snapshot*>(handle_)); }

struct Database::Cursor::Impl {
  const std::filesystem::path* path;
  std::string end;
  rocksdb::Slice upper_bound;
  std::unique_ptr<rocksdb::Iterator> iterator;
};

Database::Cursor::Cursor(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Database::Cursor::~Cursor() = default;
Database::Cursor::Cursor(Cursor&&) noexcept = default;

bool Database::Cursor::valid() const {
  if (impl_->iterator->Valid()) return true;
  check(impl_->iterator->status(), *impl_->path);
  return false;
}

void Database::Cursor::next() { impl_->iterator->Next(); }
void Database::Cursor::seek(std::string_view key) { impl_->iterator->Seek(slice(key)); }
std::string_view Database::Cursor::key() const { return view(impl_->iterator->key()); }
std::string_view Database::Cursor::value() const { return view(impl_->iterator->value()); }

Database::~Database() = default;

std::optional<std::string> Database::get(Table table, std::string_view key, const Snapshot* snapshot) const {
  rocksdb::ReadOptions options;
  if (snapshot != nullptr) options.snapshot = static_cast<const rocksdb::Snapshot*>(snapshot->handle_);
  std::string value;
  const rocksdb::Status status = impl_->db().Get(options, impl_->table(table), slice(key), &value);
  if (status.IsNotFound()) return std::nullopt;
  check(status, path_);
  return value;
}

void Database::get_many(Table table, std::span<const std::string> keys, const Snapshot* snapshot,
                        const std::function<void(std::size_t, std::optional<std::string_view>)>& got) const {
  constexpr std::size_t kAtOnce = 256;
  rocksdb::ReadOptions options;
  if (snapshot != nullptr) options.snapshot = static_cast<const rocksdb::Snapshot*>(snapshot->handle_);
  std::vector<rocksdb::Slice> slices;
  std::vector<rocksdb::PinnableSlice> values(std::min(kAtOnce, keys.size()));
  std::vector<rocksdb::Status> statuses(values.size());
  for (std::size_t begin = 0; begin < keys.size(); begin += kAtOnce) {
    const std::size_t count = std::min(kAtOnce, keys.size() - begin);
    slices.clear();
    for (std::size_t i = 0; i < count; ++i) slices.push_back(slice(keys[begin + i]));
    impl_->db().MultiGet(options, impl_->table(table), count, slices.data(), values.data(), statuses.data(), true);
    for (std::size_t i = 0; i < count; ++i) {
      if (statuses[i].IsNotFound()) {
        got(begin + i, std::nullopt);
      } else {
        check(statuses[i], path_);
        got(begin + i, view(values[i]));
      }
      values[i].Reset();
    }
  }
}

Database::Cursor Database::scan(Table table, std::string_view prefix, const Snapshot& snapshot, bool bulk) const {
  auto cursor = std::make_unique<Cursor::Impl>();
  cursor->path = &path_;
  cursor->end = prefix_end(prefix);
  rocksdb::ReadOptions options;
  options.snapshot = static_cast<const rocksdb::Snapshot*>(snapshot.handle_);
  options.fill_cache = !bulk;
  if (!cursor->end.empty()) {
    cursor->upper_bound = slice(cursor->end);
    options.iterate_upper_bound = &cursor->upper_bound;
  }
  cursor->iterator.reset(impl_->db().NewIterator(options, impl_->table(table)));
  cursor->iterator->Seek(slice(prefix));
  return Cursor(std::move(cursor));
}

void Database::write(const Batch& batch) {
  check(impl_->db().Write(rocksdb::WriteOptions(), &batch.impl_->batch), path_);
}

void Database::flush() {
  check(impl_->db().FlushWAL(true), path_);
  check(impl_->db().Flush(rocksdb::FlushOptions(), impl_->open.handles), path_);
}

void Database::compact() {
  for (rocksdb::ColumnFamilyHandle* table : impl_->open.handles) {
    rocksdb::CompactRangeOptions options;
    options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
    check(impl_->db().CompactRange(options, table, nullptr, nullptr), path_);
  }
}

std::uint64_t Database::size_bytes() const {
  std::uint64_t bytes = 0;
  std::error_code ignored;  // a writer may delete files while they are counted
  for (auto entry = std::filesystem::directory_iterator(path_, ignored); entry != std::filesystem::directory_iterator();
       entry.increment(ignored)) {
    const std::uint64_t size = entry->file_size(ignored);
    if (!ignored) bytes += size;
    ignored.clear();
  }
  return bytes;
}

std::uint64_t Database::size_bytes(Table table) const {
  std::uint64_t bytes = 0;
  impl_->db().GetIntProperty(impl_->table(table), rocksdb::DB::Properties::kTotalSstFilesSize, &bytes);
  return bytes;
}

std::uint64_t Database::memory_bytes() const {
  std::uint64_t bytes = impl_->cache->GetUsage();
  for (rocksdb::ColumnFamilyHandle* table : impl_->open.handles) {
    for (const std::string* name : {&rocksdb::DB::Properties::kSizeAllMemTables, &rocksdb::DB::Properties::kEstimateTableReadersMem}) {
      std::uint64_t part = 0;
      if (impl_->db().GetIntProperty(table, *name, &part)) bytes += part;
    }
  }
  return bytes;
}

}  // namespace isnad::store
