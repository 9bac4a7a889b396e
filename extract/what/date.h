#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/span.h"

namespace isnad::what {

enum class Granularity : std::uint8_t { kDay, kWeek, kMonth, kYear };

/// Words of a text that say when, and the date that they name.
struct TimeExpression {
  /// In the text that was searched.
  Span span;
  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; of a period its beginning.
  std::string value;
  /// End of a period that is longer than `value` tells (`the past ten days`, `last week`), in the same form; else empty.
  std::string until;
  Granularity granularity = Granularity::kDay;
  /// The date when what is told has not happened yet (`will meet on Monday`); empty when it is `value` all the same.
  std::string if_future;
};

/// Finds Arabic and English time expressions and resolves them against the day of publication.
///
/// A weekday, month or day of a month without more is the last one at or before publication: news looks back.
/// Threads: const methods may be called from several threads at once.
class DateFinder {
 public:
  /// Throws: IoError, FormatError from reading its tables.
  DateFinder();
  ~DateFinder();
  DateFinder(const DateFinder&) = delete;
  DateFinder& operator=(const DateFinder&) = delete;

  /// Requires: `text` is valid UTF-8; `lang` is `ar` or `en`; `published` is `YYYY-MM-DD`, or empty when unknown.
  /// Returns: expressions in text order, disjoint; only those that name a date by themselves when `published` is unknown.
  /// Cost: linear in the text's length.
  [[nodiscard]] std::vector<TimeExpression> find(std::string_view text, std::string_view lang, std::string_view published) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::what
