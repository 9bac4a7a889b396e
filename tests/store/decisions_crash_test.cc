// A writer is killed over a decision: the database follows the old ones or the new, and no document is lost or changed.

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "graph/model/decision.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/store/random_change.h"
#include "tests/store/random_decisions.h"
#include "tests/store/writer_process.h"
#include "tests/support/temporary_folder.h"

using isnad::Decisions;
using isnad::store::OpenMode;
using isnad::store::Store;
using isnad::testing::count_of;
using isnad::testing::random_decisions;
using isnad::testing::RandomChanges;
using isnad::testing::TemporaryFolder;
using isnad::testing::Writer;

TEST_CASE("decide: killed at any moment, a decision is made or not, and taking all back restores the documents", "[store][crash]") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "db";
  isnad::store::Hash128 undecided;
  {
    Store store(path, OpenMode::kCreate);
    RandomChanges changes(3);
    for (int i = 0; i < 120; ++i) {
      const auto change = changes.next();
      if (change.put) store.put(*change.put);
    }
    undecided = isnad::store::digest(store);
  }
  std::mt19937 random(1);
  int finished_in_all = 0;
  for (int round = 0; round < isnad::testing::rounds(); ++round) {
    CAPTURE(round);
    const auto seed = static_cast<std::uint32_t>(100 * round + 1);
    // In one batch, and in as many as there are documents.
    const bool small = round % 2 == 1;
    Writer writer(path, seed, {"decide", small ? "1" : "67108864"});
    writer.await_changes(1);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 20'000));
    writer.kill_now();
    const int finished = count_of(writer.read_all(), "done\n");
    finished_in_all += finished;
    if (!small) {
      const Store reader(path, OpenMode::kReadOnly);
      CHECK(isnad::store::verify(reader) == std::vector<std::string>());
    }
    Store store(path, OpenMode::kReadWrite);
    CHECK(isnad::store::verify(store) == std::vector<std::string>());
    const Decisions now(store.decisions());
    const bool is_last = now == Decisions(random_decisions(seed + static_cast<std::uint32_t>(finished) - 1));
    const bool is_next = now == Decisions(random_decisions(seed + static_cast<std::uint32_t>(finished)));
    CHECK((is_last || is_next));
    store.decide({});
    CHECK(isnad::store::digest(store) == undecided);
  }
  CHECK(finished_in_all > 0);
}
