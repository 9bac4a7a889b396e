#include "extract/what/table.h"

#include <fstream>
#include <iterator>

#include "graph/model/error.h"

namespace isnad::what {

namespace {

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

}  // namespace

void read_table(const std::filesystem::path& path, const std::vector<std::string_view>& columns,
                const std::function<void(const TableRow&)>& visit) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw IoError(path.string() + ": cannot be read");
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};

  TableRow row;
  bool header = false;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find('\n', begin);
    if (end == std::string::npos) end = text.size();
    std::string_view line = std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
    ++row.line;
    if (!header) {
      header = true;
      if (!line.starts_with("#")) throw FormatError(path.string(), row.line, "the first line must be # and the column names");
      split(line.substr(1), row.cells);
      if (row.cells != columns) throw FormatError(path.string(), row.line, "these are not the expected columns");
      continue;
    }
    if (trimmed(line).empty() || line.front() == '#') continue;
    split(line, row.cells);
    if (row.cells.size() != columns.size()) {
      throw FormatError(path.string(), row.line,
                        std::to_string(row.cells.size()) + " columns instead of " + std::to_string(columns.size()));
    }
    visit(row);
  }
}

std::vector<std::string_view> alternatives(std::string_view cell, char separator) {
  std::vector<std::string_view> out;
  while (!cell.empty()) {
    const std::size_t bar = cell.find(separator);
    const std::string_view part = trimmed(cell.substr(0, bar));
    if (!part.empty()) out.push_back(part);
    if (bar == std::string_view::npos) break;
    cell.remove_prefix(bar + 1);
  }
  return out;
}

}  // namespace isnad::what
