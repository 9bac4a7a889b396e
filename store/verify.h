#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "store/hash.h"
#include "store/store.h"

namespace isnad::store {

/// Proves that documents, claims, permutations, entities, aliases and counters agree: every index row has its claim and every
/// claim its index rows, merged entities and aliases equal what the documents contribute, spans lie within their text, every
/// document has the digest that it was stored with, and no row is left over.
///
/// Returns: one line a problem, in a fixed order, at most `limit`; empty when all is well.
/// Throws: IoError. Damage that RocksDB notices is a problem like any other.
/// Cost: reads the whole database once; constant memory while all is well.
[[nodiscard]] std::vector<std::string> verify(const Store& store, std::size_t limit = 100);

/// A digest of the logical content: equal for two stores exactly when they answer every question alike, whatever the order in
/// which documents came, whatever was replaced or deleted in between, and however the tables lie on disk.
///
/// Throws: CorruptionError, IoError.
/// Cost: reads the whole database once; constant memory.
[[nodiscard]] Hash128 digest(const Store& store);

}  // namespace isnad::store
