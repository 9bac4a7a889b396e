#include "graph/query/date_range.h"

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "graph/model/error.h"

namespace isnad::query {

namespace {

bool all_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

/// Strings compare like the days that they stand for once they are whole.
std::string first_day(std::string_view date) { return std::string(date) + std::string("0000-01-01").substr(date.size()); }
std::string last_day(std::string_view date) { return std::string(date) + std::string("0000-12-31").substr(date.size()); }

std::string checked(std::string_view date, std::string (*whole)(std::string_view)) {
  if (date.empty()) return {};
  if (!is_date(date)) throw UsageError("'" + std::string(date) + "' is no date: write YYYY, YYYY-MM or YYYY-MM-DD");
  return whole(date);
}

}  // namespace

bool is_date(std::string_view date) {
  if (date.size() != 4 && date.size() != 7 && date.size() != 10) return false;
  if (!all_digits(date.substr(0, 4))) return false;
  if (date.size() == 4) return true;
  const auto month_digits = date.substr(5, 2);
  if (date[4] != '-' || !all_digits(month_digits)) return false;
  const int month = number(month_digits);
  if (month < 1 || month > 12) return false;
  if (date.size() == 7) return true;
  const auto day_digits = date.substr(8, 2);
  if (date[7] != '-' || !all_digits(day_digits)) return false;
  const std::chrono::year_month_day day{std::chrono::year(number(date.substr(0, 4))),
                                        std::chrono::month(static_cast<unsigned>(month)),
                                        std::chrono::day(static_cast<unsigned>(number(day_digits)))};
  return day.ok();
}

DateRange::DateRange(std::string_view since, std::string_view until)
    : first_day_(checked(since, first_day)), last_day_(checked(until, last_day)) {
  if (!first_day_.empty() && !last_day_.empty() && first_day_ > last_day_) {
    throw UsageError("the period ends (" + std::string(until) + ") before it begins (" + std::string(since) + ")");
  }
}

bool DateRange::contains(std::string_view date) const {
  if (unbounded()) return true;
  if (!is_date(date)) return false;
  if (!first_day_.empty() && last_day(date) < first_day_) return false;
  return last_day_.empty() || first_day(date) <= last_day_;
}

DateRange DateRange::intersection(const DateRange& other) const {
  DateRange out;
  out.first_day_ = std::max(first_day_, other.first_day_);
  out.last_day_ = last_day_.empty() || (!other.last_day_.empty() && other.last_day_ < last_day_) ? other.last_day_ : last_day_;
  if (!out.first_day_.empty() && !out.last_day_.empty() && out.first_day_ > out.last_day_) {
    throw UsageError("no day lies in both periods");
  }
  return out;
}

DateRange::Overlap DateRange::overlap(std::string_view smallest, std::string_view greatest) const {
  if (unbounded()) return Overlap::kAll;
  if (greatest.empty()) return Overlap::kNone;
  // One that no calendar has says nothing of the others.
  if (!is_date(smallest) || !is_date(greatest)) return Overlap::kSome;
  // `2020` sorts before `2020-03-01` and yet may mean a later day: no date can mean one after the end of the greatest's year.
  if (!first_day_.empty() && last_day(greatest.substr(0, 4)) < first_day_) return Overlap::kNone;
  if (!last_day_.empty() && first_day(smallest) > last_day_) return Overlap::kNone;
  const bool begins_within = first_day_.empty() || first_day(smallest) >= first_day_;
  const bool ends_within = last_day_.empty() || first_day(greatest) <= last_day_;
  return begins_within && ends_within ? Overlap::kAll : Overlap::kSome;
}

}  // namespace isnad::query
