#include "store/sorted_rows.h"

#include <algorithm>
#include <utility>

#include "store/bag.h"

namespace isnad::store {

namespace {

constexpr std::size_t kArenaBytes = std::size_t{1} << 20;

}  // namespace

std::string_view SortedRows::kept(std::string_view bytes) {
  if (arena_.empty() || arena_.back().capacity() - arena_.back().size() < bytes.size()) {
    arena_.emplace_back();
    arena_.back().reserve(std::max(kArenaBytes, bytes.size()));
  }
  // A string that never grows beyond what it has reserved stays where it is.
  std::string& arena = arena_.back();
  const std::size_t begin = arena.size();
  arena.append(bytes);
  return {arena.data() + begin, bytes.size()};
}

void SortedRows::add(Table table, RowKind kind, std::string_view key, std::string_view value) {
  rows_[static_cast<std::size_t>(table)].push_back({kept(key), kept(value), kind});
  bytes_ += key.size() + value.size() + sizeof(Row);
}

void SortedRows::move_into(Database& database, const std::filesystem::path& folder) {
  std::vector<TableFile> files;
  for (std::size_t i = 0; i < kTableCount; ++i) {
    std::vector<Row>& rows = rows_[i];
    if (rows.empty()) continue;
    std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.key < b.key; });
    TableFileWriter writer(database, static_cast<Table>(i), folder);
    for (std::size_t begin = 0; begin < rows.size();) {
      std::size_t end = begin + 1;
      while (end < rows.size() && rows[end].key == rows[begin].key) ++end;
      if (rows[begin].kind == RowKind::kAdd && end > begin + 1) {
        Bag sum;
        for (std::size_t k = begin; k < end; ++k) sum.add_encoded(rows[k].value);
        writer.add(RowKind::kAdd, rows[begin].key, sum.encode());
      } else {
        writer.add(rows[end - 1].kind, rows[end - 1].key, rows[end - 1].value);
      }
      begin = end;
    }
    for (TableFile& file : writer.finish()) files.push_back(std::move(file));
  }
  database.ingest(files);
  for (auto& rows : rows_) rows = {};
  arena_.clear();
  bytes_ = 0;
}

}  // namespace isnad::store
