#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "extract/who/user_lexicon.h"

namespace isnad::cli {

/// Reads a user's tables and checks them together with `beside` and the project's own; warnings go to stderr.
///
/// Returns: the rows of the files.
/// Throws: IoError; FormatError for the first fault, the others on stderr.
[[nodiscard]] who::UserLexicon read_user_lexicon(const std::vector<std::string>& files, const who::UserLexicon& beside = {});

/// Returns: what `files` and `beside` have wrong, the project's tables being what they are, by file and line.
/// Throws: IoError.
[[nodiscard]] std::vector<who::RowFinding> findings_of(const std::vector<std::string>& files, const who::UserLexicon& beside,
                                                       who::UserLexicon& rows);

/// Returns: the rows that the database keeps.
/// Throws: IoError, CorruptionError.
[[nodiscard]] who::UserLexicon user_lexicon_of(const std::filesystem::path& db);

/// Returns: whether there is a database, or a half-made one.
[[nodiscard]] bool has_database(const std::filesystem::path& db);

/// Puts the rows in the place of those that the database keeps.
void keep_user_lexicon(const std::filesystem::path& db, const who::UserLexicon& rows);

}  // namespace isnad::cli
