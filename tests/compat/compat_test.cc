// Databases that older versions wrote, migrated: they hold what they held.
//
// format-N/db is a database of that format, format-N/expected what `lines_of` said of it before its format was given up.

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "store/migrate.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/compat/describe_store.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using isnad::store::OpenMode;
using isnad::store::Store;
using isnad::testing::TemporaryFolder;

std::vector<std::string> lines_in(const fs::path& path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("compat: databases of every older format are migrated whole", "[store][compat]") {
  for (std::uint32_t format = 1; format < isnad::store::kFormatVersion; ++format) {
    CAPTURE(format);
    const fs::path old = fs::path(ISNAD_COMPAT) / ("format-" + std::to_string(format));
    const TemporaryFolder folder;
    const fs::path db = folder.path() / "db";
    fs::copy(old / "db", db, fs::copy_options::recursive);
    for (const OpenMode mode : {OpenMode::kReadOnly, OpenMode::kReadWrite, OpenMode::kCreate}) {
      CHECK_THROWS_WITH(Store(db, mode), db.string() + ": written by an older version (format " + std::to_string(format) +
                                             "); isnad migrate brings it to format " + std::to_string(isnad::store::kFormatVersion));
    }
    CHECK(isnad::store::migrate(db) == format);
    const Store store(db, OpenMode::kReadOnly);
    CHECK(isnad::store::verify(store) == std::vector<std::string>());
    const auto expected = lines_in(old / "expected");
    CHECK(expected.size() > 100);
    CHECK(isnad::testing::lines_of(store) == expected);
    CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
    CHECK(isnad::store::migrate(db) == isnad::store::kFormatVersion);
  }
}

TEST_CASE("compat: what cannot be migrated stays as it is", "[store][compat]") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  CHECK_THROWS_WITH(isnad::store::migrate(db), db.string() + ": no database here");
  fs::copy(fs::path(ISNAD_COMPAT) / "format-1" / "db", db, fs::copy_options::recursive);
  fs::path largest;
  for (const auto& entry : fs::directory_iterator(db)) {
    if (largest.empty() || entry.file_size() > fs::file_size(largest)) largest = entry.path();
  }
  const auto size = fs::file_size(largest);
  std::fstream file(largest, std::ios::binary | std::ios::in | std::ios::out);
  file.seekp(static_cast<std::streamoff>(size / 4));
  file << "rubbish";
  file.close();
  CHECK_THROWS_AS(isnad::store::migrate(db), isnad::CorruptionError);
  CHECK(fs::file_size(largest) == size);
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}
