#include "extract/what/time_reader.h"

namespace isnad::what {

std::size_t TimeReader::skip_all(std::size_t at, TimeWord kind) const {
  std::size_t length = 0;
  for (std::size_t step = skip(at, kind); step != 0; step = skip(at + length, kind)) length += step;
  return length;
}

bool TimeReader::is_dash(std::size_t at) const { return is(at, "-") || is(at, "–") || is(at, "—"); }

bool TimeReader::after(std::size_t at, TimeWord kind) const {
  constexpr std::size_t kLongest = 3;
  for (std::size_t back = 1; back <= kLongest && back <= at; ++back) {
    const auto found = has(at - back, kind);
    if (found && found->length == back) return true;
  }
  return false;
}

std::optional<int> TimeReader::year(std::size_t at) const {
  constexpr int kFirst = 1000;
  constexpr int kLast = 2199;
  if (at >= tokens_.size() || tokens_[at].digits != 4) return std::nullopt;
  const int value = tokens_[at].number;
  return value >= kFirst && value <= kLast ? std::optional(value) : std::nullopt;
}

std::optional<TimeReader::Number> TimeReader::number(std::size_t at) const {
  if (at >= tokens_.size()) return std::nullopt;
  if (tokens_[at].number >= 0) return Number{tokens_[at].number, 1};
  if (const auto word = has(at, TimeWord::kNumber)) return Number{word->number(), word->length};
  return std::nullopt;
}

std::optional<TimeReader::Number> TimeReader::day_number(std::size_t at) const {
  constexpr int kLongestMonth = 31;
  if (at >= tokens_.size()) return std::nullopt;
  if (const auto ordinal = has(at, TimeWord::kOrdinal)) return Number{ordinal->number(), ordinal->length};
  const TimeToken& token = tokens_[at];
  if (token.digits < 1 || token.digits > 2 || token.number < 1 || token.number > kLongestMonth) return std::nullopt;
  std::size_t length = 1;
  if (at + 1 < tokens_.size() && !tokens_[at + 1].spaced) length += skip(at + 1, TimeWord::kSuffix);
  return Number{token.number, length};
}

std::optional<Reading> TimeReader::numeric(std::size_t at) const {
  if (at + 4 >= tokens_.size() || tokens_[at].number < 0) return std::nullopt;
  const std::string& separator = tokens_[at + 1].word;
  if (separator != "-" && separator != "/" && separator != ".") return std::nullopt;
  if (tokens_[at + 3].word != separator || tokens_[at + 2].number < 0 || tokens_[at + 4].number < 0) return std::nullopt;
  for (std::size_t i = at + 1; i <= at + 4; ++i) {
    if (tokens_[i].spaced) return std::nullopt;
  }
  int first = tokens_[at].number;
  int month = tokens_[at + 2].number;
  int last = tokens_[at + 4].number;
  std::optional<Day> day;
  if (tokens_[at].digits == 4) {
    day = make_day(first, month, last);
  } else if (tokens_[at + 4].digits == 4) {
    day = make_day(last, month, first);
    if (!day) day = make_day(last, first, month);  // month first
  }
  return day ? of_length(exact_day(*day), 5) : std::nullopt;
}

std::optional<Reading> TimeReader::day_date(int day, int month, std::optional<int> year, Direction direction) const {
  if (year) {
    const auto found = make_day(*year, month, day);
    return found ? std::optional(exact_day(*found)) : std::nullopt;
  }
  return published_ ? day_near(day, month, direction, *published_) : std::nullopt;
}

std::optional<Reading> TimeReader::month_date(int month, std::optional<int> year, Direction direction) const {
  if (year) return exact_month(*year, month);
  return published_ ? std::optional(month_near(month, direction, *published_)) : std::nullopt;
}

}  // namespace isnad::what
