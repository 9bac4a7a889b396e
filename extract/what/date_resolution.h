#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/what/calendar.h"
#include "extract/what/date.h"

namespace isnad::what {

/// What `last`, `next`, `this` (الماضي، المقبل، الجاري) say of a date.
enum class Direction : std::uint8_t { kNone, kPast, kNext, kThis };

enum class Unit : std::uint8_t { kHour, kDay, kWeek, kMonth, kYear, kDecade };

/// A date that words name, and how many tokens they are.
struct Reading {
  std::size_t length = 0;
  std::string value;
  std::string until;
  Granularity granularity = Granularity::kDay;
  std::string if_future;
};

/// `hour`, `day`, ..., with or without a mark of number behind it.
[[nodiscard]] std::optional<Unit> unit_from(std::string_view name);

[[nodiscard]] Reading exact_day(Day day);
[[nodiscard]] Reading exact_month(int year, int month);
[[nodiscard]] Reading exact_year(int year);

/// A day or month without its year, a weekday: the last one at or before `published` unless the words say otherwise.
/// Returns: nothing when there is no such day.
[[nodiscard]] std::optional<Reading> day_near(int day, int month, Direction direction, Day published);
[[nodiscard]] Reading month_near(int month, Direction direction, Day published);
[[nodiscard]] Reading weekday_near(int weekday, Direction direction, Day published);
/// `the 17th of this month`
[[nodiscard]] std::optional<Reading> day_of_month(int day, Direction direction, Day published);

/// `three weeks ago`; vague ones (`some days ago`) name the month, or nothing.
[[nodiscard]] std::optional<Reading> units_ago(Unit unit, std::optional<int> count, Day published);
/// `the past ten days`, `the next two years`
[[nodiscard]] std::optional<Reading> units_around(Unit unit, std::optional<int> count, Direction direction, Day published);
/// `last week`, `this month`, `next year`
[[nodiscard]] std::optional<Reading> one_unit(Unit unit, Direction direction, Day published);
/// `last weekend`
[[nodiscard]] Reading weekend(Direction direction, Day published);

/// Islamic dates. A month without its year is the one nearest to `published`; a month is where most of its days lie.
[[nodiscard]] std::optional<Reading> hijri_date(std::optional<int> day, int month, std::optional<int> year,
                                                std::optional<Day> published);

}  // namespace isnad::what
