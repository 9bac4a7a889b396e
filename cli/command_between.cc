#include "cli/command_between.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <vector>

#include "cli/names.h"
#include "cli/options.h"
#include "graph/model/error.h"
#include "graph/query/common.h"
#include "store/store.h"

namespace isnad::cli {

void CommandBetween::setup(CLI::App& app) {
  app.add_option("GROUP", group_, "Entities, separated by commas: Russia,Iran")->required();
  app.add_option("OTHER", other_, "Others, likewise")->required();
  question_.add_to(app, "Relations at most; 0 is all");
}

int CommandBetween::run() {
  const auto group_names = split_names(group_);
  const auto other_names = split_names(other_);
  if (group_names.empty() || other_names.empty()) throw UsageError("a group needs a name: Russia,Iran");
  question_.open();
  const auto edges = query::edges_between(question_.reader(), entities_named(question_.store(), group_names), entities_named(question_.store(), other_names));
  write_edges(question_.store(), edges, question_.format(), question_.lang(), question_.limit());
  if (edges.empty()) std::cerr << "isnad: nothing ties them\n";
  return 0;
}

}  // namespace isnad::cli
