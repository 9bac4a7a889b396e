#pragma once

#include <iosfwd>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/names/context_code.h"
#include "extract/names/name_tagger.h"
#include "extract/nlp/analyser.h"
#include "extract/who/lexicon.h"
#include "graph/model/document.h"

namespace isnad::train {

/// Counts what a recogniser of names takes each word of raw text for. One that was trained without the letters of words
/// (`blank` 1) judges by contexts alone, and so as well of words it never met as of others.
class WordContexts {
 public:
  /// Lifetime: all must outlive this.
  WordContexts(const nlp::Analyser& analyser, const who::Lexicon& lexicon, const names::NameTagger& tagger, std::string lang)
      : analyser_(analyser), lexicon_(lexicon), tagger_(tagger), lang_(std::move(lang)) {}

  /// Counts the words of the document's sentences in the language.
  void add(const Document& document);

  /// Counts analysed words, one tag each.
  void add(const conllu::Sentence& sentence, const std::vector<names::NameSpan>& found);

  /// Writes a line for each form (Arabic letters folded, capitals kept) that was met often enough for a code: the form and its
  /// counts, tabs between; the commonest first.
  void write(std::ostream& out) const;

 private:
  const nlp::Analyser& analyser_;
  const who::Lexicon& lexicon_;
  const names::NameTagger& tagger_;
  std::string lang_;
  std::unordered_map<std::string, names::TagCounts> counts_;
};

}  // namespace isnad::train
