// A program that writes to a store until it is killed, for store_crash_test.
//
//   store_writer DATABASE SEED [FILE_SIZE_LIMIT]
//   store_writer DATABASE SEED decide BATCH_BYTES
//   store_writer DATABASE SEED restore BACKUPS
//   store_writer DATABASE SEED bulk DOCUMENTS
//
// The first makes the changes that `random_change` gives for the seed, one after another, and prints a line after each; with a limit
// the system refuses to let any file grow beyond so many bytes. The second makes `random_decisions` in turn of what is there.
// The third puts the first two backups in its place by turns. The fourth loads new documents, so many at a time.

#include <signal.h>
#include <sys/resource.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <string_view>

#include "graph/model/error.h"
#include "store/backup.h"
#include "store/bulk_load.h"
#include "store/store.h"
#include "tests/store/random_change.h"
#include "tests/store/random_decisions.h"
#include "tests/store/rename_document.h"

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  const bool decides = argc > 4 && std::string_view(argv[3]) == "decide";
  const bool restores = argc > 4 && std::string_view(argv[3]) == "restore";
  const bool loads = argc > 4 && std::string_view(argv[3]) == "bulk";
  if (argc > 3 && !decides && !restores && !loads) {
    signal(SIGXFSZ, SIG_IGN);
    const rlim_t bytes = std::strtoull(argv[3], nullptr, 10);
    const rlimit limit{bytes, bytes};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
  }
  try {
    for (std::uint32_t i = 0; restores; ++i) {
      isnad::store::restore(argv[4], argv[1], true, 1 + i % 2);
      std::puts("done");
      std::fflush(stdout);
    }
    isnad::store::Store store(argv[1], isnad::store::OpenMode::kCreate);
    for (auto seed = static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)); decides; ++seed) {
      store.decide(isnad::testing::random_decisions(seed), std::strtoull(argv[4], nullptr, 10));
      std::puts("done");
      std::fflush(stdout);
    }
    if (loads) {
      isnad::testing::RandomExtractions extractions(static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)));
      isnad::store::BulkLoad load(store);
      for (int i = 1;; ++i) {
        isnad::Extraction extraction = extractions.next(i % 20);
        // New ones every time, also where another writer left off.
        isnad::testing::rename_document(extraction, extraction.document.id.str() + '/' + argv[2] + '/' + std::to_string(i));
        load.put(extraction);
        if (i % std::atoi(argv[4]) != 0) continue;
        load.finish();
        std::puts("done");
        std::fflush(stdout);
      }
    }
    isnad::testing::RandomChanges changes(static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)));
    for (int i = 1;; ++i) {
      const isnad::testing::RandomChange change = changes.next();
      if (change.put) {
        store.put(*change.put);
      } else {
        store.remove(change.document);
      }
      std::puts("done");
      std::fflush(stdout);
      if (i % 16 == 0) store.flush();
      if (i % 64 == 0) store.compact();
    }
  } catch (const isnad::IoError& error) {
    std::printf("error %s\n", error.what());
    return 1;
  } catch (const std::exception& error) {
    std::printf("unexpected %s\n", error.what());
    return 3;
  }
}
