#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace isnad::who {

class Lexicon;

/// A row that a user adds to the project's tables (docs/lexicon.md).
struct UserRow {
  enum class Kind : std::uint8_t {
    /// key, type, name_ar, name_en, aliases_ar, aliases_en, country
    kActor,
    /// holder, office, of, from, to
    kTerm,
  };
  Kind kind = Kind::kActor;
  /// As many as the kind has columns.
  std::vector<std::string> cells;
  /// Where it was read: `actors.tsv:12`.
  std::string place = {};

  /// Returns: what tells the row from all others: an actor's key; a term's holder, office, body and beginning.
  [[nodiscard]] std::string id() const;
};

/// Ordered by kind and id, one row an id.
using UserLexicon = std::vector<UserRow>;

/// Something that is wrong with a row, or may be.
struct RowFinding {
  /// `actors.tsv:12`
  std::string place;
  std::string what;
  /// False for what is allowed but hardly meant, such as two actors with one name.
  bool is_fault = true;
};

/// What a file holds, and what is wrong with its lines.
struct UserFile {
  UserLexicon rows;
  std::vector<RowFinding> findings;
};

/// Reads a user's table: tab-separated UTF-8 with a header line for each kind of row it has. A line that cannot be used is a
/// finding.
///
/// Throws: IoError when the file cannot be read.
[[nodiscard]] UserFile read_user_file(const std::filesystem::path& path);

/// Returns: both, with `added` in the place of the rows of `rows` that have the same ids.
[[nodiscard]] UserLexicon merged(UserLexicon rows, const UserLexicon& added);

/// Says where rows contradict themselves, each other or the project's tables.
///
/// `shipped`: the tables without any user's row.
/// Returns: the findings in the order of the rows; faults, of which none may be left for `Lexicon`, and warnings.
[[nodiscard]] std::vector<RowFinding> check(const Lexicon& shipped, const UserLexicon& rows);

/// Returns: ` user-lexicon:` and 16 hexadecimal digits that change when any row does, whatever the files they came from; empty
/// without rows.
[[nodiscard]] std::string fingerprint(const UserLexicon& rows);

/// Returns: the rows as a table that `read_user_file` reads.
[[nodiscard]] std::string to_table(const UserLexicon& rows);

}  // namespace isnad::who
