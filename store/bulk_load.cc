#include "store/bulk_load.h"

#include <mutex>
#include <optional>
#include <unordered_map>

#include "store/change.h"
#include "store/contribution.h"
#include "store/sorted_rows.h"
#include "store/staging_folder.h"
#include "store/store_impl.h"

namespace isnad::store {

struct BulkLoad::Impl {
  Impl(Store::Impl& the_store, std::size_t bytes, std::size_t documents)
      : store(the_store), gathered_bytes(bytes), gathered_documents(documents), lock(store.write_mutex), staging(store.database.path(), "bulk") {}

  void take_in() {
    if (gathered.empty()) return;
    change->commit(rows, staging.path());
    change.reset();
    gathered.clear();
  }

  Store::Impl& store;
  std::size_t gathered_bytes;
  std::size_t gathered_documents;
  std::unique_lock<std::mutex> lock;
  StagingFolder staging;
  SortedRows rows;
  /// Of all documents gathered.
  std::optional<Change> change;
  std::unordered_map<DocumentId, Hash128> gathered;
};

BulkLoad::BulkLoad(Store& store, std::size_t gathered_bytes, std::size_t gathered_documents)
    : impl_(std::make_unique<Impl>(*store.impl_, gathered_bytes, gathered_documents)) {}

BulkLoad::~BulkLoad() = default;

PutResult BulkLoad::put(const Extraction& extraction) {
  const Contribution said = contribution_of(extraction);
  const Hash128 digest = document_digest(said);
  const DocumentId& id = extraction.document.id;
  if (const auto known = impl_->gathered.find(id); known != impl_->gathered.end()) {
    if (known->second == digest) return PutResult::kUnchanged;
    impl_->take_in();
  }
  const std::optional<DocumentRecord> old = impl_->store.record(id, nullptr);
  if (old && old->digest == digest) return PutResult::kUnchanged;
  if (old) {
    impl_->take_in();
    impl_->store.replace(said, digest, old);
    return PutResult::kReplaced;
  }
  if (!impl_->change) impl_->change.emplace(impl_->store);
  impl_->store.add_decided(*impl_->change, said, digest);
  impl_->change->move_rows(impl_->rows);
  impl_->gathered.emplace(id, digest);
  if (impl_->rows.size_bytes() >= impl_->gathered_bytes || impl_->gathered.size() >= impl_->gathered_documents) impl_->take_in();
  return PutResult::kAdded;
}

void BulkLoad::finish() { impl_->take_in(); }

}  // namespace isnad::store
