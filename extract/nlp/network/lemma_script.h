#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace isnad::nlp {

// A lemma is learned as a class: the change that turns a form into it. Two kinds of change are written as strings:
//   a<c><m>,<n>,<front>,<back>   drop m letters in front and n behind, put <front> and <back> there (القوات -> قوة)
//   t<c><ops>                    letter by letter: `k` keeps, `d` drops, `i` and a letter inserts (الأخبار -> خبر)
// <c> is `l` when the form is made lower case first, `k` when it keeps its case. A `t` change fits only forms of its length:
// that is what lets it learn broken plurals, whose letters move by pattern.

/// Returns: every change that turns `form` into `lemma`, the one that generalises best first; never empty.
/// Requires: both cleaned of vowel signs.
[[nodiscard]] std::vector<std::u32string> lemma_scripts(std::u32string_view form, std::u32string_view lemma);

/// Returns: whether `script` is well formed, which model files are checked for.
[[nodiscard]] bool is_lemma_script(std::u32string_view script);

/// Returns: the changed form; the form itself (in the script's case) where the script asks for more letters than it has, or
/// would leave nothing.
/// Requires: is_lemma_script(script).
[[nodiscard]] std::u32string apply_lemma_script(std::u32string_view script, std::u32string_view form);

}  // namespace isnad::nlp
