#include "extract/what/date.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <string_view>

#include "extract/tables/table.h"
#include "extract/what/calendar.h"

namespace {

using isnad::Span;
using isnad::what::DateFinder;
using isnad::what::Granularity;
using isnad::what::TimeExpression;

const DateFinder& finder() {
  static const DateFinder instance;
  return instance;
}

/// One row of `dates.tsv`: the expression of those words has that value; without words the sentence has none.
bool is_right(const isnad::tables::Row& row, std::string& found) {
  const std::string_view sentence = row.cells[2];
  bool right = row.cells[3].empty();
  for (const TimeExpression& e : finder().find(sentence, row.cells[0], row.cells[1])) {
    found += " [" + std::string(e.span.of(sentence)) + " " + e.value + (e.until.empty() ? "" : " to " + e.until) + "]";
    if (row.cells[3].empty()) return false;
    right = right || (e.span.of(sentence) == row.cells[3] && e.value == row.cells[4] && e.until == row.cells[5]);
  }
  return right;
}

}  // namespace

TEST_CASE("dates: expressions in sentences resolve against publication", "[extract][what][date]") {
  const std::filesystem::path table = std::filesystem::path(ISNAD_TEST_DATA) / "dates.tsv";
  for (const std::string_view lang : {"ar", "en"}) {
    int rows = 0;
    int right = 0;
    std::string wrong;
    isnad::tables::read_table(table, {"lang", "published", "sentence", "words", "value", "until"},
                              [&](const isnad::tables::Row& row) {
                                if (row.cells[0] != lang) return;
                                ++rows;
                                std::string found;
                                if (is_right(row, found)) {
                                  ++right;
                                } else {
                                  wrong += "\n" + std::to_string(row.line) + ": " + std::string(row.cells[2]) + " ->" + found;
                                }
                              });
    INFO(lang << ": " << right << " of " << rows << " right" << wrong);
    CHECK(rows >= (lang == "ar" ? 150 : 80));
    CHECK(right == rows);
  }
}

TEST_CASE("dates: spans are bytes of the text", "[extract][what][date]") {
  const std::string text = "«في ١٧ سبتمبر ٢٠١٨» وصل";
  const auto found = finder().find(text, "ar", "");
  REQUIRE(found.size() == 1);
  CHECK(found.front().span.of(text) == "١٧ سبتمبر ٢٠١٨");
  CHECK(found.front().value == "2018-09-17");
}

TEST_CASE("dates: without publication only full dates are found", "[extract][what][date]") {
  CHECK(finder().find("وصل أمس الثلاثاء", "ar", "").empty());
  CHECK(finder().find("He arrived last week", "en", "").empty());
  CHECK(finder().find("He arrived in May 2014", "en", "").size() == 1);
  CHECK(finder().find("He arrived on Tuesday", "en", "not a date").empty());
}

TEST_CASE("dates: what has not happened yet looks ahead", "[extract][what][date]") {
  const auto weekday = finder().find("The leaders will meet on Friday", "en", "2018-09-19");
  REQUIRE(weekday.size() == 1);
  CHECK(weekday.front().value == "2018-09-14");
  CHECK(weekday.front().if_future == "2018-09-21");
  const auto month = finder().find("يجتمع المجلس في نوفمبر", "ar", "2018-09-19");
  REQUIRE(month.size() == 1);
  CHECK(month.front().if_future == "2018-11");
  CHECK(month.front().granularity == Granularity::kMonth);
}

TEST_CASE("dates: the Islamic calendar", "[extract][what][date]") {
  using isnad::what::day_value;
  using isnad::what::from_hijri;
  using isnad::what::hijri_year;
  CHECK(day_value(from_hijri(1, 1, 1)) == "0622-07-19");
  CHECK(day_value(from_hijri(1439, 9, 1)) == "2018-05-16");
  CHECK(day_value(from_hijri(1440, 1, 1)) == "2018-09-12");
  CHECK(hijri_year(*isnad::what::parse_day("2018-09-11")) == 1439);
  CHECK(hijri_year(*isnad::what::parse_day("2018-09-12")) == 1440);
  CHECK_FALSE(isnad::what::parse_day("2018-02-30"));
}

TEST_CASE("dates: no text makes the finder read past its end", "[extract][what][date]") {
  const std::string text =
      "يوم الأربعاء 12 فبراير/شباط (من العام الماضي) بين عامي 2003 و2005، on Wednesday, 12 September 2018 the";
  for (std::size_t end = 0; end <= text.size(); ++end) {
    // Cuts on code point borders only: what the finder asks for is UTF-8.
    if (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) continue;
    for (const char* lang : {"ar", "en"}) {
      for (const auto& e : finder().find(text.substr(0, end), lang, "2020-02-13")) CHECK(e.span.end <= end);
    }
  }
}
