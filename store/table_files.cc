// Sorted table files: written beside the database, then taken in.

#include <rocksdb/db.h>
#include <rocksdb/env.h>
#include <rocksdb/options.h>
#include <rocksdb/sst_file_writer.h>

#include <string>
#include <utility>

#include "store/database_impl.h"
#include "store/database_options.h"
#include "store/status.h"

namespace isnad::store {

namespace {

constexpr std::uint64_t kFileBytes = std::uint64_t{64} << 20;

rocksdb::Slice slice(std::string_view bytes) { return {bytes.data(), bytes.size()}; }

}  // namespace

struct TableFileWriter::Impl {
  const Database& database;
  Table table;
  std::filesystem::path folder;
  rocksdb::Options options;
  std::unique_ptr<rocksdb::SstFileWriter> writer;
  std::vector<TableFile> files;

  void close() {
    if (!writer) return;
    check(writer->Finish(), folder);
    writer.reset();
  }

  void open(rocksdb::ColumnFamilyHandle* handle) {
    const std::string name = std::string(kTableNames[static_cast<std::size_t>(table)]) + '-' + std::to_string(files.size()) + ".sst";
    files.push_back({table, folder / name});
    writer = std::make_unique<rocksdb::SstFileWriter>(rocksdb::EnvOptions(), options, handle);
    check(writer->Open(files.back().path.string()), folder);
  }
};

TableFileWriter::TableFileWriter(const Database& database, Table table, std::filesystem::path folder)
    : impl_(std::make_unique<Impl>(Impl{database, table, std::move(folder), {}, {}, {}})) {
  set_database_options(impl_->options, OpenMode::kReadWrite);
  set_table_options(impl_->options, table, database.impl_->cache);
}

TableFileWriter::~TableFileWriter() = default;

void TableFileWriter::add(RowKind kind, std::string_view key, std::string_view value) {
  if (impl_->writer && impl_->writer->FileSize() >= kFileBytes) impl_->close();
  if (!impl_->writer) impl_->open(impl_->database.impl_->table(impl_->table));
  rocksdb::SstFileWriter& writer = *impl_->writer;
  switch (kind) {
    case RowKind::kPut: check(writer.Put(slice(key), slice(value)), impl_->folder); return;
    case RowKind::kAdd: check(writer.Merge(slice(key), slice(value)), impl_->folder); return;
    case RowKind::kErase: check(writer.Delete(slice(key)), impl_->folder); return;
  }
}

std::vector<TableFile> TableFileWriter::finish() {
  impl_->close();
  return std::move(impl_->files);
}

void Database::ingest(const std::vector<TableFile>& files) {
  std::vector<rocksdb::IngestExternalFileArg> arguments;
  for (const TableFile& file : files) {
    rocksdb::ColumnFamilyHandle* handle = impl_->table(file.table);
    if (arguments.empty() || arguments.back().column_family != handle) {
      arguments.emplace_back();
      arguments.back().column_family = handle;
      arguments.back().options.move_files = true;
      arguments.back().options.write_global_seqno = false;
    }
    arguments.back().external_files.push_back(file.path.string());
  }
  if (!arguments.empty()) check(impl_->db().IngestExternalFiles(arguments), path_);
}

}  // namespace isnad::store
