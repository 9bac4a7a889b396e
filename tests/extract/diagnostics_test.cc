#include "extract/diagnostics.h"

#include <catch2/catch.hpp>

#include "graph/model/error.h"

TEST_CASE("diagnostics: sorted by file, then line", "[extract]") {
  isnad::Diagnostics diagnostics;
  diagnostics.report("b.txt", 0, "empty file");
  diagnostics.report("a.jsonl", 9, "no text");
  diagnostics.report("a.jsonl", 2, "no JSON");
  const auto sorted = diagnostics.sorted();
  REQUIRE(sorted.size() == 3);
  CHECK(sorted[0].str() == "a.jsonl:2: no JSON");
  CHECK(sorted[1].str() == "a.jsonl:9: no text");
  CHECK(sorted[2].str() == "b.txt: empty file");
}

TEST_CASE("diagnostics: strict throws at the first", "[extract]") {
  isnad::Diagnostics diagnostics(true);
  CHECK_THROWS_AS(diagnostics.report("a.txt", 3, "not UTF-8"), isnad::FormatError);
}

TEST_CASE("diagnostics: a warning is listed, flagged, and not counted", "[extract]") {
  isnad::Diagnostics diagnostics;
  diagnostics.report("a.jsonl", 3, "no text");
  diagnostics.warn("a.jsonl", 2, "odd date");
  CHECK(diagnostics.count() == 1);
  const auto sorted = diagnostics.sorted();
  REQUIRE(sorted.size() == 2);
  CHECK(sorted[0].str() == "a.jsonl:2: odd date");
  CHECK(sorted[0].warning);
  CHECK(sorted[1].str() == "a.jsonl:3: no text");
  CHECK_FALSE(sorted[1].warning);
}

TEST_CASE("diagnostics: strict does not throw at a warning", "[extract]") {
  isnad::Diagnostics diagnostics(true);
  CHECK_NOTHROW(diagnostics.warn("a.jsonl", 2, "odd date"));
  CHECK(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.count() == 0);
}
