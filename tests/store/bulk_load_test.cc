// Loading by sorted table files: the same outcome as putting one by one, all or nothing of what is gathered.

#include <catch2/catch.hpp>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "graph/model/error.h"
#include "store/bulk_load.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/store/random_decisions.h"
#include "tests/store/writer_process.h"
#include "tests/support/describe.h"
#include "tests/support/random_extraction.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using isnad::Extraction;
using isnad::store::BulkLoad;
using isnad::store::Hash128;
using isnad::store::OpenMode;
using isnad::store::PutResult;
using isnad::store::Store;
using isnad::testing::RandomExtractions;
using isnad::testing::TemporaryFolder;
using isnad::testing::Writer;

Hash128 sound(const Store& store) {
  CHECK(isnad::store::verify(store) == std::vector<std::string>());
  return isnad::store::digest(store);
}

/// Versions of few documents, so that many come again.
std::vector<Extraction> some_extractions(std::uint32_t seed, int count) {
  RandomExtractions random(seed);
  std::vector<Extraction> extractions;
  for (int i = 0; i < count; ++i) {
    extractions.push_back(random.next());
    if (i % 5 == 0) extractions.push_back(extractions[extractions.size() / 2]);
  }
  return extractions;
}

}  // namespace

TEST_CASE("bulk load: the same outcome as putting one by one", "[store][bulk]") {
  const std::uint32_t seed = GENERATE(1U, 2U, 3U);
  const std::size_t documents = GENERATE(std::size_t{1}, std::size_t{7}, std::size_t{1000});
  const TemporaryFolder folder;
  Store one_by_one(folder.path() / "puts", OpenMode::kCreate);
  Store loaded(folder.path() / "loaded", OpenMode::kCreate);
  const std::vector<Extraction> extractions = some_extractions(seed, 40);
  {
    BulkLoad load(loaded, BulkLoad::kGatheredBytes, documents);
    for (const auto& extraction : extractions) CHECK(load.put(extraction) == one_by_one.put(extraction));
    load.finish();
  }
  CHECK(sound(loaded) == sound(one_by_one));
  CHECK(loaded.stats().claims == one_by_one.stats().claims);
  CHECK(loaded.stats().entities == one_by_one.stats().entities);
  // The two go on alike.
  for (int i = 0; i < 10; ++i) {
    CHECK(loaded.remove(RandomExtractions::document_id(i)) == one_by_one.remove(RandomExtractions::document_id(i)));
  }
  CHECK(sound(loaded) == sound(one_by_one));
  CHECK(loaded.put(extractions.front()) == one_by_one.put(extractions.front()));
  CHECK(sound(loaded) == sound(one_by_one));
}

TEST_CASE("bulk load: over what is there, decisions heeded, little memory", "[store][bulk]") {
  const TemporaryFolder folder;
  Store one_by_one(folder.path() / "puts", OpenMode::kCreate);
  Store loaded(folder.path() / "loaded", OpenMode::kCreate);
  for (Store* store : {&one_by_one, &loaded}) {
    for (const auto& extraction : some_extractions(4, 6)) store->put(extraction);
    store->decide(isnad::testing::random_decisions(4));
  }
  {
    BulkLoad load(loaded, 5000);
    for (const auto& extraction : some_extractions(5, 40)) CHECK(load.put(extraction) == one_by_one.put(extraction));
    load.finish();
  }
  CHECK(sound(loaded) == sound(one_by_one));
  loaded.compact();
  CHECK(sound(loaded) == sound(one_by_one));
}

TEST_CASE("bulk load: what is not finished is not there, and leaves nothing behind", "[store][bulk]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "db";
  Store store(path, OpenMode::kCreate);
  const Hash128 before = isnad::store::digest(store);
  {
    BulkLoad load(store);
    RandomExtractions random(6);
    for (int i = 0; i < 5; ++i) CHECK(load.put(random.next(i)) == PutResult::kAdded);
  }
  CHECK(sound(store) == before);
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
  const std::vector<Extraction> extractions = some_extractions(7, 5);
  CHECK(store.put(extractions.front()) == PutResult::kAdded);
  CHECK(store.extraction(extractions.front().document.id));
}

TEST_CASE("bulk load: a contradiction is refused and the others are loaded", "[store][bulk]") {
  const TemporaryFolder folder;
  Store store(folder.path() / "db", OpenMode::kCreate);
  RandomExtractions random(8);
  Extraction bad = random.next(1);
  while (bad.claims.empty()) bad = random.next(1);
  bad.claims.front().id = isnad::ClaimId("other#0#0");
  {
    BulkLoad load(store);
    CHECK(load.put(random.next(0)) == PutResult::kAdded);
    CHECK_THROWS_AS(load.put(bad), isnad::Error);
    CHECK(load.put(random.next(2)) == PutResult::kAdded);
    load.finish();
  }
  CHECK(store.stats().documents == 2);
  sound(store);
}

TEST_CASE("bulk load: killed at any moment, all that was finished is there", "[store][bulk][crash]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "db";
  std::mt19937 random(9);
  std::uint64_t before = 0;
  int finished_in_all = 0;
  for (int round = 0; round < isnad::testing::rounds(); ++round) {
    CAPTURE(round);
    Writer writer(path, static_cast<std::uint32_t>(round + 1), {"bulk", "7"});
    if (round % 2 == 1) writer.await_changes(1 + static_cast<int>(random() % 4));
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 100'000));
    writer.kill_now();
    const int finished = isnad::testing::count_of(writer.read_all(), "done\n");
    finished_in_all += finished;
    const Store store(path, OpenMode::kCreate);
    sound(store);
    // Each line of the writer says that seven documents more are there; seven more may be, of which it could not tell any more.
    const std::uint64_t documents = store.stats().documents;
    CHECK(documents >= before + 7 * static_cast<std::uint64_t>(finished));
    CHECK(documents <= before + 7 * (static_cast<std::uint64_t>(finished) + 1));
    CHECK(documents % 7 == 0);
    before = documents;
  }
  CHECK(finished_in_all > 0);
}
