#include "extract/corpus/date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <vector>

#include "extract/corpus/plain_text.h"

namespace isnad::corpus {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::optional<std::string> checked(std::optional<int> year, std::optional<int> month, std::optional<int> day) {
  if (!year || !month || !day || *year < 1000 || *year > 9999 || *month < 1 || *day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  std::array<char, 40> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", *year, *month, *day);
  return out.data();
}

/// `YYYY?MM?DD` at the front, with `-` or `/` or nothing between; a digit may not follow.
std::optional<std::string> numeric_date(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  if (digits == 8) return checked(number(text.substr(0, 4)), number(text.substr(4, 2)), number(text.substr(6, 2)));
  if (digits != 4 || text.size() < 8 || (text[4] != '-' && text[4] != '/')) return std::nullopt;
  const std::size_t second = text.find(text[4], 5);
  if (second == std::string_view::npos || second > 7) return std::nullopt;
  std::size_t end = second + 1;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (end - second > 3) return std::nullopt;
  return checked(number(text.substr(0, 4)), number(text.substr(5, second - 5)),
                 number(text.substr(second + 1, end - second - 1)));
}

/// `D/M/YYYY` at the front, with `/`, `-` or `.` between; a digit may not follow. Many sites in English write
/// the month first, so that it is a date only where one of the two orders is impossible or both give the same day.
std::optional<std::string> year_last_date(std::string_view text) {
  std::array<std::string_view, 3> fields;
  std::size_t at = 0;
  for (std::size_t k = 0; k < fields.size(); ++k) {
    if (k != 0 && (at >= text.size() || text[at] != text[fields[0].size()])) return std::nullopt;
    if (k != 0) ++at;
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    fields[k] = text.substr(begin, at - begin);
  }
  if (fields[0].size() > 2 || fields[1].size() > 2 || fields[2].size() != 4) return std::nullopt;
  if (const char separator = text[fields[0].size()]; separator != '/' && separator != '-' && separator != '.')
    return std::nullopt;
  const auto day_first = checked(number(fields[2]), number(fields[1]), number(fields[0]));
  const auto month_first = checked(number(fields[2]), number(fields[0]), number(fields[1]));
  if (day_first && month_first && day_first != month_first) return std::nullopt;
  return day_first ? day_first : month_first;
}

/// Returns: the month whose English name, or the usual abbreviation of it, `word` is; 0 for none.
int month_named(std::string_view word) {
  constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                        "july",    "august",   "september", "october", "november", "december"};
  const std::string name = ascii_lower(word);
  if (name == "sept") return 9;
  for (std::size_t m = 0; m < kMonths.size(); ++m) {
    if (name == kMonths[m] || name == kMonths[m].substr(0, 3)) return static_cast<int>(m) + 1;
  }
  return 0;
}

struct ArabicMonth {
  std::string_view name;
  int month;
};

// As written in Egypt and the Gulf, in the Levant and Iraq, and in the Maghreb.
constexpr std::array<ArabicMonth, 40> kArabicMonths = {{
    {"يناير", 1},   {"كانون الثاني", 1},  {"جانفي", 1},   {"فبراير", 2},       {"شباط", 2},    {"فيفري", 2},
    {"مارس", 3},    {"آذار", 3},          {"اذار", 3},    {"أبريل", 4},        {"إبريل", 4},   {"ابريل", 4},
    {"نيسان", 4},   {"أفريل", 4},         {"مايو", 5},    {"أيار", 5},         {"ايار", 5},    {"ماي", 5},
    {"يونيو", 6},   {"يونيه", 6},         {"حزيران", 6},  {"جوان", 6},         {"يوليو", 7},   {"يوليه", 7},
    {"تموز", 7},    {"جويلية", 7},        {"أغسطس", 8},   {"اغسطس", 8},        {"غشت", 8},     {"آب", 8},
    {"أوت", 8},     {"سبتمبر", 9},        {"أيلول", 9},   {"ايلول", 9},        {"أكتوبر", 10}, {"تشرين الأول", 10},
    {"نوفمبر", 11}, {"تشرين الثاني", 11}, {"ديسمبر", 12}, {"كانون الأول", 12},
}};

/// Returns: the month whose Arabic name stands in `text` as a word of its own; 0 for none.
int arabic_month_in(std::string_view text) {
  const auto is_border = [&](std::size_t at) { return at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80; };
  for (const ArabicMonth& row : kArabicMonths) {
    const std::size_t at = text.find(row.name);
    if (at == std::string_view::npos) continue;
    if ((at == 0 || is_border(at - 1)) && is_border(at + row.name.size())) return row.month;
  }
  return 0;
}

/// Day, month name and year in any order, as in mail headers and bylines.
std::optional<std::string> date_with_month_name(std::string_view text) {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (is_digit(text[at])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      const auto value = number(text.substr(at, end - at));
      if (end - at <= 2 && !day) day = value;
      if (end - at == 4 && !year) year = value;
    } else if (is_letter(text[at])) {
      while (end < text.size() && is_letter(text[end])) ++end;
      if (const int m = month_named(text.substr(at, end - at)); m != 0 && !month) month = m;
    } else {
      ++end;
    }
    if (year && month && day) break;
    at = end;
  }
  if (!month) {
    if (const int m = arabic_month_in(text); m != 0) month = m;
  }
  return checked(year, month, day);
}

}  // namespace

std::optional<std::string> iso_date(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return std::nullopt;
  text.remove_prefix(begin);
  if (is_digit(text[0])) {
    if (auto date = numeric_date(text)) return date;
    if (auto date = year_last_date(text)) return date;
  }
  return date_with_month_name(text);
}

std::optional<std::string> leading_date(std::string_view file_name) { return numeric_date(file_name); }

std::optional<std::string> date_in_url(std::string_view url) {
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const std::string_view rest = url.substr(at + 1);
    // Eight digits without a separator are more often an article's number.
    if (rest.size() > 4 && !is_digit(rest[4])) {
      if (auto date = numeric_date(rest)) return date;
    }
  }
  return std::nullopt;
}

}  // namespace isnad::corpus
