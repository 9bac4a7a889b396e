#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
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
  void move_into(Database& database, const std::filesystem::path& folder);

 private:
  struct Row {
    /// The first eight bytes of the key as a number: most comparisons look no further.
    std::uint64_t beginning = 0;
    std::string_view key;
    std::string_view value;
    /// When it was added: later rows count.
    std::uint32_t turn = 0;
    RowKind kind = RowKind::kPut;
  };

  [[nodiscard]] std::string_view kept(std::string_view bytes);

  std::array<std::vector<Row>, kTableCount> rows_;
  std::deque<std::string> arena_;
  std::size_t bytes_ = 0;
};

}  // namespace isnad::store
