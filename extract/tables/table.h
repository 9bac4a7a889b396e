#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::tables {

/// One line of a table below `extract/lexicon`.
struct Row {
  std::string_view file;
  /// In its file, from 1.
  std::uint64_t line = 0;
  /// As many as there are columns, without blanks around them; `-` in the file is read as empty. The first is never empty.
  std::vector<std::string_view> cells;

  /// Throws: FormatError with `what`, the file and the line.
  [[noreturn]] void fail(const std::string& what) const;
};

enum class ShortRows : std::uint8_t {
  kForbidden,
  /// A row may leave out empty cells at its end.
  kAllowed,
};

/// Reads a tab-separated UTF-8 table whose first line is `#` and the names of its columns. Further lines that begin with `#`
/// are comments, empty ones nothing; a carriage return at the end of a line is dropped.
///
/// Requires: `columns` as in the file, in order.
/// Throws: IoError when the file cannot be read; FormatError naming file and line when the header is another, a row has too
/// many or too few cells, or its first cell is empty; what `visit` throws.
/// Lifetime: a row and its cells live as long as the call of `visit`.
void read_table(const std::filesystem::path& path, const std::vector<std::string_view>& columns,
                const std::function<void(const Row&)>& visit, ShortRows short_rows = ShortRows::kForbidden);

/// Returns: the alternatives of a cell (`a|b|c`), blanks around them and empty ones dropped; none of an empty cell.
/// Lifetime: as long as the bytes of `cell`.
[[nodiscard]] std::vector<std::string_view> alternatives(std::string_view cell, char separator = '|');

}  // namespace isnad::tables
