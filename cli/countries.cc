#include "cli/countries.h"

#include <string>
#include <unordered_set>
#include <utility>

#include "extract/data_files.h"
#include "extract/tables/table.h"

namespace isnad::cli {

std::function<bool(const EntityKey&)> country_test() {
  std::unordered_set<std::string> keys;
  tables::read_table(data_file("lexicon/who/countries.tsv"),
                     {"key", "iso2", "name_ar", "name_en", "aliases_ar", "aliases_en", "capital_ar", "capital_en", "nisba_ar",
                      "people_ar", "adjective_en", "people_en"},
                     [&](const tables::Row& row) { keys.emplace(row.cells[0]); }, tables::ShortRows::kAllowed);
  return [keys = std::move(keys)](const EntityKey& key) { return keys.contains(key.str()); };
}

}  // namespace isnad::cli
