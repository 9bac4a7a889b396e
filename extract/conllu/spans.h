#pragma once

#include "extract/conllu/sentence.h"

namespace isnad::conllu {

/// Finds every token of the sentence in `sentence.text`, in order, and sets the spans of tokens and words, counted from
/// `sentence.span.begin`; `sentence.span` becomes the range of the text from there.
///
/// Returns: false when a token's form is not in the text where it should be; it and all after it then have empty spans.
/// Cost: linear in the text, times the length of the longest multiword token.
bool set_spans(Sentence& sentence);

/// Shares out the range of a multiword token over its words by the best alignment of their forms with its letters, so
/// that words whose forms differ from the text (`ل` + `السلطة` in `للسلطة`) get the letters they stand for.
///
/// Requires: `token.span` is set, `token.form` has as many bytes, and the token's words belong to `sentence`.
void set_word_spans(Sentence& sentence, const MultiwordToken& token);

}  // namespace isnad::conllu
