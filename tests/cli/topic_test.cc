#include "cli/topic.h"

#include <catch2/catch.hpp>

#include "graph/model/error.h"
#include "tests/graph/support/graph_builder.h"

using namespace isnad;
using cli::Topic;

TEST_CASE("topic: words in any order and spelling, whole words only", "[cli][topic]") {
  CHECK(Topic("oil prices").is_in("Prices of Oil rise."));
  CHECK_FALSE(Topic("oil prices").is_in("The price of oil rises."));
  CHECK_FALSE(Topic("oil").is_in("Turmoil in the markets"));
  CHECK(Topic("أنقرة").is_in("زار الوزير انقره أمس"));
  CHECK_FALSE(Topic("أنقرة").is_in("زار الوزير إسطنبول أمس"));
}

TEST_CASE("topic: Arabic words with what is joined to their front", "[cli][topic]") {
  for (const auto* sentence : {"أسعار النفط", "وللنفط سعر", "بالنفط والغاز", "فبنفط العراق", "والنفط أولا"}) {
    CAPTURE(sentence);
    CHECK(Topic("نفط").is_in(sentence));
    CHECK(Topic("النفط").is_in(sentence));
  }
  CHECK_FALSE(Topic("نفط").is_in("النفطية"));
}

TEST_CASE("topic: a star stands for any ending", "[cli][topic]") {
  CHECK(Topic("sanction*").is_in("New sanctions on Iran"));
  CHECK(Topic("نفط*").is_in("والنفطية منها"));
  CHECK_FALSE(Topic("sanction*").is_in("Resanctioned"));
}

TEST_CASE("topic: without any word it is refused", "[cli][topic]") {
  CHECK_THROWS_AS(Topic(""), UsageError);
  CHECK_THROWS_AS(Topic(" * ، "), UsageError);
}
