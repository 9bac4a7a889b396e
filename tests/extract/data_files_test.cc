#include "extract/data_files.h"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "graph/model/error.h"

TEST_CASE("data files: a missing file is named", "[extract]") {
  CHECK_THROWS_WITH(isnad::data_file("lexicon/no-such-table.tsv"), Catch::Contains("lexicon/no-such-table.tsv"));
  CHECK_THROWS_AS(isnad::data_file("lexicon/no-such-table.tsv"), isnad::IoError);
}

TEST_CASE("data files: a folder's fingerprint changes with a name and with a byte", "[extract]") {
  namespace fs = std::filesystem;
  const fs::path root = fs::temp_directory_path() / ("isnad-data-" + std::to_string(getpid()));
  fs::create_directories(root / "tables" / "deep");
  const char* before = std::getenv("ISNAD_DATA");
  const std::string saved = before == nullptr ? "" : before;
  setenv("ISNAD_DATA", root.c_str(), 1);
  const auto write = [&](const char* name, const char* text) { std::ofstream(root / "tables" / name) << text; };
  write("a.tsv", "one");
  write("deep/b.tsv", "two");
  const std::string first = isnad::data_fingerprint("tables");
  CHECK(first.size() == 16);
  CHECK(isnad::data_fingerprint("tables") == first);
  write("a.tsv", "onf");
  CHECK(isnad::data_fingerprint("tables") != first);
  write("a.tsv", "one");
  CHECK(isnad::data_fingerprint("tables") == first);
  fs::rename(root / "tables" / "a.tsv", root / "tables" / "c.tsv");
  CHECK(isnad::data_fingerprint("tables") != first);
  setenv("ISNAD_DATA", saved.c_str(), 1);
  fs::remove_all(root);
}

TEST_CASE("data files: a version is three numbers", "[extract]") {
  const std::string version(isnad::version());
  CHECK(std::count(version.begin(), version.end(), '.') == 2);
}
