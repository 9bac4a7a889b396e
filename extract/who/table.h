#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::who {

/// One row of a shipped table.
struct TableRow {
  /// In its file, from 1.
  std::uint64_t line = 0;
  /// In the order of the columns that the reader asked for.
  std::vector<std::string> cells;
};

/// A tab-separated table as the lexicon keeps them: UTF-8, first line `#` and the columns' names, further `#` lines are
/// comments, empty lines nothing.
struct Table {
  std::filesystem::path path;
  std::vector<TableRow> rows;
};

/// Reads the columns `columns`, which must be the file's own, in the same order. A row may leave out empty cells at its end.
///
/// Throws: IoError when the file cannot be read; FormatError naming file and line when the header or a row does not fit.
[[nodiscard]] Table read_table(const std::filesystem::path& path, const std::vector<std::string_view>& columns);

/// Returns: the parts of a cell that `|` separates, empty ones left out.
[[nodiscard]] std::vector<std::string> split_list(std::string_view cell);

}  // namespace isnad::who
