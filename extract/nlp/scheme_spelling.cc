#include "extract/nlp/scheme_spelling.h"

#include "extract/data_files.h"
#include "extract/tables/table.h"

namespace isnad::nlp {

SchemeSpelling SchemeSpelling::load() {
  SchemeSpelling out;
  tables::read_table(data_file("lexicon/nlp/spelling.ar.tsv"), {"scheme", "words"}, [&](const tables::Row& row) {
    Words words;
    words.all = row.cells[1] == "*";
    if (!words.all) {
      for (const auto word : tables::alternatives(row.cells[1])) words.forms.emplace(word);
    }
    if (!out.schemes_.emplace(row.cells[0], std::move(words)).second)
      row.fail("'" + std::string(row.cells[0]) + "' stands there twice");
  });
  return out;
}

void SchemeSpelling::apply(std::string_view scheme, conllu::Sentence& sentence) const {
  const auto found = schemes_.find(scheme);
  if (found == schemes_.end()) return;
  const Words& words = found->second;
  for (const conllu::MultiwordToken& token : sentence.multiword_tokens) {
    for (int id = token.first; id <= token.last; ++id) {
      conllu::Word& word = sentence.word(id);
      if (!words.all && !words.forms.contains(word.form)) continue;
      // What the token's letters leave for a word may be nothing.
      if (word.span.end == word.span.begin) continue;
      word.form.assign(sentence.text, word.span.begin - sentence.span.begin, word.span.end - word.span.begin);
    }
  }
}

}  // namespace isnad::nlp
