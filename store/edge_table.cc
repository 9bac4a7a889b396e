#include "graph/model/edge_table.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/copies.h"
#include "store/key_codec.h"
#include "store/store.h"
#include "store/store_impl.h"

namespace isnad::store {

namespace {

/// What counting needs of all documents, by their numbers.
struct DocumentTable {
  /// The document as which each counts.
  std::vector<DocumentNumber> original;
  /// A number for the outlet of each.
  std::vector<std::uint32_t> outlet;
};

/// The number that ends a row's key after one letter.
std::uint32_t number_after_letter(std::string_view key) {
  KeyReader reader(key.substr(1));
  const std::uint32_t number = reader.number32();
  reader.expect_end();
  return number;
}

DocumentTable read_documents(const auto& store, const Database::Snapshot& snapshot) {
  DocumentTable out;
  std::unordered_map<std::string, std::uint32_t> outlets;
  for (auto row = store.database.scan(Table::kNumbers, kNameOfDocument, snapshot); row.valid(); row.next()) {
    store.decoded(Table::kNumbers, [&] {
      const std::uint32_t number = number_after_letter(row.key());
      if (number >= out.outlet.size()) {
        out.outlet.resize(std::size_t{number} + 1, 0);
        out.original.resize(std::size_t{number} + 1, 0);
      }
      out.outlet[number] =
          outlets.try_emplace(decode_name(row.value()).counted_source(), static_cast<std::uint32_t>(outlets.size())).first->second;
      out.original[number] = number;
    });
  }
  std::vector<DocumentNumber> copies;
  for (auto row = store.database.scan(Table::kNumbers, kCopyOf, snapshot); row.valid(); row.next()) {
    copies.push_back(store.decoded(Table::kNumbers, [&] { return number_after_letter(row.key()); }));
  }
  for (const auto& [copy, original] : originals_of(copies, store.database, snapshot)) {
    if (copy < out.original.size()) out.original[copy] = original;
  }
  return out;
}

/// Counts the rows of one edge after the other; the documents of an edge come in the order of their numbers.
class EdgeCounter {
 public:
  EdgeCounter(const DocumentTable& documents, std::vector<EdgeCounts>& edges) : all_(documents), edges_(edges) {}

  void add(const EdgeRow& row) {
    if (edges_.empty() || !(edges_.back().source == row.source && edges_.back().type == row.type &&
                            edges_.back().target == row.target && edges_.back().polarity == row.polarity)) {
      close();
      edges_.push_back({row.source, row.target, row.type, row.polarity, 0, 0, 0});
    } else if (!documents_.empty() && documents_.back().number == row.document) {
      ++documents_.back().claims;
      return;
    }
    if (row.document >= all_.original.size() || all_.original[row.document] == 0) {
      throw CorruptionError("nothing has document number " + std::to_string(row.document));
    }
    const DocumentNumber original = all_.original[row.document];
    documents_.push_back({row.document, original, all_.outlet.at(original), 1});
  }

  /// Ends the last edge.
  void close() {
    if (documents_.empty()) return;
    EdgeCounts& edge = edges_.back();
    if (documents_.size() == 1) {
      edge.claims = documents_.front().claims;
      edge.documents = edge.sources = 1;
    } else {
      count_many(edge);
    }
    documents_.clear();
  }

 private:
  struct DocumentClaims {
    DocumentNumber number;
    DocumentNumber original;
    std::uint32_t outlet;
    std::uint32_t claims;
  };

  /// For each original the claims of whichever of it and its copies has most.
  void count_many(EdgeCounts& edge) {
    std::sort(documents_.begin(), documents_.end(), [](const auto& a, const auto& b) {
      return a.original != b.original ? a.original < b.original : a.claims > b.claims;
    });
    outlets_.clear();
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      if (i > 0 && documents_[i].original == documents_[i - 1].original) continue;
      edge.claims += documents_[i].claims;
      ++edge.documents;
      outlets_.push_back(documents_[i].outlet);
    }
    std::sort(outlets_.begin(), outlets_.end());
    edge.sources = static_cast<std::uint32_t>(std::unique(outlets_.begin(), outlets_.end()) - outlets_.begin());
  }

  const DocumentTable& all_;
  std::vector<EdgeCounts>& edges_;
  std::vector<DocumentClaims> documents_;
  std::vector<std::uint32_t> outlets_;
};

/// Puts keys in the place of the numbers that are the edges' ends. `store` is a `Store::Impl`, here as above.
void name_ends(EdgeTable& table, const auto& store, const Database::Snapshot& snapshot) {
  constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
  constexpr std::uint32_t kWanted = kNone - 1;
  EntityNumber most = 0;
  for (const auto& edge : table.edges) most = std::max({most, edge.source, edge.target});
  std::vector<std::uint32_t> place(std::size_t{most} + 1, kNone);
  for (const auto& edge : table.edges) place[edge.source] = place[edge.target] = kWanted;
  // Entities come in key order.
  for (auto row = store.database.scan(Table::kNumbers, kNumberOfEntity, snapshot); row.valid(); row.next()) {
    const EntityNumber number = store.decoded(Table::kNumbers, [&] { return decode_number(row.value()); });
    if (number > most || place[number] != kWanted) continue;
    place[number] = static_cast<std::uint32_t>(table.keys.size());
    table.keys.emplace_back(std::string(row.key().substr(kNumberOfEntity.size())));
  }
  const auto named = [&](EntityNumber number) {
    const std::uint32_t at = place[number];
    if (at < table.keys.size()) return at;
    throw CorruptionError(store.database.path().string() + ": the database is damaged: nothing has entity number " +
                          std::to_string(number));
  };
  for (auto& edge : table.edges) {
    edge.source = named(edge.source);
    edge.target = named(edge.target);
  }
}

}  // namespace

EdgeTable Store::edge_table() const {
  const Database::Snapshot snapshot(impl_->database);
  const DocumentTable documents = read_documents(*impl_, snapshot);
  EdgeTable table;
  table.edges.reserve(impl_->read_state(&snapshot).claims);
  EdgeCounter counter(documents, table.edges);
  for (auto row = impl_->database.scan(Table::kSpo, {}, snapshot); row.valid(); row.next()) {
    impl_->decoded(Table::kSpo, [&] {
      const EdgeRow edge = decode_edge_row(row.key());
      if (edge.is_edge()) counter.add(edge);
    });
  }
  counter.close();
  name_ends(table, *impl_, snapshot);
  put_in_order(table);
  return table;
}

}  // namespace isnad::store
