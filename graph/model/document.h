#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/model/ids.h"
#include "graph/model/span.h"

namespace isnad {

/// One sentence of a document: where it stands, and the name that outputs give it.
struct SentenceSpan {
  Span span;
  /// As the corpus names it, else `<document id>#<number from 0>`.
  std::string id;
  /// ISO 639-1, `ar` or `en`; empty when not yet known.
  std::string lang;
};

/// One article as read. Every later span counts bytes of `text`, which nothing changes after reading.
struct Document {
  DocumentId id;
  std::string url;
  /// The outlet or feed, as the corpus names it; may be empty.
  std::string source;
  std::string title;
  /// ISO 639-1 of most of the text; empty until it is known.
  std::string lang;
  /// Publication date, `YYYY-MM-DD`; empty when unknown.
  std::string published;
  /// Valid UTF-8. A headline that the text does not repeat is its first line.
  std::string text;
  /// Sentences given by the corpus itself, in text order; when not empty nobody splits anew.
  std::vector<SentenceSpan> sentences;
  /// Where it was read, for messages: path, and line in it (from 1; 0 when the file is one document).
  std::string path;
  std::uint64_t line = 0;
  /// The news agency that the text credits; empty for an outlet's own. What reads files leaves it empty.
  std::string agency = {};
  /// The document that this one is a copy of, with small changes; empty for an original. Only a store, which knows the others, can tell.
  DocumentId copy_of = {};
};

/// Returns: who is counted as the source of what a document says: the agency that it credits, since outlets that reprint one agency are one
/// source; else its outlet.
[[nodiscard]] inline const std::string& independent_source(const Document& document) {
  return document.agency.empty() ? document.source : document.agency;
}

}  // namespace isnad
