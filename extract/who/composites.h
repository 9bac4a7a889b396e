#pragma once

#include <string>

#include "extract/who/draft.h"

namespace isnad::who {

/// Returns: a name of a kind or office with a country's adjective put in: `الجيش {m}` and Turkey give `الجيش التركي`.
/// `target` that is no country, or has no adjective, follows the noun: `قوات حفتر`; in English it stands before it.
[[nodiscard]] std::string compose_ar(const Draft& draft, const std::string& pattern, const Actor& target);
[[nodiscard]] std::string compose_en(const Draft& draft, const std::string& pattern, const Actor& target);

/// Returns: the actor that `kind` makes of `target` (the target itself where the kind is transparent); -1 for none.
[[nodiscard]] int compose(Draft& draft, const Kind& kind, int target);

/// Returns: the actor of a kind that stands alone: `org:opposition`, `norp:civilians`.
[[nodiscard]] int bare_actor(Draft& draft, const Kind& kind);

/// Returns: the country that the actor acts for: itself, of a capital or regime its country, of a president his; else -1.
[[nodiscard]] int state_of(const Draft& draft, int actor);

}  // namespace isnad::who
