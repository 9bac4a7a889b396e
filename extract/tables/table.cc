#include "extract/tables/table.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "graph/model/error.h"

namespace isnad::tables {

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError(path.string() + ": " + std::strerror(errno));
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (in.bad()) throw IoError(path.string() + ": cannot be read");
  return bytes;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \r") - first + 1);
}

void split(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  for (;;) {
    const std::size_t tab = line.find('\t');
    const std::string_view cell = trimmed(line.substr(0, tab));
    cells.push_back(cell == "-" ? std::string_view{} : cell);
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

void check_header(std::string_view line, const std::vector<std::string_view>& columns, Row& row) {
  if (line.starts_with('#')) {
    split(line.substr(1), row.cells);
    if (row.cells == columns) return;
  }
  std::string expected = "#";
  for (const auto column : columns) expected.append(expected.size() == 1 ? "" : "\t").append(column);
  row.fail("the first line must be `" + expected + "`");
}

void check_row(std::size_t columns, ShortRows short_rows, Row& row) {
  const std::size_t cells = row.cells.size();
  if (cells > columns || (cells < columns && short_rows == ShortRows::kForbidden)) {
    const std::string at_most = short_rows == ShortRows::kAllowed ? "at most " : "";
    row.fail("has " + std::to_string(cells) + " cells instead of " + at_most + std::to_string(columns));
  }
  if (row.cells.front().empty()) row.fail("the first cell is empty");
  row.cells.resize(columns);
}

}  // namespace

void Row::fail(const std::string& what) const { throw FormatError(std::string(file), line, what); }

void read_table(const std::filesystem::path& path, const std::vector<std::string_view>& columns,
                const std::function<void(const Row&)>& visit, ShortRows short_rows) {
  const std::string text = read_file(path);
  const std::string file = path.string();
  Row row;
  row.file = file;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (++row.line == 1) {
      check_header(line, columns, row);
    } else if (!line.starts_with('#') && !trimmed(line).empty()) {
      split(line, row.cells);
      check_row(columns.size(), short_rows, row);
      visit(row);
    }
  }
  if (row.line == 0) row.fail("is empty");
}

std::vector<std::string_view> alternatives(std::string_view cell, char separator) {
  std::vector<std::string_view> out;
  while (!cell.empty()) {
    const std::size_t end = cell.find(separator);
    const std::string_view part = trimmed(cell.substr(0, end));
    if (!part.empty()) out.push_back(part);
    if (end == std::string_view::npos) break;
    cell.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace isnad::tables
