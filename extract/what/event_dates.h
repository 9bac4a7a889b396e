#pragma once

#include <string>
#include <vector>

#include "extract/what/date.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"

namespace isnad::what {

/// Returns: the language of a claim: its sentence's, else by its letters.
[[nodiscard]] std::string language_of(const Document& document, const Claim& claim);

/// Fills `event_date` of each claim from the time expressions of its sentence: the one that is an argument of its predicate,
/// else one that stands free and is nearest to it; what belongs to a noun phrase (`the deal of September 2018`) dates no
/// event. Claims without one keep an empty date.
///
/// Requires: types are filled. `document.sentences` may still be empty; the text around a claim is searched then.
void date_events(const Document& document, const DateFinder& finder, std::vector<Claim>& claims);

}  // namespace isnad::what
