#include "extract/data_files.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "graph/model/error.h"

TEST_CASE("data files: a missing file is named", "[extract]") {
  CHECK_THROWS_WITH(isnad::data_file("lexicon/no-such-table.tsv"), Catch::Contains("lexicon/no-such-table.tsv"));
  CHECK_THROWS_AS(isnad::data_file("lexicon/no-such-table.tsv"), isnad::IoError);
}

TEST_CASE("data files: a version is three numbers", "[extract]") {
  const std::string version(isnad::version());
  CHECK(std::count(version.begin(), version.end(), '.') == 2);
}
