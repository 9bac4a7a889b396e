#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "graph/model/span.h"

namespace isnad::what {

/// What a word can be in a time expression; the first column of the tables `ar_dates.tsv` and `en_dates.tsv`.
enum class TimeWord : std::uint8_t {
  kMonth,
  kHijri,
  kWeekday,
  kOffset,
  kPart,
  kUnit,
  kWeekend,
  kPast,
  kNext,
  kThis,
  kDemonstrative,
  kEdge,
  kAgo,
  kLast,
  kDuring,
  kIn,
  kSeason,
  kAbout,
  kVague,
  kNumber,
  kOrdinal,
  kOf,
  kAnd,
  kHijriMark,
  kCommonMark,
  kNarrative,
  kNow,
  kSuffix,
  kNamedToday
};

/// A stretch of letters, a run of digits, or one other sign.
struct TimeToken {
  Span span;
  /// Folded; Arabic digits as European ones.
  std::string word;
  /// Value of a run of digits of at most four; -1 otherwise.
  int number = -1;
  int digits = 0;
  /// Written with a capital letter, or with آ.
  bool marked = false;
  /// White space stands before it.
  bool spaced = false;
  /// A number, or a word that some entry begins with: `DateWords::mark` finds out.
  bool known = true;
};

[[nodiscard]] std::vector<TimeToken> time_tokens(std::string_view text);

/// The vocabulary of time expressions of one language.
class DateWords {
 public:
  struct Found {
    /// As in the table's second column.
    std::string_view value;
    /// How many tokens it takes.
    std::size_t length = 0;
    [[nodiscard]] int number() const;
  };

  /// Throws: IoError, FormatError.
  explicit DateWords(std::string_view file);

  /// Tells the tokens that an entry can begin with from all others, so that those need not be looked up as every kind.
  void mark(std::vector<TimeToken>& tokens) const;

  /// Returns: the longest entry of that kind at token `at`; nothing when there is none.
  [[nodiscard]] std::optional<Found> find(const std::vector<TimeToken>& tokens, std::size_t at, TimeWord kind) const;

 private:
  struct Meaning {
    TimeWord kind;
    std::string value;
    std::size_t length;
  };
  [[nodiscard]] const Meaning* look_up(const std::string& key, TimeWord kind) const;

  std::unordered_map<std::string, std::vector<Meaning>> words_;
  /// The first words of all entries.
  std::unordered_set<std::string> first_words_;
};

}  // namespace isnad::what
