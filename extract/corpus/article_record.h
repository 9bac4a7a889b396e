#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "extract/corpus/field_map.h"
#include "extract/corpus/readers.h"
#include "graph/model/document.h"

namespace isnad::corpus {

/// One article of a file that holds many, its strings as they stand there.
class ArticleRecord {
 public:
  struct Sentence {
    std::string id;
    std::string text;
  };

  /// Keeps the value unless one of a preferred name is there already; an empty value yields to any other.
  void set(FieldMap::Match match, std::string value);

  [[nodiscard]] const std::string& get(Field field) const { return values_[static_cast<std::size_t>(field)].text; }

  bool has_sentences = false;
  std::vector<Sentence> sentences;

 private:
  struct Value {
    std::string text;
    std::size_t rank = 0;
  };
  std::array<Value, kFieldCount> values_;
};

/// Makes a document of a record: joins sentences, takes the text out of HTML, reads the date, names document and sentences.
/// What can be mended is warned of.
///
/// `line` and `what` (`record 7: `, or nothing) say where it stands.
/// Throws: Unusable when it has no text, or too much.
[[nodiscard]] Document to_document(ArticleRecord record, const Reading& reading, std::uint64_t line,
                                   const std::string& what = {});

/// Returns: the calendar day of a date as machines write it, also as seconds or milliseconds since 1970 (of the day in UTC);
/// empty when it is none.
[[nodiscard]] std::string published_day(const std::string& written);

}  // namespace isnad::corpus
