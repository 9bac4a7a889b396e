#pragma once

#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/who/lexicon.h"
#include "extract/who/resolver.h"
#include "graph/model/entity.h"

namespace isnad::who {

/// Titles beside names, where the text leaves out whose post it is but the table of offices knows: Prime Minister Tony Blair, the former
/// president Barack Obama.
///
/// Returns: a mention for each, rule `post`: the span is the title's words, the entity what it is a post of. They refer to nobody and
/// are no mentions of `resolution`; entities that it lacks are added to it.
/// Requires: `resolution` is of these sentences.
[[nodiscard]] std::vector<Mention> find_held_posts(const Lexicon& lexicon, const std::vector<conllu::Sentence>& sentences,
                                                   Resolver::Resolution& resolution);

}  // namespace isnad::who
