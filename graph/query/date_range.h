#pragma once

#include <string>
#include <string_view>

namespace isnad::query {

/// A period of days, both ends within it. Ends may be as coarse as `2020` or `2020-02`; an empty end is open.
class DateRange {
 public:
  /// A period without ends: everything is in it, undated things too.
  DateRange() = default;

  /// Throws: UsageError when an end is no `YYYY[-MM[-DD]]`, or the first lies after the last.
  DateRange(std::string_view since, std::string_view until);

  [[nodiscard]] bool unbounded() const { return first_day_.empty() && last_day_.empty(); }

  /// Returns: whether a day that `date` (`YYYY[-MM[-DD]]`) may mean lies in the period. An empty date lies in none but the
  /// unbounded one.
  [[nodiscard]] bool contains(std::string_view date) const;

  /// Returns: the days that lie in both.
  /// Throws: UsageError when there are none.
  [[nodiscard]] DateRange intersection(const DateRange& other) const;

  /// What can be said of many dates when only their smallest and greatest string are known.
  enum class Overlap { kNone, kSome, kAll };
  [[nodiscard]] Overlap overlap(std::string_view smallest, std::string_view greatest) const;

 private:
  std::string first_day_;
  std::string last_day_;
};

/// Returns: whether `date` is `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and exists: no 29 February in 2021.
[[nodiscard]] bool is_date(std::string_view date);

}  // namespace isnad::query
