// Compaction: what nothing needs any more goes, then the tables are rewritten.

#include <mutex>
#include <string>
#include <vector>

#include "store/claim_list.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/store_impl.h"

namespace isnad::store {

std::vector<bool> Store::Impl::words_in_use(const Snapshot& snapshot) const {
  std::vector<bool> used(state.next_word);
  for (auto row = database.scan(Table::kClaims, {}, snapshot, true); row.valid(); row.next()) {
    for (const WordNumber word : decoded(Table::kClaims, [&] { return words_of_claim_list(row.value()); })) {
      if (word < used.size()) used[word] = true;
    }
  }
  return used;
}

void Store::Impl::drop_unused_words() {
  constexpr std::size_t kBatchBytes = std::size_t{4} << 20;
  const Snapshot snapshot(database);
  const std::vector<bool> used = words_in_use(snapshot);
  Batch batch(database);
  bool dropped = false;
  const auto commit = [&] {
    // A word that is put again later gets a new number.
    word_numbers.clear();
    knows_all_numbers = false;
    database.write(batch);
    batch.clear();
  };
  for (auto row = database.scan(Table::kNumbers, kNumberOfWord, snapshot, true); row.valid(); row.next()) {
    const WordNumber word = decoded(Table::kNumbers, [&] { return decode_number(row.value()); });
    if (word >= used.size() || used[word]) continue;
    batch.erase(Table::kNumbers, row.key());
    batch.erase(Table::kNumbers, word_of_number_key(word));
    dropped = true;
    if (batch.size_bytes() >= kBatchBytes) commit();
  }
  if (dropped) commit();
}

void Store::compact() {
  {
    const std::lock_guard lock(impl_->write_mutex);
    impl_->drop_unused_words();
  }
  impl_->database.compact();
}

}  // namespace isnad::store
