#include "extract/what/arabic_time_reader.h"

#include <utility>

namespace isnad::what {

namespace {

constexpr std::string_view kMarch = "مارس";

bool is_comma(std::string_view word) { return word == "،" || word == ","; }

}  // namespace

std::optional<Reading> ArabicTimeReader::read(std::size_t at) const {
  std::optional<Reading> best;
  keep_longer(best, relative_day(at));
  keep_longer(best, weekday(at));
  keep_longer(best, numeric(at));
  keep_longer(best, hijri(at));
  keep_longer(best, day_of_month_date(at));
  keep_longer(best, month(at));
  keep_longer(best, unit(at));
  keep_longer(best, ago(at));
  keep_longer(best, year_date(at));
  return best;
}

std::optional<ArabicTimeReader::Month> ArabicTimeReader::month_name(std::size_t at) const {
  const auto first = has(at, TimeWord::kMonth);
  if (!first) return std::nullopt;
  Month out{first->number(), first->length, tokens_[at].word.ends_with(kMarch) || tokens_[at].word.ends_with("ماي")};
  // The same month under its other name: سبتمبر/أيلول، أيلول (سبتمبر)
  const std::size_t next = at + out.length;
  if (is(next, "/") || is(next, "(") || is_dash(next)) {
    if (const auto other = has(next + 1, TimeWord::kMonth); other && other->number() == out.month) {
      out.length += 1 + other->length;
      out.doubtful = false;
      if (is(next, "(") && is(at + out.length, ")")) ++out.length;
    }
  }
  return out;
}

std::optional<Direction> ArabicTimeReader::direction(std::size_t at, std::size_t& length) const {
  for (const auto& [kind, meaning] : {std::pair{TimeWord::kPast, Direction::kPast}, std::pair{TimeWord::kNext, Direction::kNext},
                                      std::pair{TimeWord::kThis, Direction::kThis}}) {
    if (const auto found = has(at, kind)) {
      length = found->length;
      return meaning;
    }
  }
  return std::nullopt;
}

ArabicTimeReader::Tail ArabicTimeReader::tail(std::size_t at) const {
  Tail out;
  std::size_t step = 0;
  if (const auto found = direction(at, step)) {
    out.direction = *found;
    out.length = step;
    return out;
  }
  std::size_t i = at;
  if (is(i, "،") || is(i, ",")) ++i;
  i += skip(i, TimeWord::kOf);
  // من العام الماضي، من عام 2011، لعام 2011
  bool of_year = false;
  bool demonstrative = false;
  if (const std::size_t d = skip(i, TimeWord::kDemonstrative); d != 0) {
    demonstrative = true;
    i += d;
  }
  if (const auto unit = has(i, TimeWord::kUnit); unit && unit->value == "year") {
    of_year = true;
    i += unit->length;
  }
  if (const auto y = year(i)) {
    out.year = y;
    ++i;
    if (const auto mark = has(i, TimeWord::kCommonMark); mark && is(i, "م")) i += mark->length;
    out.length = i - at;
    return out;
  }
  if (of_year && published_) {
    const auto found = direction(i, step);
    if (found || demonstrative) {
      out.year = year_of(*published_) + (found == Direction::kPast ? -1 : found == Direction::kNext ? 1 : 0);
      out.length = i + (found ? step : 0) - at;
    }
  }
  return out;
}

std::optional<Reading> ArabicTimeReader::date_beside(std::size_t at, std::size_t& length) const {
  std::size_t i = at;
  bool bracket = false;
  if (i < tokens_.size() && (is_comma(tokens_[i].word) || is(i, "("))) bracket = is(i++, "(");
  if (is(i, "الموافق") || is(i, "الموافقه")) ++i;
  std::optional<Reading> date = day_of_month_date(i);
  keep_longer(date, numeric(i));
  if (!date) return std::nullopt;
  i += date->length;
  if (bracket && is(i, ")")) ++i;
  length = i - at;
  return date;
}

std::optional<Reading> ArabicTimeReader::relative_day(std::size_t at) const {
  std::size_t i = at;
  auto offset = has(i, TimeWord::kOffset);  // الليلة الماضية begins like a part of a day
  if (!offset) {
    i += skip_all(at, TimeWord::kPart);
    offset = has(i, TimeWord::kOffset);
  }
  if (!offset || !published_) {
    // هذا الصباح، هذه الليلة
    const std::size_t d = skip(at, TimeWord::kDemonstrative);
    const std::size_t part = d == 0 ? 0 : skip(at + d, TimeWord::kPart);
    return part != 0 && published_ ? of_length(exact_day(*published_), d + part) : std::nullopt;
  }
  i += offset->length;
  const bool today = offset->value == "0";
  if (today && (skip(i, TimeWord::kNarrative) != 0 || skip(i, TimeWord::kOrdinal) != 0 || after(at, TimeWord::kNamedToday))) {
    return std::nullopt;
  }
  // هذا اليوم، ذلك اليوم are caught elsewhere or not at all.
  Day day = *published_ + std::chrono::days{offset->number()};
  std::size_t beside = i;
  if (beside < tokens_.size() && is_comma(tokens_[beside].word)) ++beside;
  if (const auto name = has(beside, TimeWord::kWeekday)) {
    // The name of the day outranks the count: articles are corrected after midnight.
    const int wanted = name->number();
    constexpr int kNearby = 2;
    for (int step = 0; step <= kNearby; ++step) {
      if (weekday_of(day - std::chrono::days{step}) == wanted) {
        day -= std::chrono::days{step};
        break;
      }
      if (weekday_of(day + std::chrono::days{step}) == wanted) {
        day += std::chrono::days{step};
        break;
      }
    }
    i = beside + name->length;
  } else {
    i += skip_all(i, TimeWord::kPart);
  }
  Reading out = exact_day(day);
  std::size_t more = 0;
  if (const auto date = date_beside(i, more)) {
    out = *date;
    i += more;
  }
  return of_length(out, i - at);
}

std::optional<Reading> ArabicTimeReader::weekday(std::size_t at) const {
  std::size_t i = at;
  if (const auto unit = has(i, TimeWord::kUnit); unit && unit->value == "day") i += unit->length;
  i += skip_all(i, TimeWord::kPart);
  if (const auto unit = has(i, TimeWord::kUnit); unit && unit->value == "day") i += unit->length;
  const auto name = has(i, TimeWord::kWeekday);
  if (!name) return std::nullopt;
  i += name->length;
  // A night lies between two days: ليل السبت الأحد، ليلة الجمعة - السبت.
  if (i > at + name->length) {
    const std::size_t second = i + (is_dash(i) ? 1 : 0);
    if (const auto other = has(second, TimeWord::kWeekday)) i = second + other->length;
  }
  i += skip_all(i, TimeWord::kPart);
  std::size_t more = 0;
  if (const auto date = date_beside(i, more)) return of_length(*date, i + more - at);
  if (!published_) return std::nullopt;
  std::size_t step = 0;
  const auto way = direction(i, step);
  if (way) i += step;
  Reading out = weekday_near(name->number(), way.value_or(Direction::kNone), *published_);
  // الأربعاء من الأسبوع الماضي
  if (const std::size_t of = skip(i, TimeWord::kOf); of != 0 && !way) {
    if (const auto week = unit(i + of); week && week->granularity == Granularity::kWeek && !week->until.empty()) {
      const Day monday = *parse_day(week->value);
      out = exact_day(monday + std::chrono::days{(name->number() + 6) % 7});
      i += of + week->length;
    }
  }
  return of_length(out, i - at);
}

std::optional<Reading> ArabicTimeReader::day_of_month_date(std::size_t at) const {
  std::size_t i = at;
  if (const auto unit = has(i, TimeWord::kUnit); unit && unit->value == "day") i += unit->length;
  const auto first = day_number(i);
  if (!first) return std::nullopt;
  i += first->length;
  std::optional<Number> last;
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
  i += skip(i, TimeWord::kOf);
  if (const auto unit = has(i, TimeWord::kUnit); unit && unit->value == "month") {
    // من الشهر الجاري
    std::size_t step = 0;
    if (const auto way = direction(i + unit->length, step); way && published_) {
      return of_length(day_of_month(first->value, *way, *published_), i + unit->length + step - at);
    }
    i += unit->length;
  } else if (const std::size_t d = skip(i, TimeWord::kDemonstrative); d != 0 && published_) {
    const auto name = has(i + d, TimeWord::kUnit);
    if (name && name->value == "month") {
      return of_length(day_of_month(first->value, Direction::kThis, *published_), i + d + name->length - at);
    }
  }
  const auto month = month_name(i);
  if (!month) return std::nullopt;
  i += month->length;
  const Tail rest = tail(i);
  auto out = day_date(first->value, month->month, rest.year, rest.direction);
  if (out && last && last->value > first->value) {
    const Day begin = *parse_day(out->value);
    if (const auto end = make_day(year_of(begin), month->month, last->value)) out->until = day_value(*end);
  }
  return of_length(std::move(out), i + rest.length - at);
}

std::optional<Reading> ArabicTimeReader::month(std::size_t at) const {
  std::size_t i = at;
  const std::size_t edge = skip(i, TimeWord::kEdge);
  i += edge;
  bool context = edge != 0 || after(at, TimeWord::kIn) || after(at, TimeWord::kAnd);
  if (const auto unit = has(i, TimeWord::kUnit); unit && unit->value == "month") {
    i += unit->length;
    context = true;
  }
  const auto name = month_name(i);
  if (!name) return std::nullopt;
  i += name->length;
  const Tail rest = tail(i);
  if (name->doubtful && !context && rest.length == 0) return std::nullopt;
  return of_length(month_date(name->month, rest.year, rest.direction), i + rest.length - at);
}

std::optional<TimeReader::Quantity> ArabicTimeReader::quantity(std::size_t at) const {
  std::size_t i = at + skip_all(at, TimeWord::kAbout);
  Quantity out;
  const auto finish = [&](std::size_t end) -> std::optional<Quantity> {
    end += skip_all(end, TimeWord::kAbout);
    out.length = end - at;
    return out;
  };
  if (const auto count = number(i)) {
    const auto name = has(i + count->length, TimeWord::kUnit);
    const auto unit = name ? unit_from(name->value) : std::nullopt;
    if (!unit) return std::nullopt;
    out.unit = *unit;
    out.count = count->value;
    return finish(i + count->length + name->length);
  }
  const std::size_t vague = skip(i, TimeWord::kVague);
  const auto name = has(i + vague, TimeWord::kUnit);
  const auto unit = name ? unit_from(name->value) : std::nullopt;
  if (!unit || name->value == "years") return std::nullopt;
  out.unit = *unit;
  i += vague + name->length;
  if (name->value.ends_with('+')) {
    // الأيام العشرة، أشهر ستة
    if (const auto count = number(i); count && tokens_[i].number < 0) {
      out.count = count->value;
      return finish(i + count->length);
    }
    i += skip(i, TimeWord::kVague);
    return finish(i);
  }
  out.count = name->value.ends_with('2') ? 2 : 1;
  out.bare = out.count == 1;
  if (const auto one = number(i); out.bare && one && one->value == 1 && tokens_[i].number < 0) {  // شهر واحد
    i += one->length;
    out.bare = false;
  }
  // شهر ونصف، عام كامل stay what they are.
  return finish(i);
}

std::optional<Reading> ArabicTimeReader::unit(std::size_t at) const {
  if (!published_) return std::nullopt;
  const std::size_t edge = skip(at, TimeWord::kEdge);
  std::size_t i = at + edge;
  const std::size_t demonstrative = skip(i, TimeWord::kDemonstrative);
  std::size_t step = 0;
  if (const auto name = has(i + demonstrative, TimeWord::kUnit);
      name && name->value.find_first_of("2+s") == std::string_view::npos) {
    const auto unit = unit_from(name->value);
    if (!unit) return std::nullopt;
    const std::size_t end = i + demonstrative + name->length;
    if (const auto way = direction(end, step)) {
      if (unit == Unit::kDay && way == Direction::kThis) return std::nullopt;
      return of_length(one_unit(*unit, *way, *published_), end + step - at);
    }
    const bool definite = tokens_[i].word.find("ال") != std::string::npos;
    const bool whole = unit == Unit::kYear || unit == Unit::kMonth || unit == Unit::kWeek;
    // هذا العام; مطلع العام
    if (whole && !year(end) && (demonstrative != 0 || (edge != 0 && definite && skip(end, TimeWord::kNarrative) == 0))) {
      if (demonstrative == 0 && has(end, TimeWord::kMonth)) return std::nullopt;
      return of_length(one_unit(*unit, Direction::kThis, *published_), end - at);
    }
  }
  // آخر عشرة أيام; the token before it may be an edge word too
  const std::size_t last = skip(at, TimeWord::kLast);
  const std::size_t begin = last != 0 ? at + last : i;
  const auto amount = quantity(begin);
  if (!amount) return std::nullopt;
  const std::size_t end = begin + amount->length;
  if (const auto way = direction(end, step)) {
    if (amount->bare) return std::nullopt;
    return of_length(units_around(amount->unit, amount->count, *way, *published_), end + step - at);
  }
  if (last != 0 && amount->count && !amount->bare) {
    return of_length(units_around(amount->unit, amount->count, Direction::kPast, *published_), end - at);
  }
  return std::nullopt;
}

std::optional<Reading> ArabicTimeReader::ago(std::size_t at) const {
  const std::size_t marker = skip(at, TimeWord::kAgo);
  if (marker == 0 || !published_) return std::nullopt;
  const auto amount = quantity(at + marker);
  if (!amount) return std::nullopt;
  std::size_t end = at + marker + amount->length;
  std::size_t step = 0;
  if (direction(end, step)) return std::nullopt;
  if (amount->bare &&
      (has(end, TimeWord::kWeekday) || has(end, TimeWord::kMonth) || number(end) || has(end, TimeWord::kOrdinal))) {
    return std::nullopt;
  }
  if (const std::size_t of = skip(end, TimeWord::kOf); of != 0 && is(end, "من")) {
    // قبل يومين من الانتخابات counts from something else.
    const std::size_t now = skip(end + of, TimeWord::kNow);
    if (now == 0) return std::nullopt;
    end += of + now;
  }
  return of_length(units_ago(amount->unit, amount->count, *published_), end - at);
}

std::optional<Reading> ArabicTimeReader::year_date(std::size_t at) const {
  std::size_t i = at + skip(at, TimeWord::kEdge);
  bool context = i > at;
  if (const std::size_t season = skip(i, TimeWord::kSeason); season != 0) {
    i += season;
    context = true;
  }
  std::optional<int> until;
  if (const auto name = has(i, TimeWord::kUnit); name && (name->value == "year" || name->value == "years")) {
    context = true;
    i += name->length;
  }
  const auto first = year(i);
  if (!first) return std::nullopt;
  ++i;
  constexpr int kFirstHijri = 1300;
  constexpr int kLastHijri = 1500;
  if (const std::size_t mark = skip(i, TimeWord::kHijriMark); mark != 0 && *first >= kFirstHijri && *first <= kLastHijri) {
    const Day middle = from_hijri(*first, 7, 1);
    return of_length(exact_year(year_of(middle)), i + mark - at);
  }
  if (is(i, "م")) {
    ++i;
    context = true;
  }
  const bool preposition = after(at, TimeWord::kIn) || after(at, TimeWord::kAnd);
  if (!context && !preposition) return std::nullopt;
  // عامي 2003 و2005، 2011-2015
  const std::size_t joint = is_dash(i) ? 1 : skip(i, TimeWord::kAnd);
  if (joint != 0) {
    if (const auto last = year(i + joint); last && *last > *first) {
      until = last;
      i += joint + 1;
    }
  }
  // A number of people is no year: في 1500 منزل
  if (!context && i < tokens_.size() && tokens_[i].spaced && tokens_[i].number < 0 && *first < 1900) return std::nullopt;
  Reading out = exact_year(*first);
  if (until) out.until = year_value(*until);
  return of_length(std::move(out), i - at);
}

std::optional<Reading> ArabicTimeReader::hijri(std::size_t at) const {
  std::size_t i = at;
  std::optional<int> day;
  if (const auto number = day_number(i)) {
    day = number->value;
    i += number->length;
    i += skip(i, TimeWord::kOf);
  }
  bool context = day.has_value();
  if (const std::size_t edge = day ? 0 : skip(i, TimeWord::kEdge); edge != 0) {
    i += edge;
    context = true;
  }
  if (const auto unit = has(i, TimeWord::kUnit); unit && unit->value == "month") {
    i += unit->length;
    context = true;
  }
  const auto month = has(i, TimeWord::kHijri);
  if (!month) return std::nullopt;
  i += month->length;
  std::optional<int> year_found;
  std::size_t j = i;
  if (const auto name = has(j, TimeWord::kUnit); name && name->value == "year") j += name->length;
  if (const auto y = year(j)) {
    year_found = y;
    i = j + 1;
    i += skip(i, TimeWord::kHijriMark);
    context = true;
  } else {
    std::size_t step = 0;
    if (direction(i, step)) {
      i += step;
      context = true;
    }
  }
  // رجب، شعبان and رمضان are men's names too.
  if (!context && !(after(at, TimeWord::kIn) && month->value != "7")) return std::nullopt;
  constexpr int kLongestMonth = 30;
  if (day && *day > kLongestMonth) return std::nullopt;
  // A date of the common calendar beside it is exact, ours is reckoned.
  std::size_t more = 0;
  if (const auto date = date_beside(i, more); date && day) return of_length(*date, i + more - at);
  return of_length(hijri_date(day, month->number(), year_found, published_), i - at);
}

}  // namespace isnad::what
