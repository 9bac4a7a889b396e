#include <catch2/catch.hpp>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "extract/data_files.h"
#include "extract/tables/table.h"
#include "extract/who/lexicon.h"
#include "extract/who/word_fold.h"

using isnad::who::fold_atoms;
using isnad::who::is_arabic;

namespace {

const std::vector<std::string_view> kEntryColumns = {"key", "type", "name_ar", "name_en", "aliases_ar", "aliases_en", "country"};
const std::vector<std::string_view> kCountryColumns = {"key",        "iso2",       "name_ar",      "name_en",
                                                       "aliases_ar", "aliases_en", "capital_ar",   "capital_en",
                                                       "nisba_ar",   "people_ar",  "adjective_en", "people_en"};

struct Row {
  std::uint64_t line = 0;
  std::vector<std::string> cells;
};

std::vector<Row> read(const std::string& file, const std::vector<std::string_view>& columns) {
  std::vector<Row> rows;
  const auto keep = [&](const isnad::tables::Row& row) { rows.push_back({row.line, {row.cells.begin(), row.cells.end()}}); };
  isnad::tables::read_table(isnad::data_file("lexicon/who/" + file), columns, keep, isnad::tables::ShortRows::kAllowed);
  return rows;
}

std::vector<std::string> split_list(std::string_view cell) {
  const auto parts = isnad::tables::alternatives(cell);
  return {parts.begin(), parts.end()};
}

/// A name of an entry as it is looked up, with what the tables say of it.
struct Name {
  std::string file;
  std::uint64_t line = 0;
  std::string key;
  std::string type;
  std::string name;
  bool is_marked = false;
};

std::string where(const Name& name) { return name.file + ":" + std::to_string(name.line) + ": " + name.name; }

void collect(std::vector<Name>& out, const std::string& file, std::uint64_t line, const std::string& key, const std::string& type,
             const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const std::size_t start = name.find_first_not_of("~!");
    out.push_back({file, line, key, type, name.substr(start == std::string::npos ? name.size() : start), start != 0});
  }
}

std::vector<Name> all_names(bool arabic) {
  std::vector<Name> names;
  const std::size_t canonical = arabic ? 2 : 3;
  for (const auto& row : read("countries.tsv", kCountryColumns)) {
    collect(names, "countries.tsv", row.line, row.cells[0], "GPE", {row.cells[canonical]});
    collect(names, "countries.tsv", row.line, row.cells[0], "GPE", split_list(row.cells[canonical + 2]));
    // A city state is its own capital.
    const std::string capital = row.cells[7] == row.cells[3] ? row.cells[0] : "capital of " + row.cells[0];
    collect(names, "countries.tsv", row.line, capital, "GPE", split_list(row.cells[canonical + 4]));
  }
  for (const std::string file : {"organisations.tsv", "groups.tsv", "people.tsv", "places.tsv"}) {
    for (const auto& row : read(file, kEntryColumns)) {
      collect(names, file, row.line, row.cells[0], row.cells[1], {row.cells[canonical]});
      collect(names, file, row.line, row.cells[0], row.cells[1], split_list(row.cells[canonical + 2]));
    }
  }
  return names;
}

bool is_date(const std::string& date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  for (std::size_t i = 0; i < date.size(); ++i) {
    if ((i == 4 || i == 7) ? date[i] != '-' : (date[i] < '0' || date[i] > '9')) return false;
  }
  const auto number = [&](std::size_t at) { return (date[at] - '0') * 10 + (date[at + 1] - '0'); };
  return (date.size() < 7 || (number(5) >= 1 && number(5) <= 12)) && (date.size() < 10 || (number(8) >= 1 && number(8) <= 31));
}

}  // namespace

TEST_CASE("lexicon tables: load without a contradiction", "[extract][who][lexicon]") {
  const isnad::who::Lexicon lexicon;
  CHECK(lexicon.entries().size() > 1500);
  CHECK(lexicon.terms().size() > 400);
}

TEST_CASE("lexicon tables: cells hold what their columns promise", "[extract][who][lexicon]") {
  for (const bool arabic : {true, false}) {
    for (const Name& name : all_names(arabic)) {
      INFO(where(name));
      CHECK(!name.name.empty());
      CHECK(!fold_atoms(name.name).empty());
      CHECK(name.name.front() != ' ');
      CHECK(name.name.back() != ' ');
      CHECK(name.name.find("  ") == std::string::npos);
      CHECK(name.name.find(';') == std::string::npos);
      // Arabic columns may hold Latin abbreviations (M5, CNN), English ones no Arabic.
      if (!arabic) CHECK(!is_arabic(name.name));
    }
  }
  for (const std::string file : {"organisations.tsv", "groups.tsv", "people.tsv", "places.tsv"}) {
    for (const auto& row : read(file, kEntryColumns)) {
      INFO(file << ":" << row.line);
      CHECK(is_arabic(row.cells[2]));
      CHECK(row.cells[0].find(' ') == std::string::npos);
    }
  }
  for (const auto& row : read("countries.tsv", kCountryColumns)) {
    INFO("countries.tsv:" << row.line);
    CHECK(is_arabic(row.cells[2]));
    CHECK(row.cells[1].size() == 2);
    for (const std::string& nisba : split_list(row.cells[8])) CHECK(is_arabic(nisba));
  }
}

TEST_CASE("lexicon tables: no name means two entries of one type unless it is marked", "[extract][who][lexicon]") {
  for (const bool arabic : {true, false}) {
    std::map<std::pair<std::string, std::string>, Name> seen;
    for (const Name& name : all_names(arabic)) {
      if (name.is_marked) continue;
      std::string folded;
      for (const auto& atom : fold_atoms(name.name)) folded += (atom.upper || arabic ? " " : " _") + atom.text;
      const auto [at, added] = seen.try_emplace({name.type, folded}, name);
      if (added || at->second.key == name.key) continue;
      INFO(where(at->second) << " (" << at->second.key << ") and " << where(name) << " (" << name.key << ")");
      CHECK(at->second.key == name.key);
    }
  }
}

TEST_CASE("lexicon tables: terms of office have dates in order and targets that exist", "[extract][who][lexicon]") {
  const isnad::who::Lexicon lexicon;
  std::set<std::string> kinds;
  for (const auto& kind : lexicon.kinds()) kinds.insert(kind.slug);
  for (const auto& row : read("offices.tsv", {"holder", "office", "of", "from", "to"})) {
    INFO("offices.tsv:" << row.line);
    CHECK(is_date(row.cells[3]));
    if (!row.cells[4].empty()) {
      CHECK(is_date(row.cells[4]));
      CHECK(row.cells[3] <= row.cells[4]);
    }
    // A target is an entry, or a kind of one: `org:ministry-of-defence:russia`.
    const std::string& target = row.cells[2];
    if (lexicon.find(target)) continue;
    const std::size_t first = target.find(':');
    const std::size_t last = target.rfind(':');
    REQUIRE(last > first);
    CHECK(kinds.contains(target.substr(first + 1, last - first - 1)));
    CHECK(lexicon.find("gpe:" + target.substr(last + 1)).has_value());
  }
}

TEST_CASE("lexicon tables: nobody shares a country's highest post for long", "[extract][who][lexicon]") {
  // Two holders of one post on one day leave the title open; more than a short overlap is a slip.
  const auto rows = read("offices.tsv", {"holder", "office", "of", "from", "to"});
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t k = i + 1; k < rows.size(); ++k) {
      const auto& a = rows[i].cells;
      const auto& b = rows[k].cells;
      if (a[1] != b[1] || a[2] != b[2] || a[0] == b[0] || (a[1] != "president" && a[1] != "prime-minister" && a[1] != "king"))
        continue;
      const auto later_than = [](const std::string& end, const std::string& start) {
        return end.empty() || end.substr(0, start.size()) > start;
      };
      INFO("offices.tsv:" << rows[i].line << " and " << rows[k].line);
      CHECK_FALSE((later_than(a[4], b[3]) && later_than(b[4], a[3])));
    }
  }
}
