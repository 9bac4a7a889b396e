#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/model/decision.h"
#include "graph/model/error.h"
#include "store/claim_list.h"
#include "store/contribution.h"
#include "store/copies.h"
#include "store/database.h"
#include "store/name_cache.h"
#include "store/rows.h"
#include "store/store.h"
#include "store/value_codec.h"

namespace isnad::store {

/// What is counted as documents come and go, and the next numbers to give: the row `state` of `meta`, written with each batch.
struct State {
  std::uint32_t next_document = 1;
  std::uint32_t next_entity = 1;
  std::uint32_t next_word = 1;
  std::uint64_t documents = 0;
  std::uint64_t sentences = 0;
  std::uint64_t words = 0;
  std::uint64_t claims = 0;
  std::uint64_t entities = 0;

  friend bool operator==(const State&, const State&) = default;
};

inline constexpr std::string_view kStateKey = "state";
/// The row of `meta` that stands while not all documents were looked at for copies.
inline constexpr std::string_view kCopyingKey = "copying";
/// The row of `meta` that stands while documents may still have to follow the decisions.
inline constexpr std::string_view kDecidingKey = "deciding";

[[nodiscard]] std::string encode_state(const State& state);
[[nodiscard]] State decode_state(std::string_view bytes);

class Change;

/// What store.cc, store_read.cc, store_edges.cc and verify.cc share.
struct Store::Impl {
  using Snapshot = Database::Snapshot;

  Impl(const std::filesystem::path& path, OpenMode mode);

  Database database;
  NameCache names{database};

  // Writing: guarded by `write_mutex`.
  std::mutex write_mutex;
  State state;
  std::unordered_map<EntityKey, EntityNumber, FastHash> numbers;
  std::unordered_map<std::string, WordNumber, FastHash> word_numbers;
  /// Whether the two hold every number there is, so that what they lack need not be looked up: true of a database that was
  /// empty when it was opened, until they are full.
  bool knows_all_numbers = false;
  /// As the database has them.
  Decisions decisions;
  CopyMemory copies;

  [[nodiscard]] Decisions read_decisions(const Snapshot* snapshot) const;
  /// Whether documents may still have to follow the decisions: a writer died over it.
  [[nodiscard]] bool is_deciding(const Snapshot* snapshot) const;
  /// Writes what a document says in the place of `old`, or newly.
  void replace(const Contribution& said, const Hash128& digest, const std::optional<DocumentRecord>& old);
  /// Adds what the decisions make of a document.
  void add_decided(Change& change, const Contribution& said, const Hash128& digest) const;
  /// Makes `wanted` the decisions, and has all documents follow them; in one batch, or in several after which a writer that
  /// opens the database goes on where this one died.
  /// Returns: the number of documents that changed.
  std::uint64_t follow_decisions(const Decisions& wanted, std::size_t batch_bytes = kDecisionBatchBytes);

  /// Returns: the document that this one is a copy of; empty for an original.
  [[nodiscard]] DocumentId copy_of(DocumentNumber number, const Snapshot& snapshot) const;
  /// Returns: by number, whether some claim has the word.
  [[nodiscard]] std::vector<bool> words_in_use(const Snapshot& snapshot) const;
  /// Requires: `write_mutex` is held.
  void drop_unused_words();

  /// Looks for copies among all documents, in a database that a program without them wrote.
  void index_copies();

  [[nodiscard]] State read_state(const Snapshot* snapshot) const;
  [[nodiscard]] KeyOf key_of(const Snapshot& snapshot) const;
  [[nodiscard]] WordOf word_of(const Snapshot& snapshot) const;

  /// Runs `decode`, and says in what it throws which database and table are damaged.
  template <class Decode>
  auto decoded(Table table, const Decode& decode) const {
    try {
      return decode();
    } catch (const CorruptionError& error) {
      const std::string name = database.path().string() + ": ";
      const std::string what = error.what();
      if (what.starts_with(name)) throw;
      throw CorruptionError(name + what + " (table " + std::string(kTableNames[static_cast<std::size_t>(table)]) + ")");
    }
  }

  [[nodiscard]] std::optional<DocumentRecord> record(const DocumentId& id, const Snapshot* snapshot) const;
  [[nodiscard]] std::optional<EntityNumber> number_of(const EntityKey& key, const Snapshot* snapshot) const;
  [[nodiscard]] std::optional<WordNumber> number_of_word(const std::string& word, const Snapshot* snapshot) const;

  /// Throws: CorruptionError when a row that must be there is not.
  [[nodiscard]] std::string need(Table table, std::string_view key, const Snapshot& snapshot) const;

  [[nodiscard]] std::vector<SentenceSpan> sentences(const DocumentId& id, DocumentNumber number, const Snapshot& snapshot) const;
  /// `undecided`, when given, becomes what the document says itself where decisions changed that.
  [[nodiscard]] Extraction extraction(const DocumentId& id, DocumentRecord record, const Snapshot& snapshot,
                                      std::optional<Undecided>* undecided = nullptr) const;

  [[nodiscard]] std::string text(DocumentNumber number, const Snapshot& snapshot) const;

  /// Calls `use` with the claims of a document; an error in them names the table.
  template <class Use>
  auto with_claims(DocumentNumber number, std::string_view text, const Snapshot& snapshot, const Use& use) const {
    const std::string row = need(Table::kClaims, document_key(number), snapshot);
    const KeyOf keys = key_of(snapshot);
    const WordOf words = word_of(snapshot);
    const ClaimList list = decoded(Table::kClaims, [&] { return ClaimList(row, text, keys, words); });
    return use(list);
  }
  /// Returns: the claim of the list with its id and document.
  [[nodiscard]] Claim claim_at(const ClaimList& list, std::size_t i, const DocumentId& id) const;
  /// Returns: false when the visitor stopped.
  bool visit_document_claims(const DocumentId& id, std::string_view text, DocumentNumber number, const Snapshot& snapshot,
                             const std::function<bool(const Claim&)>& visit) const;
  /// Visits the claims at these places in the order of their documents' ids.
  void visit_places(std::vector<ClaimPlace> places, const Snapshot& snapshot, const std::function<bool(const Claim&)>& visit) const;

  void for_each_triple(Table permutation, std::string_view prefix, const Snapshot& snapshot,
                       const std::function<void(Triple&&)>& triple) const;
  /// Rows that count for edges that fit, until `triple` returns false; those of one edge together, ordered by place.
  void visit_triples_matching(const EdgePattern& pattern, const Snapshot& snapshot, const std::function<bool(Triple&&)>& triple) const;
  /// The edges made of `triples`, in key order.
  bool visit_edges_among(std::vector<Triple> triples, const Snapshot& snapshot, const std::function<bool(const Edge&)>& visit) const;
};

}  // namespace isnad::store
