#include "extract/who/table.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

#include "graph/model/error.h"

namespace isnad::who {

namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError(path.string() + ": " + std::strerror(errno));
  std::ostringstream bytes;
  bytes << in.rdbuf();
  return std::move(bytes).str();
}

std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = line.find(separator);
    parts.emplace_back(line.substr(0, end));
    if (end == std::string_view::npos) return parts;
    line.remove_prefix(end + 1);
  }
}

void check_header(const std::filesystem::path& path, std::string_view line, const std::vector<std::string_view>& columns) {
  std::string expected = "#";
  for (std::size_t i = 0; i < columns.size(); ++i) expected.append(i == 0 ? "" : "\t").append(columns[i]);
  if (line != expected) throw FormatError(path.string(), 1, "the first line must be `" + expected + "`");
}

}  // namespace

Table read_table(const std::filesystem::path& path, const std::vector<std::string_view>& columns) {
  const std::string bytes = read_file(path);
  Table table{path, {}};
  std::uint64_t number = 0;
  std::string_view rest = bytes;
  while (!rest.empty()) {
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (++number == 1) {
      check_header(path, line, columns);
      continue;
    }
    if (line.empty() || line.front() == '#') continue;
    TableRow row{number, split(line, '\t')};
    if (row.cells.size() > columns.size()) {
      throw FormatError(
          path.string(), number,
          "has " + std::to_string(row.cells.size()) + " cells, at most " + std::to_string(columns.size()) + " are meant");
    }
    if (row.cells.front().empty()) throw FormatError(path.string(), number, "the first cell is empty");
    row.cells.resize(columns.size());
    table.rows.push_back(std::move(row));
  }
  if (number == 0) throw FormatError(path.string(), 0, "is empty");
  return table;
}

std::vector<std::string> split_list(std::string_view cell) {
  std::vector<std::string> parts;
  for (auto& part : split(cell, '|')) {
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace isnad::who
