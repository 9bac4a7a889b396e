#pragma once

#include <string_view>

namespace isnad::what {

// What words of a relation say by themselves, whatever its type.

/// Returns: the English of a preposition of place; empty when it is none.
[[nodiscard]] std::string_view locative(std::string_view preposition);

/// Returns: true when the relation ends in a preposition of time: before, after, during. من قبل names a doer.
[[nodiscard]] bool tells_when(std::string_view relation);

/// Returns: true for verbs of giving the order: a court, minister or general who does it has it done.
[[nodiscard]] bool orders(std::string_view lemma);

/// Returns: true for words that say what somebody means to do: willing, ready to; not for unwilling, already.
[[nodiscard]] bool names_will(std::string_view relation);

/// Returns: true for words that say that it is going to be done: will, سوف، سيوقف. A mere purpose (`to end the war`) has none.
[[nodiscard]] bool names_future(std::string_view relation);

}  // namespace isnad::what
