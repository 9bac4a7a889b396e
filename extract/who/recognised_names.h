#pragma once

#include <vector>

#include "extract/who/name_runs.h"

namespace isnad::who {

/// Adds to the runs, which are in text order, what the recogniser found and the tagger did not see: whole names, and words at
/// the ends of runs. Names and nouns of the tables keep their words.
void add_recognised_names(const Draft& draft, std::vector<NameRun>& runs);

/// Returns: what the recogniser found on exactly the run's words; null when it did not.
/// Lifetime: that of the draft.
[[nodiscard]] const names::NameSpan* recognised_at(const Draft& draft, const NameRun& run);

/// Adds the recogniser's word on the type of a run, the more the surer it is.
void add_recognised_type(const Draft& draft, const NameRun& run, TypeEvidence& evidence);

}  // namespace isnad::who
