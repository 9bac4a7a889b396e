#include "cli/command_compact.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/options.h"
#include "store/store.h"

namespace isnad::cli {

void CommandCompact::setup(CLI::App& app) { add_db_option(app, db_); }

int CommandCompact::run() {
  store::Store store(db_, store::OpenMode::kReadWrite);
  const std::uint64_t before = store.size_bytes();
  store.flush();
  store.compact();
  std::cout << before << " bytes before, " << store.size_bytes() << " after\n";
  return 0;
}

}  // namespace isnad::cli
