#include "graph/query/timeline.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <array>
#include <limits>
#include <map>
#include <set>
#include <utility>

#include "graph/model/error.h"
#include "graph/query/date_range.h"
#include "graph/query/search.h"

namespace isnad::query {

namespace {

constexpr std::size_t kMostTimes = 20'000;

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::chrono::year_month_day day_of(std::string_view date) {
  return std::chrono::year(number(date.substr(0, 4))) / std::chrono::month(static_cast<unsigned>(number(date.substr(5, 2)))) /
         std::chrono::day(static_cast<unsigned>(number(date.substr(8, 2))));
}

std::string text_of(std::chrono::year_month_day day) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                static_cast<unsigned>(day.day()));
  return text.data();
}

struct Count {
  std::uint32_t claims = 0;
  std::uint32_t cooperation = 0;
  std::uint32_t conflict = 0;
  std::uint32_t valued = 0;
  double goldstein = 0;
};

class Counter {
 public:
  Counter(const TimelineQuery& query) : query_(query) {}

  void add(const Claim& claim, const Document& document) {
    const std::string& date = date_of(claim, document);
    note_ends(claim, date);
    const auto time = time_of(date, query_.unit);
    if (!time) {
      ++out_.undated;
      return;
    }
    Count& count = counts_[*time];
    ++count.claims;
    const RelationTypeInfo& type = info(claim.type);
    if (type.family == RelationFamily::kCooperation) ++count.cooperation;
    if (type.family == RelationFamily::kConflict) ++count.conflict;
    if (claim.polarity == Polarity::kAffirmed && type.goldstein != 0.0F) {
      ++count.valued;
      count.goldstein += type.goldstein;
    }
  }

  Timeline finish() {
    if (counts_.empty()) return std::move(out_);
    const std::string last = counts_.rbegin()->first;
    for (std::string time = counts_.begin()->first;; time = time_after(time, query_.unit)) {
      if (out_.times.size() == kMostTimes) throw UsageError("the dates lie too far apart: choose a longer unit or a period");
      const auto found = counts_.find(time);
      TimeSpan span;
      span.time = time;
      if (found != counts_.end()) {
        const Count& count = found->second;
        span.claims = count.claims;
        span.cooperation = count.cooperation;
        span.conflict = count.conflict;
        span.goldstein = count.valued == 0 ? 0 : count.goldstein / count.valued;
      }
      out_.times.push_back(std::move(span));
      if (time >= last) break;
    }
    out_.bursts = mark_bursts(out_.times, query_.burst_rate, query_.burst_cost);
    return std::move(out_);
  }

 private:
  void note_ends(const Claim& claim, const std::string& date) {
    if (!is_date(date)) return;
    if (out_.first_date.empty() || date < out_.first_date) {
      out_.first_date = date;
      out_.first_claim = claim.id;
    }
    if (date > out_.last_date) {
      out_.last_date = date;
      out_.last_claim = claim.id;
    }
  }

  const TimelineQuery& query_;
  std::map<std::string, Count> counts_;
  Timeline out_;
};

/// What a count costs at a rate, but for a term that is the same at all rates.
double cost_of(std::uint32_t count, double rate) { return rate - count * std::log(rate); }

}  // namespace

std::optional<TimeUnit> time_unit_from(std::string_view name) {
  if (name == "day") return TimeUnit::kDay;
  if (name == "week") return TimeUnit::kWeek;
  if (name == "month") return TimeUnit::kMonth;
  if (name == "year") return TimeUnit::kYear;
  return std::nullopt;
}

std::optional<std::string> time_of(std::string_view date, TimeUnit unit) {
  if (!is_date(date)) return std::nullopt;
  if (unit == TimeUnit::kYear) return std::string(date.substr(0, 4));
  if (date.size() < 7) return std::nullopt;
  if (unit == TimeUnit::kMonth) return std::string(date.substr(0, 7));
  if (date.size() < 10) return std::nullopt;
  if (unit == TimeUnit::kDay) return std::string(date);
  const std::chrono::sys_days day = day_of(date);
  return text_of(day - (std::chrono::weekday(day) - std::chrono::Monday));
}

std::string time_after(const std::string& time, TimeUnit unit) {
  using std::chrono::days;
  switch (unit) {
    case TimeUnit::kDay: return text_of(std::chrono::sys_days(day_of(time)) + days(1));
    case TimeUnit::kWeek: return text_of(std::chrono::sys_days(day_of(time)) + days(7));
    case TimeUnit::kMonth: return text_of(day_of(time + "-01") + std::chrono::months(1)).substr(0, 7);
    case TimeUnit::kYear: return text_of(day_of(time + "-01-01") + std::chrono::years(1)).substr(0, 4);
  }
  return {};
}

std::vector<Burst> mark_bursts(std::vector<TimeSpan>& times, double rate, double cost) {
  double total = 0;
  for (const auto& span : times) total += span.claims;
  if (times.size() < 2 || total <= 0) return {};
  const double usual = total / static_cast<double>(times.size());
  const double busy = usual * rate;
  const double beginning = cost * std::log(static_cast<double>(times.size()));
  // The cheapest way to explain all times so far that ends in each state, and whether that state was entered just now.
  double in_usual = 0;
  double in_busy = std::numeric_limits<double>::infinity();
  struct From {
    bool usual_from_busy = false;
    bool busy_from_usual = false;
  };
  std::vector<From> from(times.size());
  for (std::size_t i = 0; i < times.size(); ++i) {
    from[i].usual_from_busy = in_busy < in_usual;
    from[i].busy_from_usual = in_usual + beginning < in_busy;
    const double next_usual = std::min(in_usual, in_busy) + cost_of(times[i].claims, usual);
    in_busy = std::min(in_usual + beginning, in_busy) + cost_of(times[i].claims, busy);
    in_usual = next_usual;
  }
  bool is_busy = in_busy < in_usual;
  for (std::size_t i = times.size(); i-- > 0;) {
    times[i].burst = is_busy;
    is_busy = is_busy ? !from[i].busy_from_usual : from[i].usual_from_busy;
  }
  std::vector<Burst> out;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (!times[i].burst) continue;
    if (i == 0 || !times[i - 1].burst) out.push_back({times[i].time, {}, 0, 0});
    Burst& burst = out.back();
    burst.last = times[i].time;
    burst.claims += times[i].claims;
    burst.weight += cost_of(times[i].claims, usual) - cost_of(times[i].claims, busy);
  }
  return out;
}

Timeline timeline(const ClaimSource& source, const TimelineQuery& query) {
  Counter counter(query);
  std::set<ClaimId> seen;  // a claim within the two groups could be found in both directions
  const auto count = [&](const Claim& claim, const Document& document) {
    if (query.tick) query.tick();
    counter.add(claim, document);
    return true;
  };
  ClaimQuery claims;
  claims.filter = query.filter;
  if (query.others.empty()) {
    claims.either = query.actors;
    find_claims(source, claims, count);
  } else {
    for (const bool forth : {true, false}) {
      claims.subjects = forth ? query.actors : query.others;
      claims.objects = forth ? query.others : query.actors;
      find_claims(source, claims, [&](const Claim& claim, const Document& document) {
        return seen.insert(claim.id).second ? count(claim, document) : true;
      });
    }
  }
  return counter.finish();
}

}  // namespace isnad::query
