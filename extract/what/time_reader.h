#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/what/date_resolution.h"
#include "extract/what/date_words.h"

namespace isnad::what {

/// Looks at the tokens of one text for what time expressions of every language have in common.
class TimeReader {
 public:
  TimeReader(const DateWords& words, const std::vector<TimeToken>& tokens, std::optional<Day> published)
      : words_(words), tokens_(tokens), published_(published) {}
  virtual ~TimeReader() = default;

  /// Returns: the longest expression that begins at token `at`.
  [[nodiscard]] virtual std::optional<Reading> read(std::size_t at) const = 0;

 protected:
  struct Number {
    int value = 0;
    std::size_t length = 0;
  };
  struct Quantity {
    Unit unit = Unit::kDay;
    /// Nothing when the words leave it open (`some days`).
    std::optional<int> count;
    std::size_t length = 0;
    /// One unit without a number (`يوم`), which may belong to what follows.
    bool bare = false;
  };

  [[nodiscard]] std::optional<DateWords::Found> has(std::size_t at, TimeWord kind) const {
    return words_.find(tokens_, at, kind);
  }
  /// Returns: how many tokens the word takes; 0 when it is not there.
  [[nodiscard]] std::size_t skip(std::size_t at, TimeWord kind) const {
    const auto found = has(at, kind);
    return found ? found->length : 0;
  }
  [[nodiscard]] std::size_t skip_all(std::size_t at, TimeWord kind) const;
  [[nodiscard]] bool is(std::size_t at, std::string_view word) const { return at < tokens_.size() && tokens_[at].word == word; }
  /// A hyphen or dash.
  [[nodiscard]] bool is_dash(std::size_t at) const;
  [[nodiscard]] bool after(std::size_t at, TimeWord kind) const;

  [[nodiscard]] std::optional<int> year(std::size_t at) const;
  /// Digits or a number word.
  [[nodiscard]] std::optional<Number> number(std::size_t at) const;
  /// 1 to 31, in digits or as an ordinal.
  [[nodiscard]] std::optional<Number> day_number(std::size_t at) const;

  /// `2018-09-17`, `17/9/2018`
  [[nodiscard]] std::optional<Reading> numeric(std::size_t at) const;

  /// A date whose parts are known, resolved against publication where the year is not.
  [[nodiscard]] std::optional<Reading> day_date(int day, int month, std::optional<int> year, Direction direction) const;
  [[nodiscard]] std::optional<Reading> month_date(int month, std::optional<int> year, Direction direction) const;

  [[nodiscard]] static std::optional<Reading> of_length(std::optional<Reading> reading, std::size_t length) {
    if (reading) reading->length = length;
    return reading;
  }

  const DateWords& words_;
  const std::vector<TimeToken>& tokens_;
  std::optional<Day> published_;
};

/// Keeps the longer of two readings, the first where they are equally long.
inline void keep_longer(std::optional<Reading>& best, std::optional<Reading> other) {
  if (other && (!best || other->length > best->length)) best = std::move(other);
}

}  // namespace isnad::what
