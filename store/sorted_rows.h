#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace isnad::store {

/// Rows on their way into sorted table files: gathered in memory in whatever order, sorted when they are written.
class SortedRows {
 public:
  void add(Table table, RowKind kind, std::string_view key, std::string_view value);

  /// Keys, values and overhead.
  [[nodiscard]] std::size_t size_bytes() const { return bytes_; }

  /// Writes all rows into files in `folder`, and has the database take these in, all at once: a process that dies leaves all or
  /// nothing. Of rows with the same key the last one counts, and bags are added up. Empty afterwards.
  ///
  /// Requires: of a key, either bags or other rows.
  /// Throws: IoError, CorruptionError.
  /// Threads: works in two.
  void move_into(Database& database, const std::filesystem::path& folder);

 private:
  /// What stands before the key and the value of a row.
  struct Header {
    std::uint64_t key_size : 29;
    std::uint64_t value_size : 33;
    std::uint64_t kind : 2;
  };

  struct Row {
    RowKind kind = RowKind::kPut;
    std::string_view key;
    std::string_view value;
  };

  /// A row beside the first eight bytes of its key as a number: sorting looks at little else.
  struct Place {
    std::uint64_t beginning = 0;
    const char* bytes = nullptr;
  };

  /// Returns: where `size` bytes can stay.
  [[nodiscard]] char* room_for(std::size_t size);
  [[nodiscard]] static Row row_at(const Place& place);
  static void sort(std::vector<Place>& places);
  static void write(const std::vector<Place>& places, TableFileWriter& writer);
  [[nodiscard]] std::vector<TableFile> write_files(const Database& database, const std::filesystem::path& folder);

  std::array<std::vector<Place>, kTableCount> places_;
  std::vector<std::unique_ptr<char[]>> arenas_;
  /// In the last of them.
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t bytes_ = 0;
};

}  // namespace isnad::store
