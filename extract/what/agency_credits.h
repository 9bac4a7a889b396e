#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/model/document.h"

namespace isnad::what {

/// Tells from an article's text which news agency it was taken from: a dateline (`BEIRUT (Reuters) -`, `القاهرة - أ ف ب:`), a source
/// line (`المصدر: رويترز`) or the names that end it. Outlets that reprint one agency are one source.
///
/// `according to Reuters` is attribution within a report of the outlet's own, and no credit.
/// Threads: immutable once made.
class AgencyCredits {
 public:
  /// Throws: IoError, FormatError from reading `lexicon/what/agencies.tsv`.
  AgencyCredits();

  /// Returns: the agency's name as the table has it; empty when the text credits none. Of several the first.
  /// Cost: the beginning and the end of the text, whatever its length.
  [[nodiscard]] std::string_view of(const Document& document) const;

 private:
  struct Agency {
    std::string name;
    std::vector<std::string> names;
    std::vector<std::string> marks;
  };
  [[nodiscard]] std::string_view marked_dateline(std::string_view head) const;
  [[nodiscard]] std::string_view marked_end(std::string_view tail) const;
  [[nodiscard]] std::string_view dateline(std::string_view head) const;
  [[nodiscard]] std::string_view source_line(std::string_view part) const;
  [[nodiscard]] std::string_view last_line(std::string_view tail) const;
  [[nodiscard]] std::string_view named(std::string_view words) const;

  std::vector<Agency> agencies_;
};

}  // namespace isnad::what
