#include "extract/what/english_time_reader.h"

#include <utility>

namespace isnad::what {

std::optional<Reading> EnglishTimeReader::read(std::size_t at) const {
  std::optional<Reading> best;
  keep_longer(best, relative_day(at));
  keep_longer(best, weekday(at));
  keep_longer(best, numeric(at));
  keep_longer(best, day_of_month_date(at));
  keep_longer(best, month(at));
  keep_longer(best, unit(at));
  keep_longer(best, ago(at));
  keep_longer(best, year_date(at));
  return best;
}

std::optional<Direction> EnglishTimeReader::direction(std::size_t at, std::size_t& length) const {
  for (const auto& [kind, meaning] : {std::pair{TimeWord::kPast, Direction::kPast}, std::pair{TimeWord::kNext, Direction::kNext},
                                      std::pair{TimeWord::kThis, Direction::kThis}}) {
    if (const auto found = has(at, kind)) {
      length = found->length;
      return meaning;
    }
  }
  return std::nullopt;
}

std::optional<EnglishTimeReader::Month> EnglishTimeReader::month_name(std::size_t at) const {
  constexpr std::size_t kAbbreviation = 4;
  const auto found = has(at, TimeWord::kMonth);
  if (!found || !tokens_[at].marked) return std::nullopt;
  Month out{found->number(), found->length, false};
  const std::string& word = tokens_[at].word;
  const bool abbreviated = word.size() <= kAbbreviation && word != "may" && word != "june" && word != "july";
  const bool point = abbreviated && is(at + 1, ".") && !tokens_[at + 1].spaced;
  if (point) ++out.length;
  out.doubtful = word == "may" || word == "march" || (abbreviated && !point);
  return out;
}

std::optional<int> EnglishTimeReader::year_behind(std::size_t at, std::size_t& length) const {
  std::size_t i = at;
  if (is(i, ",")) ++i;
  i += skip(i, TimeWord::kOf);
  const auto found = year(i);
  length = found ? i + 1 - at : 0;
  return found;
}

std::optional<Reading> EnglishTimeReader::relative_day(std::size_t at) const {
  const auto offset = has(at, TimeWord::kOffset);
  if (!offset || !published_) return std::nullopt;
  std::size_t i = at + offset->length;
  if (is(i, "'") || is(i, "’")) return std::nullopt;  // today's world
  i += skip(i, TimeWord::kPart);
  return of_length(exact_day(*published_ + std::chrono::days{offset->number()}), i - at);
}

std::optional<Reading> EnglishTimeReader::weekday(std::size_t at) const {
  std::size_t i = at;
  std::size_t step = 0;
  const auto way = direction(i, step);
  if (way) i += step;
  const auto name = has(i, TimeWord::kWeekday);
  if (!name || !tokens_[i].marked) return std::nullopt;
  i += name->length;
  i += skip(i, TimeWord::kPart);
  // Wednesday, 12 February; Wednesday (Feb. 12)
  std::size_t j = i;
  if (is(j, ",") || is(j, "(")) ++j;
  if (const auto date = day_of_month_date(j)) {
    j += date->length;
    if (is(j, ")")) ++j;
    return of_length(*date, j - at);
  }
  if (!published_) return std::nullopt;
  Reading out = weekday_near(name->number(), way.value_or(Direction::kNone), *published_);
  // Wednesday of last week
  if (!way) {
    const std::size_t of = skip(i, TimeWord::kOf);
    if (const auto week = unit(i + of);
        week && week->granularity == Granularity::kWeek && !week->until.empty() && !is(i + of, "the")) {
      const Day monday = *parse_day(week->value);
      if (weekday_of(monday) == 1) {
        out = exact_day(monday + std::chrono::days{(name->number() + 6) % 7});
        i += of + week->length;
      }
    }
  }
  return of_length(std::move(out), i - at);
}

std::optional<Reading> EnglishTimeReader::day_of_month_date(std::size_t at) const {
  std::size_t length = 0;
  std::optional<Number> last;
  const auto with_until = [&](std::optional<Reading> out, int first) {
    if (out && last && last->value > first) {
      const Day begin = *parse_day(out->value);
      if (const auto end = make_day(year_of(begin), month_of(begin), last->value)) out->until = day_value(*end);
    }
    return out;
  };
  // February 12-13, 2018
  if (const auto name = month_name(at)) {
    std::size_t i = at + name->length;
    const auto day = day_number(i);
    if (!day || tokens_[i].number < 0) return std::nullopt;
    i += day->length;
    if (is_dash(i)) {
      last = day_number(i + 1);
      if (last) i += 1 + last->length;
    }
    const auto found = year_behind(i, length);
    return of_length(with_until(day_date(day->value, name->month, found, Direction::kNone), day->value), i + length - at);
  }
  std::size_t i = at;
  const bool article = is(i, "the");
  if (article) ++i;
  const auto day = day_number(i);
  if (!day) return std::nullopt;
  i += day->length;
  std::size_t j = i;
  if (is_dash(j)) {
    ++j;
  } else {
    j += skip(j, TimeWord::kAnd);
  }
  if (j > i) {
    last = day_number(j);
    if (last) i = j + last->length;
  }
  const std::size_t of = skip(i, TimeWord::kOf);
  i += of;
  if (const auto name = month_name(i)) {
    i += name->length;
    const auto found = year_behind(i, length);
    return of_length(with_until(day_date(day->value, name->month, found, Direction::kNone), day->value), i + length - at);
  }
  // the 17th of this month
  const bool ordinal = day->length > 1 || tokens_[at + (article ? 1 : 0)].number < 0;
  if (article && ordinal && of != 0 && published_) {
    std::size_t step = 0;
    const auto way = direction(i, step);
    const auto name = has(i + step, TimeWord::kUnit);
    if (way && name && name->value == "month") {
      return of_length(day_of_month(day->value, *way, *published_), i + step + name->length - at);
    }
  }
  return std::nullopt;
}

std::optional<Reading> EnglishTimeReader::month(std::size_t at) const {
  std::size_t i = at;
  std::size_t step = 0;
  bool context = after(at, TimeWord::kIn) || after(at, TimeWord::kAnd);
  if (const std::size_t edge = skip(i, TimeWord::kEdge); edge != 0) {
    context = true;
    i += edge;
    if (is_dash(i)) ++i;
  }
  const auto way = direction(i, step);
  if (way) i += step;
  const auto name = month_name(i);
  if (!name) return std::nullopt;
  i += name->length;
  std::size_t length = 0;
  const auto found = year_behind(i, length);
  if (name->doubtful && !context && !way && !found) return std::nullopt;
  return of_length(month_date(name->month, found, way.value_or(Direction::kNone)), i + length - at);
}

std::optional<TimeReader::Quantity> EnglishTimeReader::quantity(std::size_t at) const {
  std::size_t i = at + skip_all(at, TimeWord::kAbout);
  Quantity out;
  const auto count = number(i);
  std::size_t vague = 0;
  if (count) {
    i += count->length;
    vague = skip(i, TimeWord::kVague);
    i += vague;
  } else {
    vague = skip(i, TimeWord::kVague);
    i += vague;
  }
  if (is_dash(i)) ++i;
  const auto name = has(i, TimeWord::kUnit);
  const auto unit = name ? unit_from(name->value) : std::nullopt;
  if (!unit) return std::nullopt;
  out.unit = *unit;
  if (vague == 0) {
    if (count) out.count = count->value;
    if (!count && !name->value.ends_with('+')) {
      out.count = 1;
      out.bare = true;
    }
  }
  out.length = i + name->length - at;
  return out;
}

std::optional<Reading> EnglishTimeReader::unit(std::size_t at) const {
  if (!published_) return std::nullopt;
  std::size_t i = at;
  const std::size_t edge = skip(i, TimeWord::kEdge);
  i += edge;
  if (is(i, "the") && !(at > 0 && is(at - 1, "the"))) ++i;
  std::size_t step = 0;
  const auto way = direction(i, step);
  if (way) {
    i += step;
    if (const std::size_t end = skip(i, TimeWord::kWeekend); end != 0) return of_length(weekend(*way, *published_), i + end - at);
    const auto amount = quantity(i);
    if (!amount) return std::nullopt;
    const std::size_t end = i + amount->length;
    if (is(end, "'") || is(end, "’")) {
      // last week's attack: the week is named all the same.
      if (!amount->bare) return std::nullopt;
    }
    if (amount->bare && (step != 0) && !is(at + edge, "the"))
      return of_length(one_unit(amount->unit, *way, *published_), end - at);
    if (amount->bare && way == Direction::kThis) return of_length(one_unit(amount->unit, *way, *published_), end - at);
    if (way == Direction::kThis) return std::nullopt;
    return of_length(units_around(amount->unit, amount->count, *way, *published_), end - at);
  }
  if (i > at && is(at, "the")) {
    if (const std::size_t end = skip(i, TimeWord::kWeekend); end != 0)
      return of_length(weekend(Direction::kNone, *published_), i + end - at);
  }
  // recent days
  if (const std::size_t vague = skip(i, TimeWord::kVague); vague != 0 && is(i, "recent")) {
    const auto name = has(i + vague, TimeWord::kUnit);
    const auto unit = name ? unit_from(name->value) : std::nullopt;
    if (unit) return of_length(units_around(*unit, std::nullopt, Direction::kPast, *published_), i + vague + name->length - at);
  }
  return std::nullopt;
}

std::optional<Reading> EnglishTimeReader::ago(std::size_t at) const {
  if (!published_) return std::nullopt;
  const auto amount = quantity(at);
  if (!amount || amount->bare) return std::nullopt;
  const std::size_t marker = skip(at + amount->length, TimeWord::kAgo);
  if (marker == 0) return std::nullopt;
  return of_length(units_ago(amount->unit, amount->count, *published_), amount->length + marker);
}

std::optional<Reading> EnglishTimeReader::year_date(std::size_t at) const {
  std::size_t i = at + skip(at, TimeWord::kEdge);
  bool context = i > at || after(at, TimeWord::kIn) || after(at, TimeWord::kAnd);
  if (is_dash(i)) ++i;
  if (const std::size_t season = skip(i, TimeWord::kSeason); season != 0) {
    i += season;
    i += skip(i, TimeWord::kOf);
    context = true;
  }
  const auto first = year(i);
  if (!first || !context) return std::nullopt;
  ++i;
  if (i < tokens_.size() && !tokens_[i].spaced && tokens_[i].word == "s") return std::nullopt;  // the 1990s
  if (i < tokens_.size() && tokens_[i].spaced && tokens_[i].number < 0 && *first < 1900) {
    // from 1500 homes
    return std::nullopt;
  }
  Reading out = exact_year(*first);
  const std::size_t joint = is_dash(i) ? 1 : skip(i, TimeWord::kAnd);
  if (joint != 0) {
    if (const auto last = year(i + joint); last && *last > *first) {
      out.until = year_value(*last);
      i += joint + 1;
    }
  }
  return of_length(std::move(out), i - at);
}

}  // namespace isnad::what
