#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/conllu/sentence.h"

namespace isnad::train {

/// Whose conventions a file follows.
enum class Treebank { kNews, kPadt, kPadtMorph, kPud, kIahlt, kEnglish };

/// Returns: the treebank called `news`, `padt`, `padt-morph`, `pud`, `iahlt` or `english`; nothing for other names.
[[nodiscard]] std::optional<Treebank> treebank_from(std::string_view name);

/// Brings a treebank as near to the project's scheme as rules can: lemmas without vowel signs (which MISC keeps, as `Vlemma=`),
/// one inventory of features, UD v2 labels (of the subtypes only those that change who does what), ال on its noun, UniMorph tags
/// as UPOS and features. Sentences with blanked words, and repetitions of a sentence, go. What no rule can tell, such as names in
/// PADT, stays; the parser is told the treebank of each sentence instead. Throws: FormatError when a UniMorph tag is unknown.
void harmonise(std::vector<conllu::Sentence>& sentences, Treebank treebank);

}  // namespace isnad::train
