#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/model/decision.h"
#include "store/bag.h"
#include "store/contribution.h"
#include "store/copies.h"
#include "store/sorted_rows.h"
#include "store/store_impl.h"
#include "store/value_codec.h"

namespace isnad::store {

/// One change of the store: the batch that makes it, and what must be remembered once it is made.
class Change {
 public:
  explicit Change(Store::Impl& store) : store_(store), batch_(store.database), state_(store.state) {}

  void remove(const DocumentId& id, const DocumentRecord& record, const Database::Snapshot& snapshot);

  /// `digest`: of what the document says itself, whatever decisions have made of it.
  void add(const Contribution& contribution, const Hash128& digest, const std::optional<Undecided>& undecided);

  /// Replaces the rows of `before` by those of `after`.
  void replace_decisions(const Decisions& before, const Decisions& after);

  /// Notes in the database whether documents may still have to follow the decisions.
  void set_deciding(bool deciding);

  [[nodiscard]] std::size_t size_bytes() const { return batch_.size_bytes(); }

  void commit();

  /// Moves the rows so far out of the batch, so that a change may be larger than memory should hold twice.
  void move_rows(SortedRows& rows);

  /// As `commit`, by table files that are made in `folder`, with the rows that were moved out before.
  void commit(SortedRows& rows, const std::filesystem::path& folder);

 private:
  /// How the sums over documents change; only needed where something is taken away.
  struct Deltas {
    std::map<EntityKey, Bag> entities;
    std::map<std::string, Bag> aliases;
  };

  void subtract(const std::vector<Entity>& entities);
  void add_entities(const std::vector<Entity>& entities);
  void apply_deltas();
  /// Adds what can only be said at the end.
  void complete();
  /// Remembers what is now in the database.
  void settle();
  EntityNumber number(const EntityKey& key);
  Copies& copies();
  WordNumber word_number(const std::string& word);

  Store::Impl& store_;
  Batch batch_;
  State state_;
  std::unordered_map<EntityKey, EntityNumber, FastHash> new_numbers_;
  std::unordered_map<std::string, WordNumber, FastHash> new_word_numbers_;
  std::vector<EntityKey> dropped_;
  std::optional<Deltas> deltas_;
  std::optional<Copies> copies_;
};

}  // namespace isnad::store
