#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include "extract/diagnostics.h"
#include "graph/model/document.h"

namespace isnad::corpus {

/// Reads every article under `paths` (files or folders, folders in depth and in byte order of their names): `.txt`,
/// `.html`/`.htm`, `.jsonl`/`.ndjson`, by ending, or for a file given by name without a known ending by its content.
///
/// `sink` gets each document as soon as it is read; it returns false to stop. An unusable article (broken UTF-8, a binary
/// file, a JSON line without text, an empty file, more than 4 MiB of text) goes to `diagnostics` and is skipped; what is kept
/// in spite of a fault (an unreadable date) goes there as a warning.
/// Throws: IoError when a path in `paths` does not exist or cannot be opened; whatever `sink` throws.
void read_corpus(const std::vector<std::filesystem::path>& paths, Diagnostics& diagnostics,
                 const std::function<bool(Document&&)>& sink);

}  // namespace isnad::corpus
