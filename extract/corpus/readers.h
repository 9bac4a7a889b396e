#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "extract/corpus/byte_reader.h"
#include "extract/corpus/field_map.h"
#include "extract/corpus/input_format.h"
#include "extract/diagnostics.h"
#include "graph/model/document.h"

namespace isnad::corpus {

/// Where a reader takes its bytes from and where articles and complaints go.
struct Reading {
  /// As messages and documents name it: a path, with `!` before the name of an archive's member.
  std::string name;
  /// The file's own name, which may begin with a date.
  std::string file_name;
  ByteReader& bytes;
  Diagnostics& diagnostics;
  const FieldMap& fields;
  const std::function<bool(Document&&)>& sink;
};

// One reader a format. Each returns false when the sink wants no more, and throws Unusable when the (rest of the) file
// cannot be used. What holds many articles reports a bad one and goes on with the next.

/// The whole file is one article. Its first line is the headline when a blank line follows; a date that starts the file's
/// name (`2020-02-13-headline.txt`) is the article's.
bool read_text(const Reading& reading);

/// The whole file is one page with one article.
bool read_html(const Reading& reading);

/// One JSON object a line: a text, or `sentences: [{id, text}]`, and what else the field map knows. Blank lines are nothing.
/// Sentences without an id, and all but the first with the same one, are named `<document id>#<number from 0>`.
bool read_jsonl(const Reading& reading);

/// JSON of any length: an array of articles, an object that holds such an array under one of the usual names, one article, or
/// several such values one after the other. What follows broken JSON is not read.
bool read_json(const Reading& reading);

/// Comma-separated values (RFC 4180; semicolons and tabs are recognised in the first line), the first line with the columns'
/// names.
bool read_csv(const Reading& reading);

/// The same, separated by tabs.
bool read_tsv(const Reading& reading);

/// RSS 0.9 to 2.0 or Atom 1.0: each item is an article, its text the fullest of its contents.
bool read_feed(const Reading& reading);

/// A web archive (ISO 28500): each response or resource that is an HTML page with status 200.
bool read_warc(const Reading& reading);

/// What is known of a page besides its bytes.
struct PageOrigin {
  /// Where it was fetched; for pages that do not say where they belong.
  std::string url;
  /// The character set by the server's header.
  std::string charset;
  /// May begin with a date.
  std::string file_name;
};

/// Returns: the article of an HTML page.
/// Throws: Unusable when it has none.
[[nodiscard]] Document page_document(std::string bytes, const PageOrigin& origin);

/// Returns: the reader for a format.
using ReadFormat = bool (*)(const Reading&);
[[nodiscard]] ReadFormat reader_of(InputFormat format);

}  // namespace isnad::corpus
