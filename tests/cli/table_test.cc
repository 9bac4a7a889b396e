#include "cli/table.h"

#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "cli/display_width.h"

using namespace isnad::cli;

namespace {

std::string written(const char* format, std::vector<TableColumn> columns, const std::vector<std::vector<TableCell>>& rows, std::size_t width = 0,
                    bool colours = false) {
  std::ostringstream out;
  TableWriter table(out, format, std::move(columns), width, colours);
  for (const auto& row : rows) table.row(row);
  table.finish();
  return out.str();
}

std::vector<TableColumn> name_and_count() {
  std::vector<TableColumn> columns = {{"name"}, {"n"}};
  columns[1].number = true;
  return columns;
}

}  // namespace

TEST_CASE("display width: marks take no cell, wide letters two", "[cli]") {
  CHECK(display_width("Idlib") == 5);
  CHECK(display_width("إدلب") == 4);
  CHECK(display_width("مُحَمَّد") == 4);
  CHECK(display_width("\u2068إدلب\u2069") == 4);
  CHECK(display_width("叙利亚") == 6);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("") == 0);
}

TEST_CASE("display width: cuts leave room for the dots and break no letter", "[cli]") {
  CHECK(cut_to_width("Idlib", 5) == "Idlib");
  CHECK(cut_to_width("Idlib", 4) == "Idl…");
  CHECK(cut_to_width("إدلب", 3) == "إد…");
  CHECK(cut_to_width("叙利亚", 4) == "叙…");
  CHECK(cut_to_width("Idlib", 1) == "…");
  CHECK(cut_to_width("Idlib", 0).empty());
  for (std::size_t cells = 0; cells < 8; ++cells) CHECK(display_width(cut_to_width("aمُ叙b\u0301cd", cells)) <= cells);
}

TEST_CASE("display width: only what runs from right to left is isolated", "[cli]") {
  CHECK(isolated("Idlib") == "Idlib");
  CHECK(isolated("إدلب") == "\u2068إدلب\u2069");
}

TEST_CASE("table: columns are as wide as their widest cell, numbers stand at the right", "[cli]") {
  const auto text = written("table", name_and_count(), {{"Idlib", count_cell(7)}, {"إدلب", count_cell(123)}});
  CHECK(text ==
        "name     n\n"
        "Idlib    7\n"
        "\u2068إدلب\u2069   123\n");
}

TEST_CASE("table: lines fit the terminal; keys are for programs", "[cli]") {
  auto columns = name_and_count();
  columns[0].may_shrink = true;
  columns.push_back({"key"});
  columns[2].for_programs = true;
  columns.push_back({"sentence"});
  const std::vector<std::vector<TableCell>> rows = {{"a very long name of an organisation", count_cell(5), "org:x", "and what is said about it in the news"}};
  for (const std::size_t width : {40, 60, 200}) {
    std::istringstream lines(written("table", columns, rows, width));
    for (std::string line; std::getline(lines, line);) {
      CHECK(display_width(line) <= width);
      CHECK(line.find("org:x") == std::string::npos);
    }
  }
}

TEST_CASE("table: what articles say cannot reach the terminal's controls, colours are asked for", "[cli]") {
  CHECK(written("table", {{"x"}}, {{"a\x1b[31mb\nc"}}).find('\x1b') == std::string::npos);
  CHECK(written("table", {{"x"}}, {{TableCell("a", Tone::kConflict)}}, 0, true).find("\x1b[31ma\x1b[0m") != std::string::npos);
}

TEST_CASE("table: the formats for programs keep values", "[cli]") {
  const std::vector<TableColumn> columns = {{"name"}, {"n"}, {"x"}, {"yes"}, {"all"}, {"none"}};
  const std::vector<std::vector<TableCell>> rows = {
      {"a,\t\"b\"", count_cell(3), TableValue(0.25), TableValue(true), TableValue(std::vector<std::string>{"p", "q"}), TableCell()}};
  CHECK(written("jsonl", columns, rows) == "{\"name\":\"a,\\t\\\"b\\\"\",\"n\":3,\"x\":0.25,\"yes\":true,\"all\":[\"p\",\"q\"],\"none\":null}\n");
  CHECK(written("csv", columns, rows) == "name,n,x,yes,all,none\n\"a,\t\"\"b\"\"\",3,0.25,yes,p; q,\n");
  CHECK(written("tsv", columns, rows) == "name\tn\tx\tyes\tall\tnone\na, \"b\"\t3\t0.25\tyes\tp; q\t\n");
  CHECK(written("json", columns, {}) == "[]\n");
  CHECK(written("csv", columns, {}) == "name,n,x,yes,all,none\n");
  CHECK(written("json", {{"a"}}, {{count_cell(1)}, {count_cell(2)}}) == "[\n{\"a\":1},\n{\"a\":2}\n]\n");
}
