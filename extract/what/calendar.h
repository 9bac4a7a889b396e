#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace isnad::what {

using Day = std::chrono::sys_days;

/// Returns: the day that `YYYY-MM-DD` names; nothing when it names none.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

/// Returns: nothing when there is no such day (31 February).
[[nodiscard]] std::optional<Day> make_day(int year, int month, int day);

/// `YYYY-MM-DD`, `YYYY-MM`, `YYYY`.
[[nodiscard]] std::string day_value(Day day);
[[nodiscard]] std::string month_value(int year, int month);
[[nodiscard]] std::string year_value(int year);

[[nodiscard]] int year_of(Day day);
[[nodiscard]] int month_of(Day day);
[[nodiscard]] int day_of(Day day);
/// 0 is Sunday.
[[nodiscard]] int weekday_of(Day day);

/// Months since year 0, so that months can be counted.
[[nodiscard]] inline int month_number(int year, int month) { return year * 12 + month - 1; }
[[nodiscard]] inline int year_of_month(int number) { return number / 12; }
[[nodiscard]] inline int month_of_month(int number) { return number % 12 + 1; }

/// The day of an Islamic date by the tabular civil calendar; countries that follow the moon may differ by a day or two.
///
/// Requires: 1 <= month <= 12, 1 <= day <= 30, year > 0.
/// Source: Reingold and Dershowitz, Calendrical Calculations, 2018, doi:10.1017/9781107415058.
[[nodiscard]] Day from_hijri(int year, int month, int day);

/// Returns: the Islamic year in which a day falls.
[[nodiscard]] int hijri_year(Day day);

}  // namespace isnad::what
