#include "store/lexicon_rows.h"

#include "graph/model/error.h"
#include "store/byte_reader.h"
#include "store/byte_writer.h"
#include "store/database.h"

namespace isnad::store {

namespace {

constexpr std::uint8_t kLayout = 1;

std::string key_of(const LexiconRow& row) {
  std::string key(kLexiconRow);
  key += static_cast<char>(row.kind);
  return key + row.id;
}

LexiconRow decode(std::string_view key, std::string_view value) {
  ByteReader reader(value, "lexicon row");
  if (reader.byte() != kLayout) reader.fail("its layout is unknown");
  if (key.size() <= kLexiconRow.size()) reader.fail("its key is too short");
  LexiconRow row;
  row.kind = static_cast<std::uint8_t>(key[kLexiconRow.size()]);
  row.id = std::string(key.substr(kLexiconRow.size() + 1));
  const std::uint32_t cells = reader.count();
  for (std::uint32_t i = 0; i < cells; ++i) row.cells.emplace_back(reader.string());
  row.place = reader.string();
  reader.expect_end();
  return row;
}

}  // namespace

void put_lexicon_row(Batch& batch, const LexiconRow& row) {
  std::string bytes;
  ByteWriter writer(bytes);
  writer.byte(kLayout);
  writer.varint(row.cells.size());
  for (const std::string& cell : row.cells) writer.string(cell);
  writer.string(row.place);
  batch.put(Table::kMeta, key_of(row), bytes);
}

std::vector<LexiconRow> lexicon_rows_of(const Database& database) {
  std::vector<LexiconRow> rows;
  const Database::Snapshot snapshot(database);
  for (auto row = database.scan(Table::kMeta, kLexiconRow, snapshot); row.valid(); row.next()) {
    try {
      rows.push_back(decode(row.key(), row.value()));
    } catch (const CorruptionError& error) {
      throw CorruptionError(database.path().string() + ": " + error.what() + " (table default)");
    }
  }
  return rows;
}

std::vector<LexiconRow> lexicon_rows(const std::filesystem::path& path) {
  return lexicon_rows_of(Database(path, OpenMode::kReadOnly));
}

void replace_lexicon_rows(const std::filesystem::path& path, OpenMode mode, const std::vector<LexiconRow>& rows) {
  Database database(path, mode);
  Batch batch(database);
  for (const LexiconRow& row : lexicon_rows_of(database)) batch.erase(Table::kMeta, key_of(row));
  for (const LexiconRow& row : rows) put_lexicon_row(batch, row);
  database.write(batch);
  database.flush();
}

}  // namespace isnad::store
