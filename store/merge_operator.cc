#include "store/merge_operator.h"

#include <rocksdb/merge_operator.h>
#include <rocksdb/slice.h>

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/error.h"
#include "store/bag.h"

namespace isnad::store {

namespace {

class BagMergeOperator : public rocksdb::MergeOperator {
 public:
  // The name is part of the format: RocksDB records it.
  const char* Name() const override { return "isnad.bag.1"; }

  bool FullMergeV2(const MergeOperationInput& in, MergeOperationOutput* out) const override {
    return sum(in.existing_value, in.operand_list, out->new_value);
  }

  bool PartialMergeMulti(const rocksdb::Slice&, const std::deque<rocksdb::Slice>& operands, std::string* result,
                         rocksdb::Logger*) const override {
    return sum(nullptr, operands, *result);
  }

 private:
  // False tells RocksDB that the row is damaged.
  template <class Operands>
  static bool sum(const rocksdb::Slice* existing, const Operands& operands, std::string& result) {
    try {
      Bag bag;
      if (existing != nullptr) bag.add_encoded({existing->data(), existing->size()});
      for (const rocksdb::Slice& operand : operands) bag.add_encoded({operand.data(), operand.size()});
      result = bag.encode();
      return true;
    } catch (const CorruptionError&) {
      return false;
    }
  }
};

}  // namespace

std::shared_ptr<rocksdb::MergeOperator> bag_merge_operator() { return std::make_shared<BagMergeOperator>(); }

}  // namespace isnad::store
