#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <vector>

#include "extract/corpus/field_map.h"
#include "extract/corpus/input_format.h"
#include "extract/diagnostics.h"
#include "graph/model/document.h"

namespace isnad::corpus {

/// What to read, and how.
struct CorpusOptions {
  /// Files, folders, archives; `-` is standard input.
  std::vector<std::filesystem::path> paths;
  /// A file that lists further paths, one a line, or each ended by a NUL when it has any; `-` is standard input. Empty for none.
  std::filesystem::path list;
  /// Of files that are named, and of standard input, instead of what their endings or contents say.
  std::optional<InputFormat> format;
  /// What the fields of JSON and the columns of tables hold.
  FieldMap fields;
  /// Asked now and then, also while a pipe gives nothing; true ends the reading.
  std::function<bool()> stopped;
  /// Told of the bytes that are taken from files, as they lie there, packed or not.
  std::function<void(std::uint64_t)> bytes_read;
};

/// Reads every article under the paths (folders in depth and in byte order of their names): plain text, HTML, JSON lines, JSON,
/// CSV, TSV, RSS, Atom and WARC by ending, or for a file given by name without a known ending by its content; also packed by
/// gzip, Zstandard, xz or bzip2, and inside zip and tar archives (docs/corpora.md).
///
/// `sink` gets each document as soon as it is read; it returns false to stop. An unusable article (broken UTF-8, a binary
/// file, a JSON line without text, an empty file, more than 4 MiB of text) goes to `diagnostics` and is skipped; what is kept
/// in spite of a fault (an unreadable date) goes there as a warning.
/// Throws: IoError when one of the paths does not exist or cannot be opened (those of the list are reported); whatever `sink`
/// throws.
void read_corpus(const CorpusOptions& options, Diagnostics& diagnostics, const std::function<bool(Document&&)>& sink);

/// The same with all options as they are.
void read_corpus(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics,
                 const std::function<bool(Document&&)>& sink);

/// Returns: how many bytes the files under the paths and of the list take that reading would open, packed or not; nothing when standard
/// input or a pipe is among them, or the list is.
/// Cost: looks at every file's status once.
[[nodiscard]] std::optional<std::uint64_t> corpus_size_bytes(const CorpusOptions& options);

/// Throws: IoError when a path that is not `-` does not exist.
void require_paths(const std::vector<std::filesystem::path>& paths);

}  // namespace isnad::corpus
