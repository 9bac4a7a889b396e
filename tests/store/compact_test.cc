// Compaction: nothing stays of words that no claim has any more; sorted rows against an obvious model.

#include <catch2/catch.hpp>
#include <cstddef>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "store/bag.h"
#include "store/database.h"
#include "store/rows.h"
#include "store/sorted_rows.h"
#include "store/store.h"
#include "store/verify.h"
#include "tests/support/random_extraction.h"
#include "tests/support/temporary_folder.h"

namespace {

using namespace isnad::store;
using isnad::testing::RandomExtractions;
using isnad::testing::TemporaryFolder;

std::size_t rows_of(const std::filesystem::path& path, Table table, std::string_view prefix) {
  const Database database(path, OpenMode::kReadOnly);
  const Database::Snapshot snapshot(database);
  std::size_t count = 0;
  for (auto row = database.scan(table, prefix, snapshot); row.valid(); row.next()) ++count;
  return count;
}

}  // namespace

TEST_CASE("compact: drops words that no claim has, and those alone", "[store][compact]") {
  const TemporaryFolder folder;
  RandomExtractions random(8);
  Store store(folder.path(), OpenMode::kCreate);
  std::vector<isnad::Extraction> extractions;
  for (int i = 0; i < 30; ++i) {
    extractions.push_back(random.next());
    store.put(extractions.back());
  }
  const std::size_t all = rows_of(folder.path(), Table::kNumbers, kNumberOfWord);
  REQUIRE(all > 0);
  const Hash128 whole = digest(store);
  store.compact();
  CHECK(rows_of(folder.path(), Table::kNumbers, kNumberOfWord) <= all);
  CHECK(digest(store) == whole);
  CHECK(verify(store).empty());

  for (std::size_t i = 1; i < extractions.size(); ++i) store.remove(extractions[i].document.id);
  const Hash128 one = digest(store);
  store.compact();
  CHECK(rows_of(folder.path(), Table::kNumbers, kNumberOfWord) < all);
  CHECK(rows_of(folder.path(), Table::kNumbers, kNumberOfWord) == rows_of(folder.path(), Table::kNumbers, kWordOfNumber));
  CHECK(digest(store) == one);
  CHECK(verify(store).empty());

  // The same writer goes on: it must not take a number that is gone for one that is there.
  for (const auto& extraction : extractions) store.put(extraction);
  CHECK(verify(store).empty());
  for (const auto& extraction : extractions) store.remove(extraction.document.id);
  store.compact();
  CHECK(rows_of(folder.path(), Table::kNumbers, kNumberOfWord) == 0);
  CHECK(rows_of(folder.path(), Table::kNumbers, kWordOfNumber) == 0);
}

TEST_CASE("sorted rows: in the order of their keys, the last of equals, bags added up", "[store][bulk]") {
  const TemporaryFolder folder;
  Database database(folder.path() / "db", OpenMode::kCreate);
  std::filesystem::create_directory(folder.path() / "files");
  std::mt19937 random(9);
  SortedRows rows;
  std::map<std::string, std::string> puts;
  std::map<std::string, Bag> bags;
  for (int i = 0; i < 20'000; ++i) {
    // Keys of all lengths around the eight bytes that are looked at first, many alike.
    std::string key(random() % 14, 'a');
    for (char& c : key) c = static_cast<char>(random() % 8 == 0 ? random() % 256 : 'a');
    const std::string value = std::to_string(i);
    rows.add(Table::kTexts, RowKind::kPut, key, value);
    puts[key] = value;
    Bag bag;
    bag.add(std::string(1, static_cast<char>('a' + random() % 3)), {1, static_cast<std::int64_t>(random() % 5)});
    rows.add(Table::kEntities, RowKind::kAdd, key, bag.encode());
    bags[key].add(bag);
  }
  rows.move_into(database, folder.path() / "files");
  CHECK(rows.size_bytes() == 0);
  const Database::Snapshot snapshot(database);
  auto put = puts.begin();
  for (auto row = database.scan(Table::kTexts, {}, snapshot); row.valid(); row.next(), ++put) {
    REQUIRE(put != puts.end());
    CHECK(row.key() == put->first);
    CHECK(row.value() == put->second);
  }
  CHECK(put == puts.end());
  auto bag = bags.begin();
  for (auto row = database.scan(Table::kEntities, {}, snapshot); row.valid(); row.next(), ++bag) {
    REQUIRE(bag != bags.end());
    CHECK(row.key() == bag->first);
    CHECK(row.value() == bag->second.encode());
  }
  CHECK(bag == bags.end());
}
