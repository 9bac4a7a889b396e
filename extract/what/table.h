#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::what {

/// One line of a table of `extract/lexicon/what`.
struct TableRow {
  std::uint64_t line = 0;
  /// As many as the header names; `-` in the file is read as empty.
  std::vector<std::string_view> cells;
};

/// Reads a tab-separated table whose first line is `#` and the column names. Comment lines (`#`) and empty ones are skipped.
///
/// Requires: `columns` as in the file, in order.
/// Throws: IoError when the file cannot be read; FormatError when the header or a line's number of cells is another.
/// Lifetime: the cells live as long as the call of `visit`.
void read_table(const std::filesystem::path& path, const std::vector<std::string_view>& columns,
                const std::function<void(const TableRow&)>& visit);

/// Returns: the alternatives of a cell (`a|b|c`), blanks around them cut off; none of an empty cell.
[[nodiscard]] std::vector<std::string_view> alternatives(std::string_view cell, char separator = '|');

}  // namespace isnad::what
