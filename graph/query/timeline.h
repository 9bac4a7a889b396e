#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim_source.h"
#include "graph/model/ids.h"
#include "graph/query/edge_reader.h"

namespace isnad::query {

enum class TimeUnit : std::uint8_t { kDay, kWeek, kMonth, kYear };

[[nodiscard]] std::optional<TimeUnit> time_unit_from(std::string_view name);

/// Returns: the unit's name of the time in which a date lies: the day, the Monday of its week (ISO 8601), `YYYY-MM`, `YYYY`;
/// nothing when the date is too coarse for the unit or is none.
[[nodiscard]] std::optional<std::string> time_of(std::string_view date, TimeUnit unit);

/// Returns: the name of the time after `time`. Requires: what `time_of` returned for the same unit.
[[nodiscard]] std::string time_after(const std::string& time, TimeUnit unit);

/// What happened in one unit of time.
struct TimeSpan {
  /// As `time_of` names it.
  std::string time;
  std::uint32_t claims = 0;
  std::uint32_t cooperation = 0;
  std::uint32_t conflict = 0;
  /// Mean Goldstein value of the affirmed claims that have one; 0 when there is none.
  double goldstein = 0;
  bool burst = false;
};

/// Times in which much more happened than usually, one after the other.
struct Burst {
  std::string first;
  std::string last;
  std::uint32_t claims = 0;
  /// How much cheaper the burst explains the counts than the usual rate does, in nats.
  double weight = 0;
};

struct Timeline {
  /// From the first to the last in which something happened, without gaps.
  std::vector<TimeSpan> times;
  std::vector<Burst> bursts;
  /// Claims without a date, or with one too coarse for the unit.
  std::uint32_t undated = 0;
  /// First and last date as claims have them; empty when none is dated.
  std::string first_date;
  std::string last_date;
  ClaimId first_claim;
  ClaimId last_claim;
};

struct TimelineQuery {
  /// Claims with one of these at either end; empty: all.
  std::vector<EntityKey> actors;
  /// When not empty: only claims between one of `actors` and one of these, in either direction.
  std::vector<EntityKey> others;
  ViewFilter filter;
  TimeUnit unit = TimeUnit::kMonth;
  /// How many times the usual rate makes a burst, greater than 1, and how dear it is to begin one.
  double burst_rate = 2.0;
  double burst_cost = 1.0;
  /// Called for each claim; may throw to stop. None when empty.
  std::function<void()> tick;
};

/// Counts claims over time.
///
/// Throws: UsageError when the dates lie more than 20,000 units apart.
/// Cost: reads the claims of the actors.
[[nodiscard]] Timeline timeline(const ClaimSource& source, const TimelineQuery& query);

/// Marks times with bursts: of all ways to tell busy times from usual ones, the cheapest, where a time costs what its count is
/// unlikely to be (Poisson, at the mean rate or `rate` times that), and each beginning of a burst costs `cost` * ln(times).
///
/// Source: J. Kleinberg, Bursty and Hierarchical Structure in Streams, KDD 2002, doi:10.1145/775047.775061 (two states, counts).
[[nodiscard]] std::vector<Burst> mark_bursts(std::vector<TimeSpan>& times, double rate, double cost);

}  // namespace isnad::query
