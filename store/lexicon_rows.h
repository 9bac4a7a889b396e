#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "store/store.h"

namespace isnad::store {

/// A row of a user's lexicon as a database keeps it; what its cells mean is the extractor's affair.
struct LexiconRow {
  /// Tells the row from all others of its kind.
  std::string id;
  std::uint8_t kind = 0;
  std::vector<std::string> cells;
  /// Where it was read: `actors.tsv:12`.
  std::string place;

  friend bool operator==(const LexiconRow&, const LexiconRow&) = default;
};

/// How the keys of these rows begin in `default`.
inline constexpr std::string_view kLexiconRow = "lexicon";

class Database;
class Batch;

/// Adds a row to a batch.
void put_lexicon_row(Batch& batch, const LexiconRow& row);

/// Returns: the rows of an open database, ordered by kind and id.
/// Throws: CorruptionError.
[[nodiscard]] std::vector<LexiconRow> lexicon_rows_of(const Database& database);

/// Returns: the rows of the database at `path`, ordered by kind and id.
/// Throws: IoError, CorruptionError as `Store`.
[[nodiscard]] std::vector<LexiconRow> lexicon_rows(const std::filesystem::path& path);

/// Puts these rows in the place of all that were, at once and durably.
///
/// Throws: IoError, CorruptionError as `Store`; also while another process writes.
void replace_lexicon_rows(const std::filesystem::path& path, OpenMode mode, const std::vector<LexiconRow>& rows);

}  // namespace isnad::store
