#include "cli/command_backup.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/options.h"
#include "store/backup.h"

namespace isnad::cli {

void CommandBackup::setup(CLI::App& app) {
  app.add_option("DIR", folder_, "Folder of the backups")->required();
  add_db_option(app, db_);
  app.add_option("--keep", keep_, "Backups to keep, the newest; 0 keeps all")->capture_default_str()->type_name("N");
  app.add_flag("--checkpoint", checkpoint_, "Make DIR a database of its own instead, which every verb can read");
}

int CommandBackup::run() {
  if (checkpoint_) {
    store::make_checkpoint(db_, folder_);
    std::cout << folder_ << ": a database like " << db_ << '\n';
    return 0;
  }
  const store::Backup made = store::back_up(db_, folder_, keep_);
  std::cout << "backup " << made.number << ": " << made.documents << " documents, " << made.claims << " claims\n";
  return 0;
}

}  // namespace isnad::cli
