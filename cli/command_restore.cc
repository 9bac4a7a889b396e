#include "cli/command_restore.h"

#include <CLI/CLI.hpp>
#include <array>
#include <ctime>
#include <iostream>
#include <optional>

#include "graph/model/error.h"
#include "store/backup.h"

namespace isnad::cli {

namespace {

/// In the clock of the machine.
std::string local_time(std::int64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  if (localtime_r(&time, &parts) == nullptr) return "?";
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%d %H:%M:%S", &parts)};
}

}  // namespace

void CommandRestore::setup(CLI::App& app) {
  app.add_option("DIR", folder_, "Folder of the backups")->required();
  CLI::Option* list = app.add_flag("--list", list_, "Show the backups that there are, restore nothing");
  app.add_option("--db", db_, "Database folder to make")->type_name("DIR")->excludes(list);
  app.add_option("--number", number_, "Which backup; the newest if not given")->type_name("N")->excludes(list);
  app.add_flag("--force", force_, "Put it in place of the database that is there")->excludes(list);
}

int CommandRestore::run() {
  if (list_) {
    list();
    return 0;
  }
  if (db_.empty()) throw UsageError("--db is required (see isnad restore --help)");
  const store::Backup restored =
      store::restore(folder_, db_, force_, number_ != 0 ? std::optional<std::uint32_t>(number_) : std::nullopt);
  std::cout << "restored backup " << restored.number << ": " << restored.documents << " documents, " << restored.claims << " claims\n";
  return 0;
}

void CommandRestore::list() const {
  for (const store::Backup& backup : store::backups_in(folder_)) {
    std::cout << "backup " << backup.number << ": " << backup.documents << " documents, " << backup.claims << " claims, " << backup.bytes
              << " bytes, " << local_time(backup.made_s) << '\n';
  }
}

}  // namespace isnad::cli
