#include "store/store.h"

#include <utility>

#include "store/byte_reader.h"
#include "store/byte_writer.h"
#include "store/change.h"
#include "store/contribution.h"
#include "store/store_impl.h"

namespace isnad::store {

std::string encode_state(const State& state) {
  std::string bytes;
  ByteWriter writer(bytes);
  writer.byte(2);
  for (const std::uint64_t value : {std::uint64_t{state.next_document}, std::uint64_t{state.next_entity}, std::uint64_t{state.next_word}, state.documents, state.sentences,
                                    state.words, state.claims, state.entities}) {
    writer.varint(value);
  }
  return bytes;
}

State decode_state(std::string_view bytes) {
  ByteReader reader(bytes, "state");
  if (reader.byte() != 2) reader.fail("its layout is unknown");
  State state;
  state.next_document = reader.varint32();
  state.next_entity = reader.varint32();
  state.next_word = reader.varint32();
  state.documents = reader.varint();
  state.sentences = reader.varint();
  state.words = reader.varint();
  state.claims = reader.varint();
  state.entities = reader.varint();
  reader.expect_end();
  return state;
}

Store::Impl::Impl(const std::filesystem::path& path, OpenMode mode) : database(path, mode) {
  state = read_state(nullptr);
  decisions = read_decisions(nullptr);
  if (!database.writable()) return;
  knows_all_numbers = state.next_entity == 1 && state.next_word == 1;
  const bool has_bands = database.scan(Table::kNumbers, kBand, Snapshot(database)).valid();
  if (state.next_document == 1) copies.bands.begin_empty();
  if (database.get(Table::kMeta, kCopyingKey) || (!has_bands && state.documents != 0)) index_copies();
  if (is_deciding(nullptr)) follow_decisions(decisions);
}

void Store::Impl::index_copies() {
  constexpr std::size_t kDocumentsAtATime = 1000;
  Batch mark(database);
  mark.put(Table::kMeta, kCopyingKey, {});
  database.write(mark);
  const Snapshot snapshot(database);
  auto row = database.scan(Table::kDocuments, {}, snapshot, true);
  while (row.valid()) {
    Batch batch(database);
    Copies found(database, names, this->copies);
    for (std::size_t count = 0; count < kDocumentsAtATime && row.valid(); ++count, row.next()) {
      const DocumentRecord record = decoded(Table::kDocuments, [&] { return decode_record(row.value()); });
      found.add({record.number, row.key(), record.document.published, text(record.number, snapshot)});
    }
    found.finish(batch);
    database.write(batch);
  }
  Batch done(database);
  done.erase(Table::kMeta, kCopyingKey);
  database.write(done);
}

void Store::Impl::replace(const Contribution& said, const Hash128& digest, const std::optional<DocumentRecord>& old) {
  Change change(*this);
  if (old) change.remove(said.document->id, *old, Snapshot(database));
  add_decided(change, said, digest);
  change.commit();
}

State Store::Impl::read_state(const Snapshot* snapshot) const {
  const std::optional<std::string> row = database.get(Table::kMeta, kStateKey, snapshot);
  if (!row) return {};
  return decoded(Table::kMeta, [&] { return decode_state(*row); });
}

Store::Store(std::filesystem::path path, OpenMode mode) : impl_(std::make_unique<Impl>(std::move(path), mode)) {}

Store::~Store() = default;

const std::filesystem::path& Store::path() const { return impl_->database.path(); }

PutResult Store::put(const Extraction& extraction) {
  const Contribution said = contribution_of(extraction);
  const Hash128 digest = document_digest(said);
  const std::lock_guard lock(impl_->write_mutex);
  const std::optional<DocumentRecord> old = impl_->record(extraction.document.id, nullptr);
  if (old && old->digest == digest) return PutResult::kUnchanged;
  impl_->replace(said, digest, old);
  return old ? PutResult::kReplaced : PutResult::kAdded;
}

bool Store::remove(const DocumentId& id) {
  const std::lock_guard lock(impl_->write_mutex);
  const std::optional<DocumentRecord> old = impl_->record(id, nullptr);
  if (!old) return false;
  Change change(*impl_);
  change.remove(id, *old, Database::Snapshot(impl_->database));
  change.commit();
  return true;
}

void Store::flush() { impl_->database.flush(); }

std::uint64_t Store::size_bytes() const { return impl_->database.size_bytes(); }

}  // namespace isnad::store
