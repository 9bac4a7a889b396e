#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/model/claim.h"
#include "graph/model/claim_source.h"
#include "graph/model/decision.h"
#include "graph/model/document.h"
#include "graph/model/edge.h"
#include "graph/model/entity.h"
#include "graph/model/ids.h"
#include "graph/model/relation_type.h"
#include "store/hash.h"

namespace isnad::store {

/// The format that this program writes; it reads every one up to it.
inline constexpr std::uint32_t kFormatVersion = 4;

/// How much of a change by decisions is one batch.
inline constexpr std::size_t kDecisionBatchBytes = std::size_t{64} << 20;

enum class OpenMode : std::uint8_t {
  /// Read and write; made anew where nothing is.
  kCreate,
  /// Read and write what is there.
  kReadWrite,
  /// The state at the moment of opening, also while another process writes.
  kReadOnly,
};

enum class PutResult : std::uint8_t { kAdded, kReplaced, kUnchanged };

/// Which part an entity plays in a claim, by the slots of the sentence; a speaker anywhere in the chain.
enum class Role : std::uint8_t { kSubject, kObject, kSubjectOrObject, kSpeaker, kAny };

/// What is in the store.
struct Stats {
  std::uint64_t documents = 0;
  std::uint64_t sentences = 0;
  /// Syntactic words that were analysed.
  std::uint64_t words = 0;
  std::uint64_t claims = 0;
  std::uint64_t entities = 0;
  std::uint64_t edges = 0;
  /// On disk, the log of what is not yet in tables included.
  std::uint64_t bytes = 0;
};

/// A document without its text and sentences, and how much it gave.
struct DocumentSummary {
  /// `text` and `sentences` are empty.
  Document document;
  Hash128 content;
  std::string extractor;
  std::uint64_t words = 0;
  std::uint64_t text_bytes = 0;
  std::uint32_t sentences = 0;
  std::uint32_t claims = 0;
};

/// The words behind a claim.
struct Evidence {
  /// `sentences` is empty; `text` is the whole text, so that the claim's spans can be cut from it.
  Document document;
  SentenceSpan sentence;
  std::string sentence_text;
};

/// The claims of many documents, their entities and their evidence, in one RocksDB database (docs/store_format.md).
///
/// All that a document gives is written in one atomic batch. What the store holds is a function of the documents in it,
/// whatever their order, repetition, replacement or deletion: see `digest` in store/verify.h.
/// Visitors return false to stop, and see the state at the moment of the call. Orders are part of the contract.
///
/// Throws: IoError, CorruptionError from any method; messages begin with the database's path.
/// Threads: const methods from several threads at once, also during `put` and `remove`, which wait for each other.
class Store : public ClaimSource {
 public:
  /// Throws: IoError when there is no database at `path` (unless kCreate), it is in use by another writer, may not be read or
  /// written, or is of a newer format; CorruptionError when it is damaged.
  /// Cost: a few milliseconds, and for the log that a writer left (at most 64 MB) some tenths of a second; under 100 MB of
  /// memory.
  Store(std::filesystem::path path, OpenMode mode);
  ~Store() override;
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const;

  /// Stores all that a document gives, in place of what an earlier version of it gave.
  ///
  /// Requires: opened for writing.
  /// Returns: kUnchanged, having written nothing, when exactly this is stored already (wherever the file lay).
  /// Throws: Error when the extraction contradicts itself (a span outside the text, a claim whose id is not
  /// `<document id>#<sentence>#<number>`, an entity that it does not list); nothing is stored then.
  /// Cost: about 20 µs a claim. Durable against the process's death at once, against the machine's after `flush`.
  PutResult put(const Extraction& extraction);

  /// Takes back all that a document gave.
  ///
  /// Requires: opened for writing.
  /// Returns: false when there is no such document.
  bool remove(const DocumentId& id);

  /// Who is who by an analyst's word, ordered as `Decisions::all`.
  [[nodiscard]] std::vector<Decision> decisions() const;

  /// Puts these decisions in the place of all that were. They hold for the documents that are stored and for those to come; a
  /// document itself stays as it was put, so that taking a decision back leaves no trace of it.
  ///
  /// Requires: opened for writing.
  /// Returns: the number of documents for which something changed.
  /// Throws: Error when merges go in a circle; nothing has changed then.
  /// Cost: looks at the entities of every document (about 20 µs each), rewrites those that change. A process that dies leaves all
  /// or nothing of a change up to `batch_bytes`; of a larger one what is missing is done when the database is next opened for
  /// writing.
  std::uint64_t decide(std::vector<Decision> decisions, std::size_t batch_bytes = kDecisionBatchBytes);

  /// Makes everything put so far durable, and the next opening fast.
  void flush();

  /// On disk, the log of what is not yet in tables included.
  [[nodiscard]] std::uint64_t size_bytes() const;

  /// Rewrites all tables, dropping what was deleted, and words of the dictionary that no claim has any more.
  ///
  /// Requires: opened for writing.
  /// Cost: reads and writes the whole database once.
  void compact();

  /// Returns: whether the document is stored with this content, by whatever extractor.
  [[nodiscard]] bool contains(const DocumentId& id, const Hash128& content) const;

  /// Returns: whether the document is stored with this content, analysed by this extractor (`Extraction::extractor`).
  [[nodiscard]] bool contains(const DocumentId& id, const Hash128& content, std::string_view extractor) const;

  /// Cost: the edges are counted by reading the index once (about 1 s a million claims); all else is kept counted.
  [[nodiscard]] Stats stats() const;

  [[nodiscard]] std::optional<Entity> entity(const EntityKey& key) const override;

  [[nodiscard]] std::vector<EntityKey> find_by_name(std::string_view name_key) const override;

  /// Alias keys that begin with `prefix`, in byte order, with the entities that bear them and how many mentions used them.
  void visit_aliases(
      std::string_view prefix,
      const std::function<bool(std::string_view name_key, const EntityKey& entity, std::uint64_t mentions)>& visit) const;

  void visit_entities(const std::function<bool(const Entity&)>& visit) const override;

  /// Cost: memory for the edges of one source entity at a time.
  void visit_edges(const std::function<bool(const Edge&)>& visit) const override;

  /// Cost: one pass over the rows of triples, documents' names and entities' keys; 24 bytes an edge.
  [[nodiscard]] EdgeTable edge_table() const override;

  /// Cost: linear in the claims of the entity (about 2 µs each), before the first visit.
  void visit_edges_of(const EntityKey& key, const std::function<bool(const Edge&)>& visit) const override;

  /// Cost: some 50 µs before the first visit, however many fit; memory for one edge.
  void visit_edges_matching(const EdgePattern& pattern, const std::function<bool(const Edge&)>& visit) const override;

  /// Cost: about 1 µs for each claim counted.
  [[nodiscard]] std::size_t count_matching(const EdgePattern& pattern, std::size_t limit) const override;

  [[nodiscard]] std::optional<Claim> claim(const ClaimId& id) const override;

  /// All claims, ordered by the id of their document, then by sentence and number.
  void visit_claims(const std::function<bool(const Claim&)>& visit) const override;

  /// Claims in which the entity plays any part.
  void visit_claims_of(const EntityKey& key, const std::function<bool(const Claim&)>& visit) const override {
    visit_claims_of(key, Role::kAny, visit);
  }

  /// Claims in which the entity plays the part, each once, ordered by the id of their document, then by sentence and number.
  ///
  /// Cost: about 1 µs for each of the entity's claims before the first visit, then about 10 µs a visit.
  void visit_claims_of(const EntityKey& entity, Role role, const std::function<bool(const Claim&)>& visit) const;

  /// Claims of one relation type; order and cost as for `visit_claims_of`, and 16 bytes of memory a claim.
  void visit_claims_of_type(RelationType type, const std::function<bool(const Claim&)>& visit) const override;

  /// Cost: linear in the claims of the edge (about 2 µs each), whatever else the store holds.
  void visit_claims_of_edge(const EdgeKey& key, const std::function<bool(const EdgeClaim&)>& visit) const override;

  /// Claims of one document by sentence and number; none when there is no such document.
  void visit_claims_in(const DocumentId& id, const std::function<bool(const Claim&)>& visit) const;

  [[nodiscard]] std::optional<Document> document(const DocumentId& id) const override;

  /// All documents in id order.
  void visit_documents(const std::function<bool(const DocumentSummary&)>& visit) const;

  /// Returns: what was put, as decisions have changed it, entities ordered by key; nothing when there is no such document.
  [[nodiscard]] std::optional<Extraction> extraction(const DocumentId& id) const;

  /// Visits what documents say of their entities, and by which mentions, in id order: as `extraction`, without all else.
  /// Cost: about 20 µs a document.
  void visit_mentions(const std::function<bool(const DocumentId& document, const std::vector<Entity>& entities,
                                               const std::vector<Mention>& mentions)>& visit) const;

  /// Requires: a claim that this store gave.
  /// Throws: CorruptionError when its document or sentence is not there.
  [[nodiscard]] Evidence evidence(const Claim& claim) const;

 private:
  friend class BulkLoad;
  friend class Change;
  friend class Verifier;

  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace isnad::store
