#include "cli/command_verify.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/options.h"
#include "store/store.h"
#include "store/verify.h"

namespace isnad::cli {

void CommandVerify::setup(CLI::App& app) {
  add_db_option(app, db_);
  app.add_flag("--hash", hash_, "Print a digest of the logical content, alone on the last line");
}

int CommandVerify::run() {
  const store::Store store(db_, store::OpenMode::kReadOnly);
  const auto problems = store::verify(store);
  for (const auto& problem : problems) std::cout << problem << '\n';
  if (!problems.empty()) {
    std::cerr << "isnad: " << db_ << ": " << problems.size() << " problems; build a new database from the corpus\n";
    return 1;
  }
  std::cout << "documents, claims, indexes and counts agree\n";
  if (hash_) std::cout << store::digest(store).str() << '\n';
  return 0;
}

}  // namespace isnad::cli
