#include "cli/command_migrate.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/options.h"
#include "store/migrate.h"
#include "store/store.h"

namespace isnad::cli {

void CommandMigrate::setup(CLI::App& app) { add_db_option(app, db_); }

int CommandMigrate::run() {
  const std::uint32_t before = store::migrate(db_);
  if (before == store::kFormatVersion) {
    std::cout << db_ << " has format " << before << " already\n";
  } else {
    std::cout << db_ << ": format " << before << " brought to " << store::kFormatVersion << '\n';
  }
  return 0;
}

}  // namespace isnad::cli
