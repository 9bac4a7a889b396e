#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "extract/conllu/sentence.h"

namespace isnad::nlp {

/// How treebanks spell the words of a token: the project gives them the form that they have alone (ل + السلطة, على + ه), others
/// keep the token's letters (ل + لسلطة, علي + ه).
///
/// Threads: safe once loaded.
class SchemeSpelling {
 public:
  /// Reads `lexicon/nlp/spelling.ar.tsv`.
  /// Throws: IoError, FormatError from reading the table.
  [[nodiscard]] static SchemeSpelling load();

  /// Respells the words of multiword tokens after a scheme's table, if it has one.
  /// Requires: spans are set, and count bytes from `sentence.span.begin` on in `sentence.text`.
  void apply(std::string_view scheme, conllu::Sentence& sentence) const;

 private:
  struct Words {
    bool all = false;
    std::set<std::string, std::less<>> forms;
  };
  std::map<std::string, Words, std::less<>> schemes_;
};

}  // namespace isnad::nlp
