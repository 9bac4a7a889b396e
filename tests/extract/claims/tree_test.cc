#include "extract/claims/tree.h"

#include <catch2/catch.hpp>

#include "tests/extract/claims/testing.h"

using namespace isnad;
using namespace isnad::claims;

namespace {

const Lexicon& english() {
  static const Lexicon lexicon("en");
  return lexicon;
}

}  // namespace

TEST_CASE("tree: children, order and prepositions", "[extract][claims]") {
  const auto parsed = testing::parse("en", R"(Rain rain NOUN 2 nsubj
fell fall VERB 0 root
because because ADP 6 case
of of ADP 3 fixed
the the DET 6 det
wind wind NOUN 2 obl
)");
  const Tree tree(parsed.sentences.front(), english());
  CHECK(tree.children(2) == std::vector<int>{1, 6});
  CHECK(tree.preposition(6) == "because of");
  CHECK(tree.child(2, "obl") == 6);
  CHECK(tree.child(2, "obj") == 0);
  CHECK(tree.dominates(2, 4));
  CHECK_FALSE(tree.dominates(6, 1));
  CHECK(tree.top_down().front() == 2);
  CHECK(tree.top_down().size() == 6);
}

TEST_CASE("tree: circles and wild heads are cut", "[extract][claims]") {
  auto parsed = testing::parse("en", R"(a a NOUN 2 nmod
b b NOUN 3 nmod
c c NOUN 1 nmod
d d NOUN 99 nmod
e e NOUN 5 nmod
)");
  const Tree tree(parsed.sentences.front(), english());
  CHECK(tree.top_down().size() == 5);
  CHECK(tree.roots().size() == 3);
  CHECK(tree.head(4) == 0);
  CHECK(tree.head(5) == 0);
}

TEST_CASE("tree: features by name", "[extract][claims]") {
  auto parsed = testing::parse("en", "they they PRON 0 root Case=Nom|Number=Plur|Person=3\n");
  const Tree tree(parsed.sentences.front(), english());
  CHECK(tree.feature(1, "Number") == "Plur");
  CHECK(tree.feature(1, "Person") == "3");
  CHECK(tree.feature(1, "Num").empty());
  CHECK(tree.feature(1, "Gender").empty());
}
