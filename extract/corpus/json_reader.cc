#include <optional>
#include <string>
#include <utility>

#include "extract/corpus/article_record.h"
#include "extract/corpus/json_record.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

namespace {

constexpr std::size_t kLookAtBytes = std::size_t{1} << 16U;

/// Passes over white space. Returns: false at the end of the file.
bool more(ByteReader& bytes, std::uint64_t& line) {
  while (!bytes.at_end()) {
    const char c = bytes.front();
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') return true;
    if (c == '\n') ++line;
    bytes.pop();
  }
  return false;
}

}  // namespace

bool read_json(const Reading& reading) {
  reading.bytes.to_utf8();
  // Lines are found again after a fault; other JSON is not.
  if (looks_like_json_lines(reading.bytes.peek(kLookAtBytes))) return read_jsonl(reading);
  std::uint64_t line = 1;
  std::uint64_t number = 0;
  if (!more(reading.bytes, line)) throw Unusable("empty");
  const JsonSink sink{[&](ArticleRecord&& record, std::uint64_t record_line, std::uint64_t record_number) {
    const std::string what = "record " + std::to_string(record_number) + ": ";
    std::optional<Document> document;
    try {
      document = to_document(std::move(record), reading, record_line, what);
    } catch (const Unusable& reason) {
      reading.diagnostics.report(reading.name, record_line, what + reason.what());
      return true;
    }
    return reading.sink(std::move(*document));
  }};
  try {
    do {
      if (!read_json_value(reading.bytes, reading.fields, sink, line, number)) return false;
    } while (more(reading.bytes, line));
  } catch (const Unusable& reason) {
    const std::string read = number == 0 ? std::string() : "; what follows record " + std::to_string(number) + " is not read";
    throw Unusable(reason.what() + read, line);
  }
  if (number == 0)
    throw Unusable("no articles in this JSON: an array of objects is wanted, alone or under a name such as \"articles\"");
  return true;
}

}  // namespace isnad::corpus
