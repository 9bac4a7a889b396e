#include "store/sorted_rows.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "store/bag.h"

namespace isnad::store {

namespace {

constexpr std::size_t kArenaBytes = std::size_t{1} << 20;

/// Big-endian, so that numbers are ordered as the bytes are; zeros after a shorter key.
std::uint64_t beginning_of(std::string_view key) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = (number << 8) | (i < key.size() ? static_cast<std::uint8_t>(key[i]) : 0U);
  return number;
}

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
  std::vector<Row>& rows = rows_[static_cast<std::size_t>(table)];
  rows.push_back({beginning_of(key), kept(key), kept(value), static_cast<std::uint32_t>(rows.size()), kind});
  bytes_ += key.size() + value.size() + sizeof(Row);
}

void SortedRows::move_into(Database& database, const std::filesystem::path& folder) {
  std::vector<TableFile> files;
  for (std::size_t i = 0; i < kTableCount; ++i) {
    std::vector<Row>& rows = rows_[i];
    if (rows.empty()) continue;
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
      if (a.beginning != b.beginning) return a.beginning < b.beginning;
      const int order = a.key.compare(b.key);
      return order != 0 ? order < 0 : a.turn < b.turn;
    });
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
