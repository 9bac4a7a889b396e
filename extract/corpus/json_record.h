#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::corpus {

/// One line of a JSONL corpus, its strings as they stand there.
struct JsonlArticle {
  struct Sentence {
    std::string id;
    std::string text;
  };

  std::string id;
  std::string title;
  std::string date;
  std::string source;
  std::string url;
  std::string lang;
  std::string text;
  bool has_sentences = false;
  std::vector<Sentence> sentences;
};

/// Reads one line without building a tree of it: fields that it does not know cost nothing, whatever they hold.
/// A number may stand for anything but a text and is taken as it is written; `null` is as if the field were not there; a NUL in a
/// string becomes a space.
///
/// Requires: `line` is valid UTF-8.
/// Throws: Unusable for what is no JSON object, is nested deeper than 64, or has a known field of the wrong kind.
[[nodiscard]] JsonlArticle parse_jsonl_article(std::string_view line);

}  // namespace isnad::corpus
