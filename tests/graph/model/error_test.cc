#include "graph/model/error.h"

#include <catch2/catch.hpp>

TEST_CASE("error: a format error names file and line", "[graph][model]") {
  const isnad::FormatError error("articles/a.jsonl", 12, "no text");
  CHECK(std::string(error.what()) == "articles/a.jsonl:12: no text");
  CHECK(error.file() == "articles/a.jsonl");
  CHECK(error.line() == 12);
}

TEST_CASE("error: a format error without a line names the file alone", "[graph][model]") {
  CHECK(std::string(isnad::FormatError("a.txt", 0, "empty").what()) == "a.txt: empty");
}
