#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>

#include "extract/corpus/article_record.h"
#include "extract/corpus/byte_reader.h"
#include "extract/corpus/field_map.h"

namespace isnad::corpus {

/// Reads one JSON object as an article without building a tree of it: fields that the map does not know cost nothing, whatever
/// they hold. A number may stand for anything but a text and is taken as it is written; `null` is as if the field were not there;
/// a NUL in a string becomes a space.
///
/// Requires: `line` is valid UTF-8.
/// Throws: Unusable for what is no JSON object, is nested deeper than 64, or has `text`, `sentences` or another field by its own
/// name of the wrong kind.
[[nodiscard]] ArticleRecord parse_json_record(std::string_view line, const FieldMap& fields);

/// What a stream of JSON gives.
struct JsonSink {
  /// An article, the line on which it begins, and its number from 1. Returns false to stop.
  std::function<bool(ArticleRecord&&, std::uint64_t line, std::uint64_t number)> article;
};

/// Reads one JSON value from the stream, giving the articles in it one by one as they are read: the objects of an array, of an
/// array that stands in an object under one of the usual names, or the one object.
///
/// `line` (from 1) and `number` count on. Returns: false when the sink stopped.
/// Throws: Unusable as `parse_json_record`, and for an article of more than 64 MiB.
bool read_json_value(ByteReader& bytes, const FieldMap& fields, const JsonSink& sink, std::uint64_t& line, std::uint64_t& number);

}  // namespace isnad::corpus
