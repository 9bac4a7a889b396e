// A writer is killed at random moments, runs out of space, is read while it writes: what it finished is there, and nothing is
// there by half. ISNAD_CRASH_ROUNDS sets how often it is killed (20).

#include <catch2/catch.hpp>

#include <chrono>
#include <filesystem>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "graph/model/error.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/store/random_change.h"
#include "tests/store/writer_process.h"
#include "tests/support/describe.h"
#include "tests/support/memory_claim_source.h"
#include "tests/support/temporary_folder.h"

namespace {

using isnad::store::OpenMode;
using isnad::store::Store;
using isnad::testing::count_of;
using isnad::testing::describe;
using isnad::testing::MemoryClaimSource;
using isnad::testing::RandomChanges;
using isnad::testing::rounds;
using isnad::testing::TemporaryFolder;
using isnad::testing::Writer;

bool holds_exactly(const Store& store, const MemoryClaimSource& model) {
  std::size_t documents = 0;
  store.visit_documents([&](const isnad::store::DocumentSummary&) {
    ++documents;
    return true;
  });
  if (documents != model.extractions().size()) return false;
  for (const auto& [id, extraction] : model.extractions()) {
    const auto stored = store.extraction(id);
    if (!stored) return false;
    // A file that moved changes nothing else.
    isnad::Extraction expected = extraction;
    expected.document.line = stored->document.line;
    if (describe(*stored) != describe(expected)) return false;
  }
  return true;
}

/// Makes the writer's changes in the model: the `finished` ones, and the one after them if the store has that too.
void follow(MemoryClaimSource& model, std::uint32_t seed, int finished, const Store& store) {
  RandomChanges changes(seed);
  for (int i = 0; i < finished; ++i) changes.next().apply_to(model);
  if (holds_exactly(store, model)) return;
  changes.next().apply_to(model);
  INFO("after " << finished << " changes or one more");
  CHECK(holds_exactly(store, model));
}

}  // namespace

TEST_CASE("store: a writer killed at any moment loses no finished document and leaves none by half", "[store][crash]") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "db";
  MemoryClaimSource model;
  std::mt19937 random(1);
  int finished_in_all = 0;
  for (int round = 0; round < rounds(); ++round) {
    CAPTURE(round);
    const auto seed = static_cast<std::uint32_t>(round + 1);
    Writer writer(path, seed);
    // Some rounds end while the database is being made or opened, some between or amid changes.
    if (round % 2 == 1) writer.await_changes(1 + static_cast<int>(random() % 80));
    std::this_thread::sleep_for(std::chrono::microseconds(random() % (round % 2 == 1 ? 5'000 : 400'000)));
    writer.kill_now();
    const int finished = count_of(writer.read_all(), "done\n");
    finished_in_all += finished;
    const Store store(path, OpenMode::kCreate);
    CHECK(isnad::store::verify(store) == std::vector<std::string>());
    follow(model, seed, finished, store);
  }
  CHECK(finished_in_all > 0);
}

TEST_CASE("store: a writer that may not write on says so and leaves a sound database", "[store][crash]") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "db";
  { const Store store(path, OpenMode::kCreate); }
  MemoryClaimSource model;
  std::uint32_t seed = 0;
  for (const char* limit : {"20000", "30000", "40000", "60000"}) {
    CAPTURE(limit);
    ++seed;
    Writer writer(path, seed, {limit});
    const int status = writer.wait();
    const std::string output = writer.read_all();
    CAPTURE(output);
    CHECK(status == 1);
    CHECK(output.find("error " + path.string() + ": a file grew beyond the limit that the system sets\n") != std::string::npos);
    const Store store(path, OpenMode::kReadWrite);
    CHECK(isnad::store::verify(store) == std::vector<std::string>());
    follow(model, seed, count_of(output, "done\n"), store);
  }
}

TEST_CASE("store: readers work while another process writes", "[store][crash]") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "db";
  Writer writer(path, 1);
  writer.await_changes(1);
  CHECK_THROWS_WITH(Store(path, OpenMode::kReadWrite), path.string() + ": the database is in use by another process");
  for (int i = 0; i < 15; ++i) {
    writer.await_changes(9);
    const Store reader(path, OpenMode::kReadOnly);
    const auto before = isnad::store::digest(reader);
    writer.await_changes(9);
    CHECK(isnad::store::verify(reader) == std::vector<std::string>());
    CHECK(isnad::store::digest(reader) == before);
  }
}
