#include "cli/command_delete.h"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/identities.h"
#include "cli/options.h"
#include "store/store.h"

namespace isnad::cli {

void CommandDelete::setup(CLI::App& app) {
  app.add_option("ID", ids_, "Ids of documents, as query and export name them")->required();
  add_db_option(app, db_);
}

int CommandDelete::run() {
  store::Store store(db_, store::OpenMode::kReadWrite);
  int status = 0;
  std::size_t deleted = 0;
  for (const auto& id : ids_) {
    if (store.remove(DocumentId(id))) {
      ++deleted;
    } else {
      std::cerr << "isnad: " << db_ << ": no document '" << id << "'\n";
      status = 1;
    }
  }
  follow_identities(store);
  store.flush();
  std::cout << deleted << " documents deleted\n";
  return status;
}

}  // namespace isnad::cli
