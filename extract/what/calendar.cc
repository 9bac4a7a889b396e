#include "extract/what/calendar.h"

#include <charconv>

namespace isnad::what {

namespace chrono = std::chrono;

namespace {

bool read(std::string_view digits, int& out) {
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return error == std::errc{} && end == digits.data() + digits.size();
}

std::string padded(int value, int width) {
  std::string digits = std::to_string(value);
  while (static_cast<int>(digits.size()) < width) digits.insert(digits.begin(), '0');
  return digits;
}

chrono::year_month_day civil(Day day) { return chrono::year_month_day{day}; }

/// 1 Muharram of the year 1 in the proleptic Gregorian calendar.
constexpr Day kHijriEpoch = chrono::year{622} / 7 / 19;

}  // namespace

std::optional<Day> make_day(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  const chrono::year_month_day date{chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                                    chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::optional<Day> parse_day(std::string_view text) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!read(text.substr(0, 4), year) || !read(text.substr(5, 2), month) || !read(text.substr(8, 2), day)) return std::nullopt;
  return make_day(year, month, day);
}

std::string day_value(Day day) { return month_value(year_of(day), month_of(day)) + "-" + padded(day_of(day), 2); }
std::string month_value(int year, int month) { return year_value(year) + "-" + padded(month, 2); }
std::string year_value(int year) { return padded(year, 4); }

int year_of(Day day) { return static_cast<int>(civil(day).year()); }
int month_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).month())); }
int day_of(Day day) { return static_cast<int>(static_cast<unsigned>(civil(day).day())); }
int weekday_of(Day day) { return static_cast<int>(chrono::weekday{day}.c_encoding()); }

Day from_hijri(int year, int month, int day) {
  const int days = day + 29 * (month - 1) + month / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 - 1;
  return kHijriEpoch + chrono::days{days};
}

int hijri_year(Day day) {
  int year = static_cast<int>(30 * ((day - kHijriEpoch).count()) + 10646) / 10631;
  while (from_hijri(year + 1, 1, 1) <= day) ++year;
  while (from_hijri(year, 1, 1) > day) --year;
  return year;
}

}  // namespace isnad::what
