#include <optional>
#include <string>
#include <utility>

#include "extract/corpus/article_record.h"
#include "extract/corpus/encoding.h"
#include "extract/corpus/json_record.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

bool read_jsonl(const Reading& reading) {
  reading.bytes.to_utf8();
  std::string line;
  std::uint64_t number = 0;
  for (;;) {
    const ByteReader::Line status = reading.bytes.next_line(line);
    if (status == ByteReader::Line::kEnd) break;
    ++number;
    std::optional<Document> document;
    try {
      if (status == ByteReader::Line::kTooLong)
        throw Unusable("a line longer than " + std::to_string(kMaxRawBytes >> 20U) + " MiB");
      if (trimmed(line).empty()) continue;
      require_text(line);
      document = to_document(parse_json_record(line, reading.fields), reading, number);
    } catch (const Unusable& reason) {
      reading.diagnostics.report(reading.name, number, reason.what());
      continue;
    }
    if (!reading.sink(std::move(*document))) return false;
  }
  if (number == 0) throw Unusable("empty");
  return true;
}

}  // namespace isnad::corpus
