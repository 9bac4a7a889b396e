#include "extract/what/date_resolution.h"

#include <array>
#include <utility>

namespace isnad::what {

namespace {

using std::chrono::days;

constexpr int kDaysOfWeek = 7;
constexpr int kMonthsOfYear = 12;
/// A day of the year that news names without its year lies at most so far ahead.
constexpr days kAhead{60};
/// Further back than this, the coming one is meant.
constexpr days kBehind{305};
/// What `some days` may be.
constexpr int kSomeDays = 3;

Reading reading(std::string value, Granularity granularity) {
  Reading out;
  out.value = std::move(value);
  out.granularity = granularity;
  return out;
}

Day monday_of(Day day) { return day - days{(weekday_of(day) + kDaysOfWeek - 1) % kDaysOfWeek}; }

Reading week_from(Day monday) {
  Reading out = reading(day_value(monday), Granularity::kWeek);
  out.until = day_value(monday + days{kDaysOfWeek - 1});
  return out;
}

Reading month_by_number(int number) { return exact_month(year_of_month(number), month_of_month(number)); }

}  // namespace

std::optional<Unit> unit_from(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, Unit>, 6> kUnits = {{{"hour", Unit::kHour},
                                                                        {"day", Unit::kDay},
                                                                        {"week", Unit::kWeek},
                                                                        {"month", Unit::kMonth},
                                                                        {"year", Unit::kYear},
                                                                        {"decade", Unit::kDecade}}};
  for (const auto& [word, unit] : kUnits) {
    if (name.starts_with(word)) return unit;
  }
  return name.starts_with("minute") ? std::optional(Unit::kHour) : std::nullopt;
}

Reading exact_day(Day day) { return reading(day_value(day), Granularity::kDay); }
Reading exact_month(int year, int month) { return reading(month_value(year, month), Granularity::kMonth); }
Reading exact_year(int year) { return reading(year_value(year), Granularity::kYear); }

std::optional<Reading> day_near(int day, int month, Direction direction, Day published) {
  const int year = year_of(published);
  const auto this_year = make_day(year, month, day);
  const auto next_year = make_day(year + 1, month, day);
  const auto last_year = make_day(year - 1, month, day);
  std::optional<Day> chosen;
  switch (direction) {
    case Direction::kThis:
      chosen = this_year;
      break;
    case Direction::kPast:
      chosen = this_year && *this_year <= published ? this_year : last_year;
      break;
    case Direction::kNext:
      chosen = this_year && *this_year >= published ? this_year : next_year;
      break;
    case Direction::kNone:
      if (this_year && *this_year > published + kAhead) {
        chosen = last_year;
      } else if (this_year && *this_year + kBehind < published) {
        chosen = next_year;
      } else {
        chosen = this_year;
      }
      break;
  }
  if (!chosen) return std::nullopt;
  Reading out = exact_day(*chosen);
  if (direction == Direction::kNone && *chosen < published) {
    const auto coming = this_year && *this_year >= published ? this_year : next_year;
    if (coming) out.if_future = day_value(*coming);
  }
  return out;
}

Reading month_near(int month, Direction direction, Day published) {
  const int now = month_number(year_of(published), month_of(published));
  int number = month_number(year_of(published), month);
  if (direction == Direction::kNext) {
    if (number <= now) number += kMonthsOfYear;
  } else if (direction == Direction::kPast) {
    if (number >= now) number -= kMonthsOfYear;
  } else if (direction == Direction::kNone && number > now) {
    number -= kMonthsOfYear;
  }
  Reading out = month_by_number(number);
  if (direction == Direction::kNone && number < now) {
    const int coming = number + kMonthsOfYear;
    out.if_future = month_value(year_of_month(coming), month_of_month(coming));
  }
  return out;
}

Reading weekday_near(int weekday, Direction direction, Day published) {
  const int back = (weekday_of(published) - weekday + kDaysOfWeek) % kDaysOfWeek;
  const Day last = published - days{back};
  const Day coming = back == 0 ? published : last + days{kDaysOfWeek};
  switch (direction) {
    case Direction::kPast:
      return exact_day(back == 0 ? last - days{kDaysOfWeek} : last);
    case Direction::kNext:
      return exact_day(back == 0 ? coming + days{kDaysOfWeek} : coming);
    case Direction::kThis:
      return exact_day(coming);
    case Direction::kNone:
      break;
  }
  Reading out = exact_day(last);
  if (coming != last) out.if_future = day_value(coming);
  return out;
}

std::optional<Reading> day_of_month(int day, Direction direction, Day published) {
  int number = month_number(year_of(published), month_of(published));
  if (direction == Direction::kPast) --number;
  if (direction == Direction::kNext) ++number;
  const auto found = make_day(year_of_month(number), month_of_month(number), day);
  return found ? std::optional(exact_day(*found)) : std::nullopt;
}

std::optional<Reading> units_ago(Unit unit, std::optional<int> count, Day published) {
  const int year = year_of(published);
  const int month = month_number(year, month_of(published));
  if (!count) {
    if (unit == Unit::kHour) return exact_day(published);
    if (unit != Unit::kDay) return std::nullopt;
    const Day then = published - days{kSomeDays};
    return exact_month(year_of(then), month_of(then));
  }
  switch (unit) {
    case Unit::kHour:
      return exact_day(published - days{*count / 24});
    case Unit::kDay:
      return exact_day(published - days{*count});
    case Unit::kWeek: {
      Reading out = exact_day(published - days{*count * kDaysOfWeek});
      out.granularity = Granularity::kWeek;
      return out;
    }
    case Unit::kMonth:
      return month_by_number(month - *count);
    case Unit::kYear:
      return *count < year ? std::optional(exact_year(year - *count)) : std::nullopt;
    case Unit::kDecade:
      return *count * 10 < year ? std::optional(exact_year(year - *count * 10)) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Reading> units_around(Unit unit, std::optional<int> count, Direction direction, Day published) {
  if (!count && unit != Unit::kHour && unit != Unit::kDay) return std::nullopt;
  const int year = year_of(published);
  const int month = month_number(year, month_of(published));
  if (direction == Direction::kNext) {
    Reading out;
    switch (unit) {
      case Unit::kHour:
        out = exact_day(published);
        if (count && *count >= 24) out.until = day_value(published + days{*count / 24});
        return out;
      case Unit::kDay:
      case Unit::kWeek:
        if (!count) return exact_month(year, month_of(published));
        out = exact_day(published);
        out.until = day_value(published + days{*count * (unit == Unit::kWeek ? kDaysOfWeek : 1)});
        return out;
      case Unit::kMonth:
        out = exact_month(year, month_of(published));
        out.until = month_by_number(month + *count).value;
        return out;
      case Unit::kYear:
      case Unit::kDecade:
        out = exact_year(year);
        out.until = year_value(year + *count * (unit == Unit::kDecade ? 10 : 1));
        return out;
    }
  }
  auto out = units_ago(unit, count, published);
  if (!out) return out;
  if (out->granularity == Granularity::kDay || out->granularity == Granularity::kWeek) {
    if (out->value != day_value(published)) out->until = day_value(published);
  } else if (out->granularity == Granularity::kMonth && count) {
    out->until = month_value(year, month_of(published));
  } else if (out->granularity == Granularity::kYear) {
    out->until = year_value(year);
  }
  return out;
}

std::optional<Reading> one_unit(Unit unit, Direction direction, Day published) {
  const int step = direction == Direction::kPast ? -1 : direction == Direction::kNext ? 1 : 0;
  const int year = year_of(published);
  switch (unit) {
    case Unit::kHour:
      return exact_day(published);
    case Unit::kDay:
      return exact_day(published + days{step});
    case Unit::kWeek:
      return week_from(monday_of(published) + days{step * kDaysOfWeek});
    case Unit::kMonth:
      return month_by_number(month_number(year, month_of(published)) + step);
    case Unit::kYear:
      return exact_year(year + step);
    case Unit::kDecade:
      return std::nullopt;
  }
  return std::nullopt;
}

Reading weekend(Direction direction, Day published) {
  constexpr int kSaturday = 6;
  Day saturday = published - days{(weekday_of(published) - kSaturday + kDaysOfWeek) % kDaysOfWeek};
  if (direction == Direction::kNext) saturday += days{kDaysOfWeek};
  Reading out = exact_day(saturday);
  out.granularity = Granularity::kWeek;
  out.until = day_value(saturday + days{1});
  if (direction != Direction::kNext && saturday + days{1} < published) out.if_future = day_value(saturday + days{kDaysOfWeek});
  return out;
}

std::optional<Reading> hijri_date(std::optional<int> day, int month, std::optional<int> year, std::optional<Day> published) {
  constexpr int kMiddle = 15;
  int found = 0;
  if (year) {
    found = *year;
  } else {
    if (!published) return std::nullopt;
    // The month may lie in the year before or after the one of publication.
    const int now = hijri_year(*published);
    found = now;
    const auto distance = [&](int y) { return std::chrono::abs(from_hijri(y, month, kMiddle) - *published); };
    for (const int candidate : {now - 1, now + 1}) {
      if (distance(candidate) < distance(found)) found = candidate;
    }
  }
  if (day) return exact_day(from_hijri(found, month, *day));
  const Day middle = from_hijri(found, month, kMiddle);
  return exact_month(year_of(middle), month_of(middle));
}

}  // namespace isnad::what
