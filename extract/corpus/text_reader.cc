#include <utility>

#include "extract/corpus/date.h"
#include "extract/corpus/document_id.h"
#include "extract/corpus/encoding.h"
#include "extract/corpus/plain_text.h"
#include "extract/corpus/readers.h"
#include "extract/corpus/unusable.h"

namespace isnad::corpus {

bool read_text(const Reading& reading) {
  Document document;
  document.text = to_utf8(reading.bytes.rest());
  if (trimmed(document.text).empty()) throw Unusable("empty");
  require_analysable(document.text);
  document.title = headline_of(document.text);
  document.published = leading_date(reading.file_name).value_or("");
  document.id = document_id({}, document);
  document.path = reading.name;
  return reading.sink(std::move(document));
}

}  // namespace isnad::corpus
