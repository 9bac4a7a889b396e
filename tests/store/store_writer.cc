// A program that writes to a store until it is killed, for store_crash_test.
//
//   store_writer DATABASE SEED [FILE_SIZE_LIMIT]
//
// It makes the changes that `random_change` gives for the seed, one after another, and prints a line after each; with a limit
// the system refuses to let any file grow beyond so many bytes.

#include <signal.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>

#include "graph/model/error.h"
#include "store/store.h"
#include "tests/store/random_change.h"

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  if (argc > 3) {
    signal(SIGXFSZ, SIG_IGN);
    const rlim_t bytes = std::strtoull(argv[3], nullptr, 10);
    const rlimit limit{bytes, bytes};
    if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return 2;
  }
  try {
    isnad::store::Store store(argv[1], isnad::store::OpenMode::kCreate);
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
