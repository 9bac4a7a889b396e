#pragma once

#include <cstddef>
#include <optional>

#include "extract/what/time_reader.h"

namespace isnad::what {

/// Time expressions of Arabic news.
class ArabicTimeReader : public TimeReader {
 public:
  using TimeReader::TimeReader;

  [[nodiscard]] std::optional<Reading> read(std::size_t at) const override;

 private:
  struct Month {
    int month = 0;
    std::size_t length = 0;
    /// A word that is not always a month: مارس.
    bool doubtful = false;
  };
  /// What may stand behind a date: year, الماضي، من العام الجاري.
  struct Tail {
    std::optional<int> year;
    Direction direction = Direction::kNone;
    std::size_t length = 0;
  };

  /// أمس الأربعاء، مساء اليوم
  [[nodiscard]] std::optional<Reading> relative_day(std::size_t at) const;
  /// يوم الأربعاء الماضي، الأربعاء 12 فبراير/شباط
  [[nodiscard]] std::optional<Reading> weekday(std::size_t at) const;
  /// 17 سبتمبر/أيلول 2018، السابع عشر من الشهر الجاري، بين 12 و15 مارس
  [[nodiscard]] std::optional<Reading> day_of_month_date(std::size_t at) const;
  /// نهاية فبراير، شهر سبتمبر الماضي، كانون الأول/ديسمبر 2018
  [[nodiscard]] std::optional<Reading> month(std::size_t at) const;
  /// الأسبوع الماضي، مطلع هذا العام، الأيام العشرة الماضية
  [[nodiscard]] std::optional<Reading> unit(std::size_t at) const;
  /// قبل يومين، منذ تسع سنوات
  [[nodiscard]] std::optional<Reading> ago(std::size_t at) const;
  /// عام 2011، عامي 2003 و2005، في 2018، صيف 2014
  [[nodiscard]] std::optional<Reading> year_date(std::size_t at) const;
  /// 12 رمضان 1439 هـ
  [[nodiscard]] std::optional<Reading> hijri(std::size_t at) const;

  [[nodiscard]] std::optional<Month> month_name(std::size_t at) const;
  [[nodiscard]] Tail tail(std::size_t at) const;
  [[nodiscard]] std::optional<Direction> direction(std::size_t at, std::size_t& length) const;
  [[nodiscard]] std::optional<Quantity> quantity(std::size_t at) const;
  /// An explicit date that stands beside a weekday, in brackets or behind a comma.
  [[nodiscard]] std::optional<Reading> date_beside(std::size_t at, std::size_t& length) const;
};

}  // namespace isnad::what
