// Backups of a database at rest and of one that another process writes to; restoring, also where it is cut short.

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "graph/model/error.h"
#include "store/backup.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/store/random_change.h"
#include "tests/store/writer_process.h"
#include "tests/support/random_extraction.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using Catch::Matchers::Contains;
using Catch::Matchers::Equals;
using isnad::IoError;
using isnad::store::back_up;
using isnad::store::Backup;
using isnad::store::Hash128;
using isnad::store::OpenMode;
using isnad::store::restore;
using isnad::store::Store;
using isnad::testing::RandomChanges;
using isnad::testing::RandomExtractions;
using isnad::testing::TemporaryFolder;
using isnad::testing::Writer;

/// Returns: the digest of a database in which all parts agree.
Hash128 sound(const fs::path& path) {
  const Store store(path, OpenMode::kReadOnly);
  CHECK(isnad::store::verify(store) == std::vector<std::string>());
  return isnad::store::digest(store);
}

/// Makes changes of the seed; returns the digest after them.
Hash128 change(const fs::path& path, std::uint32_t seed, int changes) {
  Store store(path, OpenMode::kCreate);
  RandomChanges random(seed);
  for (int i = 0; i < changes; ++i) {
    const auto change = random.next();
    if (change.put) {
      store.put(*change.put);
    } else {
      store.remove(change.document);
    }
  }
  return isnad::store::digest(store);
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

std::uintmax_t bytes_in(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) bytes += entry.is_regular_file() ? entry.file_size() : 0;
  return bytes;
}

/// Flips a bit in the middle of the largest file.
void damage(const fs::path& folder) {
  fs::path largest;
  std::uintmax_t size = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.file_size() <= size) continue;
    largest = entry.path();
    size = entry.file_size();
  }
  std::fstream file(largest, std::ios::binary | std::ios::in | std::ios::out);
  const auto middle = static_cast<std::streamoff>(size / 2);
  file.seekg(middle);
  const char byte = static_cast<char>(file.get() ^ 1);
  file.seekp(middle);
  file.put(byte);
}

}  // namespace

TEST_CASE("backup: each state comes back as it was", "[store][backup]") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  const fs::path backups = folder.path() / "backups";
  std::vector<Hash128> digests;
  for (std::uint32_t i = 1; i <= 3; ++i) {
    digests.push_back(change(db, i, 20));
    const Backup made = back_up(db, backups);
    CHECK(made.number == i);
    CHECK(made.documents == Store(db, OpenMode::kReadOnly).stats().documents);
    CHECK(made.claims == Store(db, OpenMode::kReadOnly).stats().claims);
  }
  CHECK(names_in(folder.path()) == std::vector<std::string>{"backups", "db"});
  CHECK(isnad::store::backups_in(backups).size() == 3);
  for (std::uint32_t i = 1; i <= 3; ++i) {
    const fs::path restored = folder.path() / ("restored" + std::to_string(i));
    CHECK(restore(backups, restored, false, i).number == i);
    CHECK(sound(restored) == digests[i - 1]);
  }
  CHECK(restore(backups, folder.path() / "newest", false).number == 3);
  CHECK_THROWS_WITH(restore(backups, folder.path() / "none", false, 7), Equals(backups.string() + ": there is no backup 7"));
  CHECK_FALSE(fs::exists(folder.path() / "none"));
}

TEST_CASE("backup: what an earlier one has is not written again; old ones go", "[store][backup]") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  const fs::path backups = folder.path() / "backups";
  change(db, 1, 60);
  { Store(db, OpenMode::kReadWrite).flush(); }
  back_up(db, backups);
  // RocksDB's list of options, tens of kilobytes, goes with every backup: only tables count here.
  const fs::path tables = backups / "shared_checksum";
  const auto first = bytes_in(tables);
  const Hash128 now = change(db, 2, 1);
  back_up(db, backups);
  CHECK(bytes_in(tables) < first + first / 2);
  back_up(db, backups, 1);
  REQUIRE(isnad::store::backups_in(backups).size() == 1);
  CHECK(isnad::store::backups_in(backups).front().number == 3);
  CHECK(restore(backups, folder.path() / "restored", false).number == 3);
  CHECK(sound(folder.path() / "restored") == now);
}

TEST_CASE("restore: never goes over a database unasked, nor over anything else, nor over one in use", "[store][backup]") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  const fs::path backups = folder.path() / "backups";
  const Hash128 old = change(db, 1, 10);
  back_up(db, backups);
  const Hash128 now = change(db, 2, 10);
  CHECK_THROWS_WITH(restore(backups, db, false), Equals(db.string() + ": there is a database already"));
  CHECK(sound(db) == now);
  {
    const Store user(db, OpenMode::kReadWrite);
    CHECK_THROWS_WITH(restore(backups, db, true), Equals(db.string() + ": the database is in use by another process"));
  }
  const fs::path other = folder.path() / "other";
  fs::create_directory(other);
  std::ofstream(other / "letter.txt") << "dear";
  CHECK_THROWS_WITH(restore(backups, other, true), Equals(other.string() + ": not a database: the folder holds other files"));
  CHECK_THROWS_WITH(restore(backups, other / "letter.txt", true), Contains("a database is a folder"));
  CHECK_THROWS_WITH(restore(other, folder.path() / "none", false), Equals(other.string() + ": no backups here"));
  CHECK_THROWS_WITH(back_up(db, other), Equals(other.string() + ": not a folder of backups: it holds other files"));
  CHECK_THROWS_WITH(back_up(folder.path() / "none", backups), Equals((folder.path() / "none").string() + ": no database here"));
  CHECK_FALSE(fs::exists(folder.path() / "none"));

  restore(backups, db, true);
  CHECK(sound(db) == old);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"backups", "db", "other"});
}

TEST_CASE("restore: a damaged backup is refused and the database stays", "[store][backup]") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  const fs::path backups = folder.path() / "backups";
  const Hash128 now = change(db, 1, 40);
  back_up(db, backups);
  damage(backups / "shared_checksum");
  CHECK_THROWS_AS(restore(backups, db, true), isnad::CorruptionError);
  CHECK_THROWS_AS(restore(backups, folder.path() / "new", false), isnad::CorruptionError);
  CHECK_FALSE(fs::exists(folder.path() / "new"));
  CHECK(sound(db) == now);
}

TEST_CASE("restore: a database too damaged to open can be replaced", "[store][backup]") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  const Hash128 now = change(db, 1, 20);
  back_up(db, folder.path() / "backups");
  std::ofstream(db / "CURRENT") << "rubbish\n";
  CHECK_THROWS(Store(db, OpenMode::kReadOnly));
  restore(folder.path() / "backups", db, true);
  CHECK(sound(db) == now);
}

TEST_CASE("checkpoint: a database of its own, whatever becomes of the other", "[store][backup]") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  const fs::path copy = folder.path() / "copy";
  const Hash128 old = change(db, 1, 30);
  isnad::store::make_checkpoint(db, copy);
  CHECK_THROWS_AS(isnad::store::make_checkpoint(db, copy), IoError);
  const Hash128 now = change(db, 2, 30);
  { Store(db, OpenMode::kReadWrite).compact(); }
  CHECK(sound(copy) == old);
  const Hash128 other = change(copy, 3, 30);
  { Store(copy, OpenMode::kReadWrite).compact(); }
  CHECK(sound(db) == now);
  CHECK(sound(copy) == other);
}

TEST_CASE("backup: of a database that another process writes to is one of its states", "[store][backup][crash]") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  const fs::path backups = folder.path() / "backups";
  Writer writer(db, 5);
  RandomChanges changes(5);
  Store model(folder.path() / "model", OpenMode::kCreate);
  int followed = 0;
  const auto follow = [&] {
    const auto change = changes.next();
    if (change.put) {
      model.put(*change.put);
    } else {
      model.remove(change.document);
    }
    ++followed;
    return isnad::store::digest(model);
  };
  for (std::uint32_t i = 1; i <= 6; ++i) {
    CAPTURE(i);
    writer.await_changes(25);
    const int before = writer.changes();
    REQUIRE(back_up(db, backups).number == i);
    // The last change may be made and not yet told of.
    const int after = writer.changes() + 1;
    const fs::path restored = folder.path() / ("restored" + std::to_string(i));
    restore(backups, restored, false);
    const Hash128 digest = sound(restored);
    bool found = false;
    while (followed < before - 1) follow();
    while (followed < after && !found) found = follow() == digest;
    CHECK(found);
  }
}

TEST_CASE("restore: killed at any moment, the old or the new database is there", "[store][backup][crash]") {
  const TemporaryFolder folder;
  const fs::path db = folder.path() / "db";
  const fs::path backups = folder.path() / "backups";
  std::vector<Hash128> states;
  for (std::uint32_t i = 1; i <= 2; ++i) {
    states.push_back(change(db, i, 40));
    back_up(db, backups);
  }
  std::mt19937 random(3);
  int finished = 0;
  for (int round = 0; round < isnad::testing::rounds(); ++round) {
    CAPTURE(round);
    Writer writer(db, 1, {"restore", backups.string()});
    if (round % 2 == 1) writer.await_changes(1);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 60'000));
    writer.kill_now();
    finished += isnad::testing::count_of(writer.read_all(), "done\n");
    const Hash128 digest = sound(db);
    CHECK((digest == states[0] || digest == states[1]));
  }
  CHECK(finished > 0);
  restore(backups, db, true);
  CHECK(names_in(folder.path()) == std::vector<std::string>{"backups", "db"});
}
