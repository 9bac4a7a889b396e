// What opening refuses, and what it says.

#include <catch2/catch.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "graph/model/error.h"
#include "store/database.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/support/random_extraction.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Catch::Matchers::Equals;
using isnad::IoError;
using isnad::store::Batch;
using isnad::store::Database;
using isnad::store::OpenMode;
using isnad::store::Store;
using isnad::store::Table;
using isnad::testing::RandomExtractions;
using isnad::testing::TemporaryFolder;

void set_format(const fs::path& path, const std::string& format) {
  Database database(path, OpenMode::kReadWrite);
  Batch batch(database);
  batch.put(Table::kMeta, isnad::store::kFormatKey, format);
  database.write(batch);
}

/// Nothing is forbidden to root: while this lives, root is nobody.
class AsOrdinaryUser {
 public:
  AsOrdinaryUser() : was_root_(geteuid() == 0) {
    constexpr uid_t kNobody = 65534;
    if (was_root_) REQUIRE(seteuid(kNobody) == 0);
  }
  ~AsOrdinaryUser() {
    if (was_root_ && seteuid(0) != 0) std::abort();
  }
  AsOrdinaryUser(const AsOrdinaryUser&) = delete;
  AsOrdinaryUser& operator=(const AsOrdinaryUser&) = delete;

 private:
  bool was_root_;
};

void write_file(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

}  // namespace

TEST_CASE("open: makes a database, its folders too, and finds it again", "[store][open]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "a" / "b.db";
  RandomExtractions extractions(1);
  const isnad::Extraction extraction = extractions.next(0);
  {
    Store store(path, OpenMode::kCreate);
    store.put(extraction);
  }
  for (const OpenMode mode : {OpenMode::kCreate, OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    const Store store(path, mode);
    CHECK(store.stats().documents == 1);
    CHECK(store.document(extraction.document.id));
    CHECK(store.path() == path);
  }
}

TEST_CASE("open: says when there is no database", "[store][open]") {
  const TemporaryFolder folder;
  const fs::path missing = folder.path() / "missing";
  for (const OpenMode mode : {OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    CHECK_THROWS_WITH(Store(missing, mode), Equals(missing.string() + ": no database here"));
    CHECK_THROWS_WITH(Store(folder.path(), mode), Equals(folder.path().string() + ": no database here"));
  }
  CHECK_FALSE(fs::exists(missing));
  CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("open: takes no other file or folder for a database", "[store][open]") {
  const TemporaryFolder folder;
  const fs::path file = folder.path() / "file";
  write_file(file, "text");
  for (const OpenMode mode : {OpenMode::kCreate, OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    CHECK_THROWS_WITH(Store(file, mode), Equals(file.string() + ": not a database: a database is a folder"));
  }
  CHECK_THROWS_WITH(Store(folder.path(), OpenMode::kCreate),
                    Equals(folder.path().string() + ": not a database: the folder holds other files, such as file"));
  CHECK(fs::exists(file));

  const fs::path rubbish = folder.path() / "rubbish";
  fs::create_directory(rubbish);
  write_file(rubbish / "CURRENT", "rubbish\n");
  for (const OpenMode mode : {OpenMode::kCreate, OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    CHECK_THROWS_WITH(Store(rubbish, mode), Contains(rubbish.string() + ": "));
  }
}

TEST_CASE("open: refuses a newer format and leaves it alone", "[store][open]") {
  const TemporaryFolder folder;
  { const Store store(folder.path(), OpenMode::kCreate); }
  const std::string newer = std::to_string(isnad::store::kFormatVersion + 1);
  set_format(folder.path(), newer);
  for (const OpenMode mode : {OpenMode::kCreate, OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    CHECK_THROWS_AS(Store(folder.path(), mode), IoError);
    CHECK_THROWS_WITH(Store(folder.path(), mode),
                      Equals(folder.path().string() + ": written by a newer version (format " + newer + "; this program knows up to " +
                             std::to_string(isnad::store::kFormatVersion) + ")"));
  }
}

TEST_CASE("open: refuses a format that is no number", "[store][open]") {
  const std::string format = GENERATE("", "0", "1x", "x", "-1", "99999999999999999999");
  const TemporaryFolder folder;
  { const Store store(folder.path(), OpenMode::kCreate); }
  set_format(folder.path(), format);
  CHECK_THROWS_AS(Store(folder.path(), OpenMode::kReadOnly), isnad::CorruptionError);
}

TEST_CASE("open: only one may write, others read", "[store][open]") {
  const TemporaryFolder folder;
  RandomExtractions extractions(2);
  Store writer(folder.path(), OpenMode::kCreate);
  writer.put(extractions.next(0));
  CHECK_THROWS_AS(Store(folder.path(), OpenMode::kReadWrite), IoError);
  CHECK_THROWS_WITH(Store(folder.path(), OpenMode::kCreate), Equals(folder.path().string() + ": the database is in use by another process"));
  const Store early(folder.path(), OpenMode::kReadOnly);
  CHECK(early.stats().documents == 1);
  for (int i = 1; i < 6; ++i) writer.put(extractions.next(i));
  writer.compact();
  const Store late(folder.path(), OpenMode::kReadOnly);
  CHECK(late.stats().documents == 6);
  CHECK(isnad::store::digest(late) == isnad::store::digest(writer));
  CHECK(early.stats().documents == 1);
  CHECK(isnad::store::verify(early).empty());
}

TEST_CASE("open: a read-only store refuses to write", "[store][open]") {
  const TemporaryFolder folder;
  RandomExtractions extractions(3);
  {
    Store store(folder.path(), OpenMode::kCreate);
    store.put(extractions.next(0));
  }
  Store store(folder.path(), OpenMode::kReadOnly);
  CHECK_THROWS_AS(store.put(extractions.next(1)), IoError);
  CHECK_THROWS_AS(store.remove(RandomExtractions::document_id(0)), IoError);
  CHECK_THROWS_AS(store.flush(), IoError);
  CHECK_THROWS_AS(store.compact(), IoError);
}

TEST_CASE("open: reading leaves the folder as it was", "[store][open]") {
  const TemporaryFolder folder;
  RandomExtractions extractions(4);
  {
    Store store(folder.path() / "db", OpenMode::kCreate);
    store.put(extractions.next(0));
    store.flush();
  }
  const auto listing = [&] {
    std::string names;
    std::set<std::string> sorted;
    for (const auto& entry : fs::directory_iterator(folder.path() / "db")) sorted.insert(entry.path().filename().string());
    for (const auto& name : sorted) names += name + '\n';
    return names;
  };
  const std::string before = listing();
  CHECK_THAT(before, !Contains("LOG"));
  {
    const Store store(folder.path() / "db", OpenMode::kReadOnly);
    CHECK(isnad::store::verify(store).empty());
  }
  CHECK(listing() == before);
}

TEST_CASE("open: says when permission is missing", "[store][open]") {
  const TemporaryFolder folder;
  chmod(folder.path().c_str(), 0777);
  const AsOrdinaryUser ordinary;
  const fs::path closed = folder.path() / "closed";
  { const Store store(closed, OpenMode::kCreate); }
  chmod(closed.c_str(), 0);
  for (const OpenMode mode : {OpenMode::kCreate, OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    CHECK_THROWS_WITH(Store(closed, mode), Equals(closed.string() + ": permission denied"));
  }
  chmod(closed.c_str(), 0555);
  CHECK_NOTHROW(Store(closed, OpenMode::kReadOnly));
  CHECK_THROWS_WITH(Store(closed, OpenMode::kReadWrite), Equals(closed.string() + ": permission denied"));
  CHECK_THROWS_AS(Store(closed / "below", OpenMode::kCreate), IoError);
  chmod(closed.c_str(), 0755);
}

TEST_CASE("open: goes on where the making of a database was cut short", "[store][open]") {
  const TemporaryFolder folder;
  { const Store store(folder.path(), OpenMode::kCreate); }
  {
    Database database(folder.path(), OpenMode::kReadWrite);
    Batch batch(database);
    batch.erase(Table::kMeta, isnad::store::kFormatKey);
    database.write(batch);
  }
  for (const OpenMode mode : {OpenMode::kReadWrite, OpenMode::kReadOnly}) {
    CHECK_THROWS_WITH(Store(folder.path(), mode), Contains("no database here"));
  }
  { const Store store(folder.path(), OpenMode::kCreate); }
  CHECK_NOTHROW(Store(folder.path(), OpenMode::kReadOnly));

  const fs::path barely = folder.path() / "barely";
  fs::create_directory(barely);
  for (const char* name : {"LOCK", "IDENTITY", "MANIFEST-000001", "000001.dbtmp"}) write_file(barely / name, "");
  CHECK_NOTHROW(Store(barely, OpenMode::kCreate));
}

TEST_CASE("open: never starts anew over data", "[store][open]") {
  const TemporaryFolder folder;
  RandomExtractions extractions(5);
  {
    Store store(folder.path(), OpenMode::kCreate);
    store.put(extractions.next(0));
    store.flush();
  }
  fs::rename(folder.path() / "CURRENT", folder.path() / "LOCK.kept");
  CHECK_THROWS_WITH(Store(folder.path(), OpenMode::kCreate),
                    Equals(folder.path().string() + ": the database is damaged: its file CURRENT is missing"));
  fs::rename(folder.path() / "LOCK.kept", folder.path() / "CURRENT");
  CHECK(Store(folder.path(), OpenMode::kReadOnly).stats().documents == 1);
}
