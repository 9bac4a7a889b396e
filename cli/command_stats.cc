#include "cli/command_stats.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdint>
#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "cli/options.h"
#include "store/store.h"

namespace isnad::cli {

void CommandStats::setup(CLI::App& app) {
  add_db_option(app, db_);
  add_format_option(app, format_, "table|json");
}

int CommandStats::run() {
  const store::Store store(db_, store::OpenMode::kReadOnly);
  const store::Stats stats = store.stats();
  const std::array<std::pair<std::string_view, std::uint64_t>, 7> rows = {{{"documents", stats.documents},
                                                                            {"sentences", stats.sentences},
                                                                            {"words", stats.words},
                                                                            {"claims", stats.claims},
                                                                            {"entities", stats.entities},
                                                                            {"edges", stats.edges},
                                                                            {"bytes", stats.bytes}}};
  if (format_ == "json") {
    nlohmann::ordered_json out;
    for (const auto& [name, count] : rows) out[std::string(name)] = count;
    std::cout << out.dump() << '\n';
    return 0;
  }
  for (const auto& [name, count] : rows) std::cout << std::left << std::setw(10) << name << std::right << std::setw(12) << count << '\n';
  return 0;
}

}  // namespace isnad::cli
