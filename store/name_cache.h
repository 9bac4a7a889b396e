#pragma once

#include <cstddef>
#include <memory>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

#include "graph/model/ids.h"
#include "store/database.h"
#include "store/value_codec.h"

namespace isnad::store {

/// What the numbers in keys and values stand for. Numbers are never given twice, so what is known once stays true.
///
/// Throws: CorruptionError when a number stands for nothing.
/// Threads: all methods from several threads at once.
class NameCache {
 public:
  explicit NameCache(const Database& database) : database_(database) {}

  [[nodiscard]] EntityKey entity(EntityNumber number, const Database::Snapshot& snapshot) const;
  [[nodiscard]] std::shared_ptr<const DocumentName> document(DocumentNumber number, const Database::Snapshot& snapshot) const;

  [[nodiscard]] std::string word(WordNumber number, const Database::Snapshot& snapshot) const;

  /// Reads many names at once, which is several times faster than one by one. Numbers may repeat, in any order.
  void preload_entities(std::vector<EntityNumber> numbers, const Database::Snapshot& snapshot) const;
  void preload_documents(std::vector<DocumentNumber> numbers, const Database::Snapshot& snapshot) const;

 private:
  const Database& database_;
  mutable std::shared_mutex mutex_;
  mutable std::unordered_map<EntityNumber, EntityKey> entities_;
  mutable std::unordered_map<DocumentNumber, std::shared_ptr<const DocumentName>> documents_;
  mutable std::unordered_map<WordNumber, std::string> words_;
};

}  // namespace isnad::store
