#pragma once

#include <cstddef>
#include <optional>

#include "extract/what/time_reader.h"

namespace isnad::what {

/// Time expressions of English news, British and American.
class EnglishTimeReader : public TimeReader {
 public:
  using TimeReader::TimeReader;

  [[nodiscard]] std::optional<Reading> read(std::size_t at) const override;

 private:
  struct Month {
    int month = 0;
    std::size_t length = 0;
    /// A word that is not always a month: may, march, or an abbreviation without its point.
    bool doubtful = false;
  };

  /// yesterday evening
  [[nodiscard]] std::optional<Reading> relative_day(std::size_t at) const;
  /// last Wednesday, Wednesday night, Wednesday, 12 February
  [[nodiscard]] std::optional<Reading> weekday(std::size_t at) const;
  /// 17 September 2018, Feb. 12, the 17th of May, 12-13 February, the 17th of this month
  [[nodiscard]] std::optional<Reading> day_of_month_date(std::size_t at) const;
  /// in February, early last March, mid-June 2018
  [[nodiscard]] std::optional<Reading> month(std::size_t at) const;
  /// last week, earlier this year, the past ten days, last weekend
  [[nodiscard]] std::optional<Reading> unit(std::size_t at) const;
  /// two days ago
  [[nodiscard]] std::optional<Reading> ago(std::size_t at) const;
  /// in 2018, since 2011, summer 2014, between 2011 and 2014
  [[nodiscard]] std::optional<Reading> year_date(std::size_t at) const;

  [[nodiscard]] std::optional<Month> month_name(std::size_t at) const;
  [[nodiscard]] std::optional<Direction> direction(std::size_t at, std::size_t& length) const;
  [[nodiscard]] std::optional<Quantity> quantity(std::size_t at) const;
  /// `, 2018`
  [[nodiscard]] std::optional<int> year_behind(std::size_t at, std::size_t& length) const;
};

}  // namespace isnad::what
