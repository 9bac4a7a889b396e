#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"

namespace isnad::query {

/// A pattern that does not follow the grammar of docs/query.md, or whose words mean nothing here.
class PatternError : public UsageError {
 public:
  /// `offset`, `size`: the bytes of the pattern that are to blame; `offset` may be its end.
  PatternError(std::size_t offset, std::size_t size, const std::string& message)
      : UsageError(message), offset_(offset), size_(size) {}

  [[nodiscard]] std::size_t offset() const { return offset_; }
  [[nodiscard]] std::size_t size() const { return size_; }

 private:
  std::size_t offset_;
  std::size_t size_;
};

/// Some words of a pattern, and where they stand in it (quotation marks included).
struct PatternWords {
  std::string text;
  std::size_t offset = 0;
  std::size_t size = 0;
};

/// One end of a triple.
struct PatternTerm {
  /// Without its question mark when it is a variable.
  PatternWords words;
  bool is_variable = false;
};

struct PatternRelation {
  /// Any of these will do; empty when `any` or `is_variable`.
  std::vector<PatternWords> words;
  /// `*`.
  bool any = false;
  bool is_variable = false;
  /// `not`: claims that deny it.
  bool denied = false;
};

enum class Comparison : std::uint8_t { kEqual, kNotEqual, kAtLeast, kAtMost };

/// `date >= 2020-02`, `kind ?x = PER | ORG`, `?x != ?y`.
struct PatternCondition {
  enum class Field : std::uint8_t { kDate, kPublished, kConfidence, kSource, kLanguage, kModality, kSpeaker, kSources, kKind, kVariable };

  Field field = Field::kDate;
  PatternWords name;
  Comparison comparison = Comparison::kEqual;
  /// Of `kKind` and `kVariable`.
  std::string variable;
  /// Any of them, at least one; of `kVariable` the other variable.
  std::vector<PatternWords> values;
};

struct PatternTriple {
  PatternTerm subject;
  PatternRelation relation;
  PatternTerm object;
  /// In brackets behind it: for this triple alone.
  std::vector<PatternCondition> conditions;
};

/// Triples that share variables, as written.
struct Pattern {
  std::vector<PatternTriple> triples;
  /// After `where`: for every triple, or for a variable.
  std::vector<PatternCondition> conditions;
  /// Names of the variables in the order of the text, each once; those that begin with `_` bind but are not shown.
  std::vector<std::string> variables;

  [[nodiscard]] std::size_t variable_number(std::string_view name) const;
};

/// Reads a pattern. Source: docs/query.md.
///
/// Throws: PatternError.
[[nodiscard]] Pattern parse_pattern(std::string_view text);

}  // namespace isnad::query
