#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/who/user_lexicon.h"

namespace isnad::who {

/// Gathers the names of one record and makes a row of them.
class RecordNames {
 public:
  /// Takes a name; one that a table cannot hold, or that is in another script, is passed over. The first of a language is what
  /// the row calls its actor.
  void add_arabic(std::string_view name);
  void add_english(std::string_view name);

  /// Returns: false when no name was of use.
  [[nodiscard]] bool any() const { return !arabic_.empty() || !english_.empty(); }

  [[nodiscard]] UserRow row(const std::string& key, std::string_view type, const std::string& country = "") const;

 private:
  std::vector<std::string> arabic_;
  std::vector<std::string> english_;
};

}  // namespace isnad::who
