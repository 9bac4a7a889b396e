#include "graph/query/date_range.h"

#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "graph/model/error.h"

using isnad::UsageError;
using isnad::query::DateRange;
using isnad::query::is_date;

TEST_CASE("date: years, months and days that exist", "[graph][query]") {
  CHECK(is_date("2020"));
  CHECK(is_date("2020-02"));
  CHECK(is_date("2020-02-29"));
  CHECK(is_date("2000-02-29"));
  for (const auto* bad : {"", "20", "2020-", "2021-02-29", "1900-02-29", "2020-04-31", "2020-01-00", "2020-01-32", "2020-13",
                          "2020-00", "2020-02-30", "2020-2-3", "2020/02/03", "abcd", "2020-02-003", "２０２０"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_date(bad));
  }
}

TEST_CASE("date range: coarse ends cover whole months and years", "[graph][query]") {
  const DateRange february("2020-02", "2020-02");
  CHECK(february.contains("2020-02-01"));
  CHECK(february.contains("2020-02-29"));
  CHECK_FALSE(february.contains("2020-01-31"));
  CHECK_FALSE(february.contains("2020-03-01"));
  // A coarse date is in when some day of it is.
  CHECK(february.contains("2020"));
  CHECK_FALSE(february.contains("2019"));
  CHECK_FALSE(february.contains(""));
  CHECK(DateRange().contains(""));
  CHECK(DateRange("", "2020").contains("1999-01-01"));
  CHECK(DateRange("2020", "").contains("2031"));
}

TEST_CASE("date range: refuses what is no date, and ends before beginnings", "[graph][query]") {
  CHECK_THROWS_AS(DateRange("yesterday", ""), UsageError);
  CHECK_THROWS_AS(DateRange("2021-02-29", ""), UsageError);
  CHECK_THROWS_AS(DateRange("", "2021-06-31"), UsageError);
  CHECK_THROWS_AS(DateRange("2020-02-14", "2020-02-13"), UsageError);
  CHECK_NOTHROW(DateRange("2020-02-14", "2020-02"));
}

TEST_CASE("date range: a day that no calendar has hides no other dates", "[graph][query]") {
  const DateRange march("2021-03", "2021-03");
  CHECK_FALSE(march.contains("2021-02-29"));
  CHECK(march.overlap("2021-02-29", "2021-03-05") == DateRange::Overlap::kSome);
  CHECK(march.overlap("2021-03-05", "2021-02-29") == DateRange::Overlap::kSome);
  CHECK(march.overlap("", "") == DateRange::Overlap::kNone);
}

TEST_CASE("date range: overlap of many dates never contradicts the dates themselves", "[graph][query]") {
  const std::vector<std::string> dates = {"2019",    "2019-12",    "2019-12-31", "2020", "2020-01",   "2020-01-15",
                                          "2020-02", "2020-02-13", "2020-06",    "2021", "2021-01-01"};
  for (const auto& since : dates) {
    for (const auto& until : dates) {
      std::optional<DateRange> range;
      try {
        range.emplace(since, until);
      } catch (const UsageError&) {
        continue;
      }
      for (std::size_t a = 0; a < dates.size(); ++a) {
        for (std::size_t b = a; b < dates.size(); ++b) {
          std::size_t inside = 0;
          for (std::size_t i = a; i <= b; ++i) inside += range->contains(dates[i]) ? 1 : 0;
          CAPTURE(since, until, dates[a], dates[b], inside);
          const auto overlap = range->overlap(dates[a], dates[b]);
          if (overlap == DateRange::Overlap::kNone) CHECK(inside == 0);
          if (overlap == DateRange::Overlap::kAll) CHECK(inside == b - a + 1);
        }
      }
    }
  }
}
