#include <optional>
#include <utility>

#include "store/change.h"
#include "store/contribution.h"
#include "store/decision_codec.h"
#include "store/store.h"
#include "store/store_impl.h"
#include "store/undecided.h"

namespace isnad::store {

namespace {

Extraction in_order(const Contribution& contribution) {
  Extraction extraction = *contribution.extraction;
  extraction.entities = contribution.entities();
  return extraction;
}

}  // namespace

Decisions Store::Impl::read_decisions(const Snapshot* snapshot) const {
  std::vector<Decision> found;
  const std::optional<Snapshot> own = snapshot == nullptr ? std::optional<Snapshot>(std::in_place, database) : std::nullopt;
  for (auto row = database.scan(Table::kMeta, kDecisionRow, own ? *own : *snapshot); row.valid(); row.next()) {
    found.push_back(decoded(Table::kMeta, [&] { return decode_decision(row.value()); }));
  }
  return Decisions(std::move(found));
}

bool Store::Impl::is_deciding(const Snapshot* snapshot) const {
  return database.get(Table::kMeta, kDecidingKey, snapshot).has_value();
}

void Store::Impl::add_decided(Change& change, const Contribution& said, const Hash128& digest) const {
  if (decisions.touches(said.entities())) {
    const Extraction original = in_order(said);
    const Extraction decided = decisions.apply(original);
    const Contribution contribution = contribution_of(decided);
    if (document_digest(contribution) != digest) {
      change.add(contribution, digest, undecided_of(original));
      return;
    }
  }
  change.add(said, digest, std::nullopt);
}

std::uint64_t Store::Impl::follow_decisions(const Decisions& wanted, std::size_t batch_bytes) {
  const Snapshot snapshot(database);
  std::optional<Change> change(std::in_place, *this);
  change->replace_decisions(decisions, wanted);
  change->set_deciding(true);
  decisions = wanted;
  std::uint64_t changed = 0;
  for (auto row = database.scan(Table::kDocuments, {}, snapshot, true); row.valid(); row.next()) {
    const DocumentId id{std::string(row.key())};
    const DocumentRecord record = decoded(Table::kDocuments, [&] { return decode_record(row.value()); });
    const std::string value = need(Table::kMentions, document_key(record.number), snapshot);
    const DocumentMentions listed = decoded(Table::kMentions, [&] { return decode_mentions(value, key_of(snapshot)); });
    if (!listed.undecided && !wanted.touches(listed.entities)) continue;

    std::optional<Undecided> undecided;
    DocumentRecord full = record;
    full.document.id = id;
    const Extraction now = extraction(id, std::move(full), snapshot, &undecided);
    const Extraction said = decoded(Table::kMentions, [&] { return said_by(now, undecided); });
    const Extraction then = wanted.apply(said);
    if (document_digest(contribution_of(then)) == document_digest(contribution_of(now))) continue;
    change->remove(id, record, snapshot);
    add_decided(*change, contribution_of(said), record.digest);
    ++changed;
    if (change->size_bytes() < batch_bytes) continue;
    change->commit();
    change.emplace(*this);
  }
  change->set_deciding(false);
  change->commit();
  return changed;
}

std::vector<Decision> Store::decisions() const {
  const std::lock_guard lock(impl_->write_mutex);
  return impl_->decisions.all();
}

std::uint64_t Store::decide(std::vector<Decision> decisions, std::size_t batch_bytes) {
  const Decisions wanted(std::move(decisions));
  const std::lock_guard lock(impl_->write_mutex);
  if (wanted == impl_->decisions) return 0;
  try {
    return impl_->follow_decisions(wanted, batch_bytes);
  } catch (...) {
    // What the database says now counts, however far the change came.
    impl_->decisions = impl_->read_decisions(nullptr);
    throw;
  }
}

void Store::visit_mentions(const std::function<bool(const DocumentId&, const std::vector<Entity>&, const std::vector<Mention>&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  for (auto row = impl_->database.scan(Table::kDocuments, {}, snapshot); row.valid(); row.next()) {
    const DocumentId id{std::string(row.key())};
    const DocumentNumber number = impl_->decoded(Table::kDocuments, [&] { return decode_record(row.value()).number; });
    const std::string value = impl_->need(Table::kMentions, document_key(number), snapshot);
    const DocumentMentions listed =
        impl_->decoded(Table::kMentions, [&] { return decode_mentions(value, impl_->key_of(snapshot)); });
    if (!visit(id, listed.entities, listed.mentions)) return;
  }
}

}  // namespace isnad::store
