#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/conllu/sentence.h"
#include "extract/who/resolver.h"
#include "graph/model/claim.h"
#include "graph/model/document.h"

namespace isnad::who::testing {

/// A document and its trees, for tests that say what they need in CoNLL-U's first columns.
struct Parsed {
  Document document;
  std::vector<conllu::Sentence> sentences;
};

/// Builds a document of sentences given one a string, one word a line: `form upos head deprel`. A line `+form ...` is a word
/// that clings to the one before it (a proclitic's host); the text is the words joined by blanks, clinging ones without.
[[nodiscard]] Parsed parse(std::string_view lang, const std::vector<std::string>& sentences,
                           std::string published = "2020-02-12");

/// Returns: `surface -> key [rule]` of every mention, in order.
[[nodiscard]] std::vector<std::string> describe(const Parsed& parsed, const Resolver::Resolution& resolution);

/// Returns: the key of the first mention with this surface; empty when there is none.
[[nodiscard]] std::string key_of(const Parsed& parsed, const Resolver::Resolution& resolution, std::string_view surface);

/// Returns: the entity that a slot with this head word (the `nth` word so written, from 0) is linked to; empty for none.
[[nodiscard]] std::string linked(const Resolver& resolver, const Parsed& parsed, const Resolver::Resolution& resolution,
                                 std::string_view word, int nth = 0);

/// The tables are read once for all tests.
[[nodiscard]] const Resolver& resolver();

}  // namespace isnad::who::testing
