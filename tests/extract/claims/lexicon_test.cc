#include "extract/claims/lexicon.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "extract/claims/fold.h"
#include "graph/model/error.h"

using namespace isnad;
using namespace isnad::claims;

TEST_CASE("lexicon: both languages load and know their verbs", "[extract][claims]") {
  const Lexicon arabic("ar");
  CHECK(arabic.verb(fold("أعلن")).has(Trait::kSay));
  CHECK(arabic.verb(fold("نفى")).has(Trait::kDeny));
  CHECK_FALSE(arabic.verb(fold("قصف")).has(Trait::kSay));
  CHECK(arabic.event(fold("قصف")).has(Trait::kObjectEvent));
  CHECK(arabic.word(fold("لم")).has(Trait::kNegation));

  const Lexicon english("en");
  CHECK(english.verb("say").has(Trait::kSay));
  CHECK(english.word("n't").has(Trait::kNegation));
  CHECK_FALSE(english.known("zzz"));
}

TEST_CASE("lexicon: a language without tables is an error that names the file", "[extract][claims]") {
  CHECK_THROWS_WITH(Lexicon("xx"), Catch::Contains("verbs.xx.tsv"));
}

TEST_CASE("traits: a set", "[extract][claims]") {
  Traits traits;
  CHECK_FALSE(traits.any(Trait::kSay, Trait::kResultEvent));
  traits.add(Trait::kResultEvent);
  CHECK(traits.has(Trait::kResultEvent));
  CHECK(traits.any(Trait::kSay, Trait::kResultEvent));
  CHECK_FALSE(traits.has(Trait::kSay));
}
