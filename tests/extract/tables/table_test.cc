#include "extract/tables/table.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "tests/support/temporary_folder.h"

using isnad::tables::alternatives;
using isnad::tables::ShortRows;

namespace {

using Cells = std::vector<std::string>;

/// Reads `text` as a table of the columns `a` and `b`. Returns: its rows, the line number before the cells.
std::vector<Cells> rows_of(const std::string& text, ShortRows short_rows = ShortRows::kForbidden) {
  const isnad::testing::TemporaryFolder folder;
  const auto path = folder.path() / "t.tsv";
  std::ofstream(path, std::ios::binary) << text;
  std::vector<Cells> rows;
  const auto visit = [&](const isnad::tables::Row& row) {
    CHECK(row.file == path.string());
    rows.emplace_back().push_back(std::to_string(row.line));
    rows.back().insert(rows.back().end(), row.cells.begin(), row.cells.end());
  };
  isnad::tables::read_table(path, {"a", "b"}, visit, short_rows);
  return rows;
}

}  // namespace

TEST_CASE("table: cells, comments, empty lines, carriage returns", "[extract][tables]") {
  CHECK(rows_of("#a\tb\n").empty());
  CHECK(rows_of("#a\tb\r\n# note\r\n\r\n\nx y\t-\r\n u \tv") == std::vector<Cells>{{"5", "x y", ""}, {"6", "u", "v"}});
}

TEST_CASE("table: a row leaves out empty cells at its end only where it may", "[extract][tables]") {
  CHECK(rows_of("#a\tb\nx\ty\nz\n", ShortRows::kAllowed) == std::vector<Cells>{{"2", "x", "y"}, {"3", "z", ""}});
  CHECK_THROWS_WITH(rows_of("#a\tb\n# note\nx\ty\nz\n"), Catch::Contains("t.tsv:4"));
}

TEST_CASE("table: faults name file and line", "[extract][tables]") {
  CHECK_THROWS_AS(isnad::tables::read_table("/nonexistent/t.tsv", {"a"}, [](const auto&) {}), isnad::IoError);
  CHECK_THROWS_AS(rows_of(""), isnad::FormatError);
  CHECK_THROWS_WITH(rows_of("a\tb\n"), Catch::Contains("t.tsv:1"));
  CHECK_THROWS_WITH(rows_of("#a\tc\nx\ty\n"), Catch::Contains("t.tsv:1"));
  for (const ShortRows short_rows : {ShortRows::kForbidden, ShortRows::kAllowed}) {
    CHECK_THROWS_WITH(rows_of("#a\tb\nx\ty\nx\ty\tz\n", short_rows), Catch::Contains("t.tsv:3"));
    CHECK_THROWS_WITH(rows_of("#a\tb\n\ty\n", short_rows), Catch::Contains("t.tsv:2"));
  }
}

TEST_CASE("table: a row's own fault is named as the reader's are", "[extract][tables]") {
  isnad::tables::Row row;
  row.file = "folder/t.tsv";
  row.line = 7;
  CHECK_THROWS_AS(row.fail("no such kind"), isnad::FormatError);
  CHECK_THROWS_WITH(row.fail("no such kind"), Catch::Contains("folder/t.tsv:7") && Catch::Contains("no such kind"));
}

TEST_CASE("table: alternatives", "[extract][tables]") {
  using Parts = std::vector<std::string_view>;
  CHECK(alternatives("x | y||z|") == Parts{"x", "y", "z"});
  CHECK(alternatives("x y") == Parts{"x y"});
  CHECK(alternatives("x  y", ' ') == Parts{"x", "y"});
  CHECK(alternatives("").empty());
  CHECK(alternatives(" | ").empty());
}
