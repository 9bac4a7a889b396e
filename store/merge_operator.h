#pragma once

#include <memory>

namespace rocksdb {
class MergeOperator;
}

namespace isnad::store {

/// Adds encoded `Bag`s, so that RocksDB sums contributions without a read before each write.
[[nodiscard]] std::shared_ptr<rocksdb::MergeOperator> bag_merge_operator();

}  // namespace isnad::store
