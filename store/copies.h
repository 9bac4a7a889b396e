#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "graph/model/near_duplicate.h"
#include "store/band_filter.h"
#include "store/database.h"
#include "store/name_cache.h"
#include "store/value_codec.h"

namespace isnad::store {

// Rows of table `numbers` that tell copies from originals.
//   `B`, band's hash, date, id's hash, document -> nothing: texts that share a band lie together, the earliest first
//   `c`, document -> the document that it is linked to
inline constexpr std::string_view kBand = "B";
inline constexpr std::string_view kCopyOf = "c";

[[nodiscard]] std::string copy_key(DocumentNumber number);

/// A text as the search for copies sees it.
struct TextShape {
  std::vector<std::uint64_t> shingles;
  /// Keys of its rows, one a band; none for a text that is too short to tell.
  std::vector<std::string> rows;
};

/// What `shape_of` needs of a document.
struct CopyCandidate {
  DocumentNumber number = 0;
  std::string_view id;
  std::string_view published;
  std::string_view text;
};

[[nodiscard]] TextShape shape_of(const CopyCandidate& document);

/// What a writer remembers, so that it need not look it up.
struct CopyMemory {
  /// Shingles of documents that were compared lately. Numbers are never given twice, so what is known stays true.
  std::unordered_map<DocumentNumber, std::vector<std::uint64_t>> shingles;
  BandFilter bands;
};

/// Keeps the links from copies to originals while documents come and go.
///
/// A document is linked to the earliest of the documents that come first in one of its bands and of which it is a near duplicate;
/// documents are ordered by date, then by a hash of their id, then by id, those without a date last. So links depend on the
/// documents alone, not on the order of their arrival; a document's own links change only when the first of one of its bands
/// does; and links always lead to an earlier document, to an original in the end.
class Copies {
 public:
  /// Lifetime: all must outlive it.
  Copies(const Database& database, const NameCache& names, CopyMemory& memory);

  void add(const CopyCandidate& document);
  void remove(const CopyCandidate& document);

  /// Adds to the batch what the documents that came and went change. Call once.
  void finish(Batch& batch);

  /// Returns: the link of a stored document by the rule, from the rows of bands; nothing for an original.
  [[nodiscard]] std::optional<DocumentNumber> link_by_rule(DocumentNumber number, const TextShape& shape);

 private:
  struct Pending {
    std::string id;
    TextShape shape;
  };

  /// Documents with rows in the band of `row`, changes at hand included, in the order of rows.
  [[nodiscard]] Database::Cursor& cursor();
  [[nodiscard]] std::vector<std::string> bucket(std::string_view row);
  /// Returns: the row of the first document in the band; empty when there is none.
  [[nodiscard]] std::string first(std::string_view row);
  [[nodiscard]] bool before(const std::string& a, const std::string& b) const;
  [[nodiscard]] std::string id_of(DocumentNumber number) const;
  [[nodiscard]] const std::vector<std::uint64_t>& shingles(DocumentNumber number);
  [[nodiscard]] TextShape stored_shape(DocumentNumber number) const;

  const Database& database_;
  const NameCache& names_;
  CopyMemory& memory_;
  Database::Snapshot snapshot_;
  /// Over all bands; made when the database must be asked.
  std::optional<Database::Cursor> cursor_;
  std::map<DocumentNumber, Pending> added_;
  std::set<std::string> added_rows_;
  std::set<std::string> removed_rows_;
  std::set<DocumentNumber> removed_;
  std::set<DocumentNumber> affected_;
};

/// Returns: the original that the document's links lead to in the end; the document itself when it is no copy.
[[nodiscard]] DocumentNumber original_of(DocumentNumber number, const Database& database, const Database::Snapshot& snapshot);

/// The same for many documents at once, which is several times faster. Numbers may repeat, in any order.
[[nodiscard]] std::unordered_map<DocumentNumber, DocumentNumber> originals_of(const std::vector<DocumentNumber>& numbers,
                                                                              const Database& database,
                                                                              const Database::Snapshot& snapshot);

}  // namespace isnad::store
