#pragma once

#include <filesystem>
#include <functional>

#include "extract/corpus/byte_reader.h"
#include "extract/diagnostics.h"
#include "graph/model/document.h"

namespace isnad::corpus {

/// Where a reader takes its bytes from and where articles and complaints go.
struct Reading {
  /// As messages name it, and the carrier of a leading date.
  std::filesystem::path path;
  ByteReader& bytes;
  Diagnostics& diagnostics;
  const std::function<bool(Document&&)>& sink;
};

// One reader a format. Each returns false when the sink wants no more, and throws Unusable when the (rest of the) file
// cannot be used.

/// The whole file is one article. Its first line is the headline when a blank line follows; a date that starts the file's
/// name (`2020-02-13-headline.txt`) is the article's.
bool read_text(const Reading& reading);

/// The whole file is one page with one article.
bool read_html(const Reading& reading);

/// One JSON object a line: `id title date source url lang`, and `text` or `sentences: [{id, text}]`. Blank lines are nothing.
/// A bad line is reported and passed over. Sentences without an id, and all but the first with the same one, are named
/// `<document id>#<number from 0>`.
bool read_jsonl(const Reading& reading);

}  // namespace isnad::corpus
