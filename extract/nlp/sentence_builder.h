#pragma once

#include <string_view>

#include "extract/conllu/sentence.h"
#include "extract/nlp/clitic_segmenter.h"
#include "extract/nlp/document_splitter.h"
#include "extract/nlp/word_tables.h"

namespace isnad::nlp {

/// Makes the words of a raw sentence: contractions (English) and clitics (Arabic) become words of multiword tokens.
///
/// `segmenter` may be null for a sentence in English. Returns: a sentence without tags or tree, MISC telling where no space
/// follows. Requires: `text` is the document that `raw` was cut from.
[[nodiscard]] conllu::Sentence build_sentence(std::string_view text, const RawSentence& raw, const WordTables& tables,
                                              const CliticSegmenter* segmenter);

}  // namespace isnad::nlp
