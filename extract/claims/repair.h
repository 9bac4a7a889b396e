#pragma once

#include "extract/claims/tree.h"

namespace isnad::claims {

/// Hangs words right where the words themselves tell and parsers most often go wrong: relative clauses on a noun that their
/// pronoun agrees with, names on the office before them, parts of a name on its first, nouns that with their preposition
/// are a preposition (بشأن، في إطار), sources (`according to`) on the statement.
///
/// Cost: linear in the words for each word that is moved.
void repair(Tree& tree);

}  // namespace isnad::claims
