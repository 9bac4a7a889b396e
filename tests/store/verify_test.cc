// Every kind of damage is found, and named.

#include "store/verify.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "store/bag.h"
#include "store/database.h"
#include "store/entity_tally.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/value_codec.h"
#include "tests/support/random_extraction.h"
#include "tests/support/temporary_folder.h"

namespace {

namespace fs = std::filesystem;
using isnad::store::Bag;
using isnad::store::Batch;
using isnad::store::Database;
using isnad::store::OpenMode;
using isnad::store::Store;
using isnad::store::Table;
using isnad::testing::RandomExtractions;
using isnad::testing::TemporaryFolder;

struct Row {
  std::string key;
  std::string value;
};

/// A sound store of some documents, to be damaged row by row.
class Patient {
 public:
  Patient() {
    Store store(path(), OpenMode::kCreate);
    RandomExtractions extractions(3);
    for (int i = 0; i < 12; ++i) store.put(extractions.next(i));
    REQUIRE(isnad::store::verify(store).empty());
  }

  [[nodiscard]] fs::path path() const { return folder_.path() / "db"; }

  [[nodiscard]] std::vector<Row> rows(Table table) const {
    const Database database(path(), OpenMode::kReadOnly);
    const Database::Snapshot snapshot(database);
    std::vector<Row> rows;
    for (auto row = database.scan(table, {}, snapshot); row.valid(); row.next()) rows.push_back({std::string(row.key()), std::string(row.value())});
    return rows;
  }

  void change(const std::function<void(Batch&)>& change) {
    Database database(path(), OpenMode::kReadWrite);
    Batch batch(database);
    change(batch);
    database.write(batch);
  }

  /// Makes the change, returns what verify says, and takes the change back.
  std::vector<std::string> problems_after(Table table, const Row& before, const std::function<void(Batch&)>& damage) {
    change(damage);
    std::vector<std::string> problems;
    {
      const Store store(path(), OpenMode::kReadOnly);
      problems = isnad::store::verify(store);
    }
    change([&](Batch& batch) { batch.put(table, before.key, before.value); });
    return problems;
  }

 private:
  TemporaryFolder folder_;
};

bool any_contains(const std::vector<std::string>& lines, const std::string& part) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

std::string join(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) text += line + '\n';
  return text;
}

}  // namespace

TEST_CASE("verify: misses no row that is gone, in any table", "[store][verify]") {
  Patient patient;
  for (std::size_t i = 0; i < isnad::store::kTableCount; ++i) {
    const auto table = static_cast<Table>(i);
    CAPTURE(isnad::store::kTableNames[i]);
    const std::vector<Row> rows = patient.rows(table);
    REQUIRE(!rows.empty());
    for (const Row* row : {&rows.front(), &rows[rows.size() / 2], &rows.back()}) {
      if (row->key == isnad::store::kFormatKey) continue;
      const auto problems = patient.problems_after(table, *row, [&](Batch& batch) { batch.erase(table, row->key); });
      CHECK_FALSE(problems.empty());
    }
  }
  CHECK(isnad::store::verify(Store(patient.path(), OpenMode::kReadOnly)).empty());
}

TEST_CASE("verify: misses no row whose value changed, in any table", "[store][verify]") {
  Patient patient;
  std::mt19937 random(4);
  for (std::size_t i = 0; i < isnad::store::kTableCount; ++i) {
    const auto table = static_cast<Table>(i);
    CAPTURE(isnad::store::kTableNames[i]);
    const std::vector<Row> rows = patient.rows(table);
    for (int round = 0; round < 4; ++round) {
      const Row& row = rows[random() % rows.size()];
      if (row.key == isnad::store::kFormatKey) continue;
      std::string value = row.value;
      if (value.empty()) {
        value = "x";
      } else {
        // The state begins with the next numbers to give, which may be larger than they need be.
        char& byte = table == Table::kMeta ? value.back() : value[random() % value.size()];
        byte = static_cast<char>(byte ^ (1 << (random() % 8)));
      }
      if (table == Table::kDocuments) {
        // Where a file lay does not count: change what does.
        auto record = isnad::store::decode_record(row.value);
        record.document.title += "x";
        value = isnad::store::encode_record(record);
      }
      const auto problems = patient.problems_after(table, row, [&](Batch& batch) { batch.put(table, row.key, value); });
      CHECK_FALSE(problems.empty());
    }
  }
}

TEST_CASE("verify: misses no row too many, in any table", "[store][verify]") {
  Patient patient;
  for (std::size_t i = 0; i < isnad::store::kTableCount; ++i) {
    const auto table = static_cast<Table>(i);
    CAPTURE(isnad::store::kTableNames[i]);
    const Row row = patient.rows(table).back();
    const std::string key = row.key + "x";
    patient.change([&](Batch& batch) { batch.put(table, key, row.value); });
    {
      const Store store(patient.path(), OpenMode::kReadOnly);
      CHECK_FALSE(isnad::store::verify(store).empty());
    }
    patient.change([&](Batch& batch) { batch.erase(table, key); });
  }
}

TEST_CASE("verify: says what is wrong", "[store][verify]") {
  Patient patient;
  const auto expect = [&](Table table, const Row& row, const std::function<void(Batch&)>& damage, const std::string& message) {
    const auto problems = patient.problems_after(table, row, damage);
    INFO(join(problems));
    CHECK(any_contains(problems, message));
  };
  for (const Table index : {Table::kSpo, Table::kPos, Table::kOsp, Table::kSpeakers}) {
    const std::string name(isnad::store::kTableNames[static_cast<std::size_t>(index)]);
    const Row row = patient.rows(index).front();
    expect(index, row, [&](Batch& batch) { batch.erase(index, row.key); }, "in table " + name);
  }
  const Row spo = patient.rows(Table::kSpo).front();
  isnad::store::Triple triple = isnad::store::decode_triple(Table::kSpo, spo.key, spo.value);
  triple.type = triple.type == isnad::RelationType::kOwn ? isnad::RelationType::kKin : isnad::RelationType::kOwn;
  const std::string stray = isnad::store::triple_key(Table::kSpo, triple);
  patient.change([&](Batch& batch) { batch.put(Table::kSpo, stray, {}); });
  CHECK(any_contains(isnad::store::verify(Store(patient.path(), OpenMode::kReadOnly)), "table spo has a row"));
  patient.change([&](Batch& batch) { batch.erase(Table::kSpo, stray); });

  const Row entity = patient.rows(Table::kEntities).front();
  Bag tally(entity.value);
  isnad::Entity more;
  more.key = isnad::EntityKey(entity.key);
  tally.add(isnad::store::tally_of(more));
  expect(Table::kEntities, entity, [&](Batch& batch) { batch.put(Table::kEntities, entity.key, tally.encode()); },
         "table entities: row " + entity.key + " is not the sum of what documents contribute");
  expect(Table::kEntities, entity, [&](Batch& batch) { batch.erase(Table::kEntities, entity.key); }, "table entities has no row " + entity.key);

  const Row text = patient.rows(Table::kTexts).back();
  expect(Table::kTexts, text, [&](Batch& batch) { batch.put(Table::kTexts, text.key, text.value + "."); }, "its text has another length");
  expect(Table::kTexts, text, [&](Batch& batch) { batch.put(Table::kTexts, text.key, ""); }, "does not fit the text");

  const Row document = patient.rows(Table::kDocuments).front();
  auto record = isnad::store::decode_record(document.value);
  record.words += 1;
  expect(Table::kDocuments, document, [&](Batch& batch) { batch.put(Table::kDocuments, document.key, isnad::store::encode_record(record)); },
         "document " + document.key + ": what it gives is not what was stored");
  expect(Table::kDocuments, document, [&](Batch& batch) { batch.put(Table::kDocuments, document.key, "\x01\x02"); }, "damaged document record");
}

TEST_CASE("verify: keeps to its limit", "[store][verify]") {
  Patient patient;
  const std::vector<Row> rows = patient.rows(Table::kPos);
  REQUIRE(rows.size() > 10);
  patient.change([&](Batch& batch) {
    for (const auto& row : rows) batch.erase(Table::kPos, row.key);
  });
  const Store store(patient.path(), OpenMode::kReadOnly);
  CHECK(isnad::store::verify(store, 3).size() == 3);
  CHECK(isnad::store::verify(store).size() == std::min<std::size_t>(rows.size(), 100));
}

TEST_CASE("verify: flipped bytes on disk are found wherever something reads them", "[store][verify]") {
  Patient patient;
  isnad::store::Hash128 sound;
  {
    Store store(patient.path(), OpenMode::kReadWrite);
    store.flush();
    store.compact();
    sound = isnad::store::digest(store);
  }
  std::vector<fs::path> tables;
  for (const auto& entry : fs::directory_iterator(patient.path())) {
    if (entry.path().extension() == ".sst") tables.push_back(entry.path());
  }
  std::sort(tables.begin(), tables.end());
  REQUIRE(!tables.empty());
  std::mt19937 random(9);
  int found = 0;
  for (int round = 0; round < 80; ++round) {
    const fs::path& table = tables[random() % tables.size()];
    std::ifstream in(table, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    std::string damaged = bytes;
    const std::size_t at = random() % damaged.size();
    damaged[at] = static_cast<char>(damaged[at] ^ (1 << (random() % 8)));
    std::ofstream(table, std::ios::binary) << damaged;
    CAPTURE(table.filename().string(), at);
    try {
      const Store store(patient.path(), OpenMode::kReadOnly);
      if (isnad::store::verify(store).empty()) {
        CHECK(isnad::store::digest(store) == sound);
      } else {
        ++found;
      }
    } catch (const isnad::Error&) {
      ++found;
    }
    std::ofstream(table, std::ios::binary) << bytes;
  }
  CHECK(found > 10);
}
