#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "extract/evaluation/tagged_text.h"
#include "extract/names/name_features.h"
#include "extract/names/name_tags.h"
#include "extract/names/word_hint.h"

namespace isnad::nlp {
class Analyser;
}
namespace isnad::who {
class Lexicon;
}

namespace isnad::train {

/// A document of tagged sentences, analysed as the recogniser will see it.
struct NameDocument {
  evaluation::TaggedDocument gold;
  std::vector<conllu::Sentence> sentences;
  names::Hints hints;
  /// [sentence][word] the tags that the gold allows.
  std::vector<std::vector<names::TagSet>> allowed;
};

/// Analyses the documents of a file of tagged tokens.
/// Throws: as `evaluation::read_tagged`; IoError, ModelError from loading the models that analyse.
[[nodiscard]] std::vector<NameDocument> read_names(const std::filesystem::path& path, const std::string& lang,
                                                   const nlp::Analyser& analyser, const who::Lexicon& lexicon);

/// Returns: the tags that gold names allow each word of a sentence. Clitics before a name and pronouns behind it stay
/// outside; where a coarse label leaves the type open the tables decide if they know the name.
/// Requires: `spans[k]` is where token k stands in the document.
[[nodiscard]] std::vector<names::TagSet> allowed_tags(const conllu::Sentence& sentence, const std::vector<names::WordHint>& hints,
                                                      const evaluation::TaggedSentence& gold, const std::vector<Span>& spans);

}  // namespace isnad::train
