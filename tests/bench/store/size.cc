#include <cstdio>
#include <string>

#include "store/database.h"
#include "tests/bench/store/parts.h"

namespace isnad::bench {

using store::OpenMode;
using store::Table;

void report_sizes(const std::filesystem::path& path, double claims) {
  const store::Database database(path, OpenMode::kReadOnly);
  double text = 0;
  double all = 0;
  double permutations = 0;
  for (std::size_t i = 0; i < store::kTableCount; ++i) {
    const auto bytes = static_cast<double>(database.size_bytes(static_cast<Table>(i)));
    std::printf("table %s\t%.0f\t\t\tbytes, %.1f a claim\n", std::string(store::kTableNames[i]).c_str(), bytes, bytes / claims);
    all += bytes;
    if (static_cast<Table>(i) == Table::kTexts) text = bytes;
    if (static_cast<Table>(i) == Table::kSpo || static_cast<Table>(i) == Table::kPos || static_cast<Table>(i) == Table::kOsp)
      permutations += bytes;
  }
  std::printf("permutations\t%.0f\t\t\tbytes, %.1f a claim\n", permutations, permutations / claims);
  std::printf("all but text\t%.0f\t\t\tbytes, %.2f times the compressed text\n", all - text, (all - text) / text);
}

}  // namespace isnad::bench
