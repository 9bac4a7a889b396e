#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::corpus {

/// The parts of an article that exports name in their own ways.
enum class Field : std::uint8_t { kId, kTitle, kDate, kSource, kUrl, kLang, kText };

inline constexpr std::size_t kFieldCount = 7;

/// Returns: `id title date source url lang text`.
[[nodiscard]] std::string_view to_string(Field field);

/// Which fields of JSON objects and which columns of tables hold what. Names are compared without case, spaces, `_` and `-`;
/// a dot leads into an object (`headline.main`).
class FieldMap {
 public:
  /// The names that common exports use, in order of preference.
  FieldMap();

  struct Match {
    Field field = Field::kText;
    /// 0 is preferred to 1.
    std::size_t rank = 0;
  };

  /// Takes `FIELD=NAME`: from then on only names given in this way stand for the field, the first ones preferred. A table's
  /// column may also be named by its number, from 1. Throws: UsageError for a field that does not exist or an empty name.
  void set(std::string_view assignment);

  /// `name`: of a field or column as the file has it.
  [[nodiscard]] std::optional<Match> find(std::string_view name) const;

  /// Returns: whether a name leads into the object `name`.
  [[nodiscard]] bool leads_into(std::string_view name) const;

 private:
  void add(Field field, std::string_view name);

  std::map<std::string, Match, std::less<>> matches_;
  std::vector<std::size_t> counts_ = std::vector<std::size_t>(kFieldCount, 0);
  std::vector<bool> given_ = std::vector<bool>(kFieldCount, false);
};

}  // namespace isnad::corpus
