#include "store/verify.h"

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/model/error.h"
#include "store/bag.h"
#include "store/byte_writer.h"
#include "store/contribution.h"
#include "store/decision_codec.h"
#include "store/entity_tally.h"
#include "store/lexicon_rows.h"
#include "store/row_sum.h"
#include "store/store_impl.h"
#include "store/undecided.h"

namespace isnad::store {

namespace {

constexpr std::array<Table, 4> kIndexes = {Table::kSpo, Table::kPos, Table::kOsp, Table::kSpeakers};

std::string name_of(Table table) { return std::string(kTableNames[static_cast<std::size_t>(table)]); }

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text.push_back(kDigits[byte >> 4]);
    text.push_back(kDigits[byte & 15]);
  }
  return text;
}

struct Counted {
  RowSum sum;
  std::uint64_t rows = 0;

  friend bool operator==(const Counted&, const Counted&) = default;
};

}  // namespace

/// Reads everything once and compares sums; where two differ, looks for the rows that are to blame.
class Verifier {
 public:
  Verifier(const Store& store, std::size_t limit) : store_(*store.impl_), snapshot_(store_.database), limit_(limit) {}

  std::vector<std::string> run() {
    guarded([&] { state_ = store_.read_state(&snapshot_); });
    guarded([&] { decisions_ = store_.read_decisions(&snapshot_); });
    guarded([&] { (void)lexicon_rows_of(store_.database); });
    guarded([&] { check_documents(); });
    for (const Table table : {Table::kTexts, Table::kSentences, Table::kMentions, Table::kClaims}) {
      guarded([&] { check_row_count(table, found_.documents); });
    }
    for (const Table index : kIndexes) guarded([&] { check_index(index); });
    guarded([&] { check_tallies(Table::kEntities); });
    guarded([&] { check_tallies(Table::kAliases); });
    guarded([&] { check_numbers(); });
    guarded([&] { check_copies(); });
    guarded([&] { check_meta(); });
    return std::move(problems_);
  }

  Hash128 digest() const {
    Hasher hasher;
    std::string bytes;
    for (auto row = store_.database.scan(Table::kDocuments, {}, snapshot_, true); row.valid(); row.next()) {
      const DocumentId id{std::string(row.key())};
      DocumentRecord record = store_.decoded(Table::kDocuments, [&] { return decode_record(row.value()); });
      std::optional<Undecided> undecided;
      Extraction extraction = store_.extraction(id, std::move(record), snapshot_, &undecided);
      const Extraction said = said_by(std::move(extraction), undecided);
      const Hash128 hash = document_digest(contribution_of(said));
      bytes.clear();
      ByteWriter writer(bytes);
      writer.byte('D');
      writer.string(id.str());
      writer.fixed64(hash.low);
      writer.fixed64(hash.high);
      hasher.add(bytes);
    }
    for (auto row = store_.database.scan(Table::kEntities, {}, snapshot_, true); row.valid(); row.next()) {
      const EntityKey key{std::string(row.key())};
      const Entity entity = store_.decoded(Table::kEntities, [&] { return merged_entity(key, Bag(row.value())); });
      bytes.clear();
      ByteWriter writer(bytes);
      writer.byte('E');
      writer.string(encode_mentions({entity}, {}, [](const EntityKey&) { return EntityNumber{0}; }));
      writer.string(key.str());
      hasher.add(bytes);
    }
    const Decisions decisions = store_.read_decisions(&snapshot_);
    for (const Decision& decision : decisions.all()) hasher.add('A' + encode_decision(decision));
    return hasher.finish();
  }

 private:
  void problem(std::string text) {
    if (problems_.size() < limit_) problems_.push_back(std::move(text));
  }

  [[nodiscard]] bool full() const { return problems_.size() >= limit_; }

  /// Damage that RocksDB or a decoder notices is a problem like any other.
  void guarded(const std::function<void()>& step) {
    if (full()) return;
    try {
      step();
    } catch (const IoError&) {
      throw;
    } catch (const Error& error) {
      const std::string what = error.what();
      const std::string path = store_.database.path().string() + ": ";
      problem(what.starts_with(path) ? what.substr(path.size()) : what);
    }
  }

  NumberOf number_of() const {
    // Rows are checked against the numbers that stand in `numbers`, read through a small memory.
    return [this](const EntityKey& key) {
      const auto known = numbers_.find(key);
      if (known != numbers_.end()) return known->second;
      const std::optional<EntityNumber> number = store_.number_of(key, &snapshot_);
      if (!number) throw CorruptionError("entity " + key.str() + " has no number");
      if (numbers_.size() >= 100'000) numbers_.clear();
      numbers_.emplace(key, *number);
      return *number;
    };
  }

  void check_documents() {
    for (auto row = store_.database.scan(Table::kDocuments, {}, snapshot_, true); row.valid(); row.next()) {
      ++found_.documents;
      const DocumentId id{std::string(row.key())};
      const std::string value(row.value());
      guarded([&] { check_document(id, value); });
    }
  }

  void check_document(const DocumentId& id, std::string_view value) {
    const std::string name = "document " + id.str() + ": ";
    const DocumentRecord record = store_.decoded(Table::kDocuments, [&] { return decode_record(value); });
    if (record.number == 0 || record.number >= state_.next_document) problem(name + "its number was never given");
    const std::string name_row = store_.need(Table::kNumbers, name_of_document_key(record.number), snapshot_);
    const DocumentName listed = store_.decoded(Table::kNumbers, [&] { return decode_name(name_row); });
    if (std::tie(listed.id, listed.source, listed.published, listed.agency) !=
        std::tie(id, record.document.source, record.document.published, record.document.agency)) {
      problem(name + "its number stands for something else");
    }
    found_.sentences += record.sentences;
    found_.words += record.words;
    found_.claims += record.claims;

    std::optional<Undecided> undecided;
    const Extraction extraction = store_.extraction(id, record, snapshot_, &undecided);
    const Contribution contribution = contribution_of(extraction);
    if (extraction.document.text.size() != record.text_bytes) problem(name + "its text has another length");
    if (extraction.sentences.size() != record.sentences) problem(name + "it has another number of sentences");
    if (extraction.claims.size() != record.claims) problem(name + "it has another number of claims");
    if (content_hash(extraction.document) != record.content) problem(name + "its content is not what was stored");
    const Extraction said = said_by(extraction, undecided);
    if (document_digest(contribution_of(said)) != record.digest) problem(name + "what it gives is not what was stored");
    if ((undecided || decisions_.touches(said.entities)) &&
        document_digest(contribution_of(decisions_.apply(said))) != document_digest(contribution)) {
      problem(name + "it does not follow the decisions");
    }

    for (const auto& entity : contribution.entities()) {
      entities_.add_tally(entity.key.str(), tally_of(entity));
      for (const auto& [key, tally] : alias_tallies(entity)) aliases_.add_tally(key, tally);
    }
    for_each_row_of(contribution, record.number, [&](Table table, std::string_view key, std::string_view row) {
      Counted& counted = expected_[table];
      counted.sum.add_row(key, row);
      ++counted.rows;
    });
  }

  void for_each_row_of(const Contribution& contribution, DocumentNumber number,
                       const std::function<void(Table, std::string_view, std::string_view)>& row) const {
    for (const auto& [relative_place, claim] : contribution.claims) {
      ClaimPlace place = relative_place;
      place.document = number;
      for_each_index_row(*claim, place, number_of(), row);
    }
  }

  void check_row_count(Table table, std::uint64_t expected) {
    std::uint64_t rows = 0;
    for (auto row = store_.database.scan(table, {}, snapshot_, true); row.valid(); row.next()) ++rows;
    if (rows != expected) {
      problem("table " + name_of(table) + " has " + std::to_string(rows) + " rows where the documents need " + std::to_string(expected));
    }
  }

  void check_index(Table index) {
    Counted actual;
    for (auto row = store_.database.scan(index, {}, snapshot_, true); row.valid(); row.next()) {
      actual.sum.add_row(row.key(), row.value());
      ++actual.rows;
    }
    if (actual == expected_[index]) return;
    const std::size_t before = problems_.size();
    find_missing_rows(index);
    find_stray_rows(index);
    if (problems_.size() == before) problem("table " + name_of(index) + " does not agree with the claims");
  }

  /// Names claims that `index` does not find.
  void find_missing_rows(Table index) {
    for (auto row = store_.database.scan(Table::kDocuments, {}, snapshot_, true); row.valid() && !full(); row.next()) {
      const DocumentId id{std::string(row.key())};
      const std::string value(row.value());
      quietly([&] {
        const DocumentRecord record = decode_record(value);
        const Extraction extraction = store_.extraction(id, record, snapshot_);
        for_each_row_of(contribution_of(extraction), record.number, [&](Table table, std::string_view key, std::string_view expected) {
          if (table != index) return;
          const std::optional<std::string> actual = store_.database.get(index, key, &snapshot_);
          const std::string what = "document " + id.str() + ": a claim ";
          if (!actual) problem(what + "has no row " + hex(key) + " in table " + name_of(index));
          if (actual && *actual != expected) problem(what + "has another row " + hex(key) + " in table " + name_of(index));
        });
      });
    }
  }

  /// Names rows of `index` that no claim accounts for.
  void find_stray_rows(Table index) {
    for (auto row = store_.database.scan(index, {}, snapshot_, true); row.valid() && !full(); row.next()) {
      bool accounted = false;
      const std::string key(row.key());
      const std::string value(row.value());
      quietly([&] {
        const ClaimPlace place = index == Table::kSpeakers ? decode_speaker_key(key) : decode_triple(index, key, value).place;
        const auto name = store_.names.document(place.document, snapshot_);
        store_.visit_document_claims(name->id, store_.text(place.document, snapshot_), place.document, snapshot_, [&](const Claim& claim) {
          ClaimPlace at = *place_of(claim.id, name->id);
          at.document = place.document;
          for_each_index_row(claim, at, number_of(),
                             [&](Table table, std::string_view row_key, std::string_view) { accounted |= table == index && row_key == key; });
          return true;
        });
      });
      if (!accounted) problem("table " + name_of(index) + " has a row " + hex(key) + " without a claim");
    }
  }

  /// For searches: what is damaged has been reported by the pass before.
  static void quietly(const std::function<void()>& step) {
    try {
      step();
    } catch (const IoError&) {
      throw;
    } catch (const Error&) {
      return;
    }
  }

  void check_tallies(Table table) {
    RowSum actual;
    for (auto row = store_.database.scan(table, {}, snapshot_, true); row.valid(); row.next()) {
      const std::string key(row.key());
      const std::string value(row.value());
      guarded([&] {
        store_.decoded(table, [&] {
          const Bag tally(value);
          if (tally.empty()) throw CorruptionError("row " + hex(key) + " counts nothing");
          if (tally.encode() != value) throw CorruptionError("row " + hex(key) + " is not in order");
          actual.add_tally(key, tally);
          if (table == Table::kEntities) static_cast<void>(merged_entity(EntityKey(key), tally));
        });
      });
      if (table == Table::kEntities) ++found_.entities;
    }
    if (actual == (table == Table::kEntities ? entities_ : aliases_)) return;
    const std::size_t before = problems_.size();
    find_wrong_tallies(table);
    if (problems_.size() == before) problem("table " + name_of(table) + " does not agree with the documents");
  }

  /// Adds up again what documents contribute, in memory, and names the rows that differ.
  void find_wrong_tallies(Table table) {
    std::map<std::string, Bag> expected;
    for (auto row = store_.database.scan(Table::kDocuments, {}, snapshot_, true); row.valid(); row.next()) {
      const std::string value(row.value());
      quietly([&] {
        const std::string mentions = store_.need(Table::kMentions, document_key(decode_record(value).number), snapshot_);
        for (const auto& entity : decode_mentions(mentions, store_.key_of(snapshot_)).entities) {
          if (table == Table::kEntities) expected[entity.key.str()].add(tally_of(entity));
          if (table != Table::kAliases) continue;
          for (const auto& [key, tally] : alias_tallies(entity)) expected[key].add(tally);
        }
      });
    }
    for (auto row = store_.database.scan(table, {}, snapshot_, true); row.valid() && !full(); row.next()) {
      const std::string key(row.key());
      const std::string value(row.value());
      const auto place = expected.find(key);
      if (place == expected.end()) {
        problem("table " + name_of(table) + " has a row " + printable(key) + " that no document contributes to");
        continue;
      }
      quietly([&] {
        if (Bag(value) != place->second) problem("table " + name_of(table) + ": row " + printable(key) + " is not the sum of what documents contribute");
      });
      expected.erase(place);
    }
    for (const auto& [key, tally] : expected) problem("table " + name_of(table) + " has no row " + printable(key));
  }

  /// Keys of entities and aliases are mostly text: shown as such, other bytes as `\xx`.
  static std::string printable(std::string_view key) {
    std::string text;
    for (const char c : key) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte < 0x20 || byte == 0x7F || byte == 0xFF) {
        text += '\\' + hex({&c, 1});
      } else {
        text.push_back(c);
      }
    }
    return text;
  }

  void check_numbers() {
    std::uint64_t documents = 0;
    std::uint64_t numbers = 0;
    std::uint64_t keys = 0;
    std::uint64_t words = 0;
    std::uint64_t word_numbers = 0;
    for (auto row = store_.database.scan(Table::kNumbers, {}, snapshot_, true); row.valid() && !full(); row.next()) {
      const std::string key(row.key());
      const std::string value(row.value());
      if (key.starts_with(kNameOfDocument)) {
        ++documents;
      } else if (key.starts_with(kEntityOfNumber)) {
        ++numbers;
      } else if (key.starts_with(kNumberOfEntity)) {
        ++keys;
        guarded([&] { check_entity_number(EntityKey(key.substr(1)), value); });
      } else if (key.starts_with(kWordOfNumber)) {
        ++words;
      } else if (key.starts_with(kNumberOfWord)) {
        ++word_numbers;
        guarded([&] { check_word_number(key.substr(1), value); });
      } else if (!key.starts_with(kBand) && !key.starts_with(kCopyOf)) {
        problem("table numbers has an unknown row " + hex(key));
      }
    }
    if (documents != found_.documents) problem("table numbers names " + std::to_string(documents) + " documents of " + std::to_string(found_.documents));
    if (words != word_numbers) {
      problem("table numbers has " + std::to_string(words) + " words for " + std::to_string(word_numbers) + " numbers");
    }
    if (numbers != keys || keys != found_.entities) {
      problem("table numbers has " + std::to_string(numbers) + " numbers and " + std::to_string(keys) + " keys for " +
              std::to_string(found_.entities) + " entities");
    }
  }

  /// Which documents are copies of which, worked out again from their texts.
  void check_copies() {
    CopyMemory cache;
    Copies copies(store_.database, store_.names, cache);
    RowSum expected;
    for (auto row = store_.database.scan(Table::kDocuments, {}, snapshot_, true); row.valid() && !full(); row.next()) {
      const std::string id(row.key());
      const std::string value(row.value());
      guarded([&] {
        const DocumentRecord record = store_.decoded(Table::kDocuments, [&] { return decode_record(value); });
        const TextShape shape = shape_of({record.number, id, record.document.published, store_.text(record.number, snapshot_)});
        for (const std::string& band : shape.rows) expected.add_row(band, {});
        const std::optional<DocumentNumber> link = copies.link_by_rule(record.number, shape);
        const std::optional<std::string> stored = store_.database.get(Table::kNumbers, copy_key(record.number), &snapshot_);
        if (link) expected.add_row(copy_key(record.number), encode_number(*link));
        if (stored != (link ? std::optional(encode_number(*link)) : std::nullopt)) problem("document " + id + ": it is linked to another document than the one it is a copy of");
      });
    }
    RowSum actual;
    for (const std::string_view kind : {kBand, kCopyOf}) {
      for (auto row = store_.database.scan(Table::kNumbers, kind, snapshot_, true); row.valid(); row.next()) actual.add_row(row.key(), row.value());
    }
    if (!full() && actual != expected) problem("table numbers has other rows of bands and copies than the documents need");
  }

  /// A word may outlive the documents that used it.
  void check_word_number(const std::string& word, std::string_view value) {
    const WordNumber number = store_.decoded(Table::kNumbers, [&] { return decode_number(value); });
    const std::optional<std::string> back = store_.database.get(Table::kNumbers, word_of_number_key(number), &snapshot_);
    if (number == 0 || number >= state_.next_word) problem("word " + printable(word) + ": its number was never given");
    if (!back || *back != word) problem("word " + printable(word) + ": its number stands for something else");
  }

  void check_entity_number(const EntityKey& key, std::string_view value) {
    const EntityNumber number = store_.decoded(Table::kNumbers, [&] { return decode_number(value); });
    const std::optional<std::string> back = store_.database.get(Table::kNumbers, entity_of_number_key(number), &snapshot_);
    if (number == 0 || number >= state_.next_entity) problem("entity " + key.str() + ": its number was never given");
    if (!back || *back != key.str()) problem("entity " + key.str() + ": its number stands for something else");
    if (!store_.database.get(Table::kEntities, key.str(), &snapshot_)) problem("entity " + key.str() + " has a number but is not there");
  }

  void check_meta() {
    for (auto row = store_.database.scan(Table::kMeta, {}, snapshot_); row.valid(); row.next()) {
      if (row.key() == kCopyingKey) problem("not all documents were looked at for copies; what opens the database for writing goes on with it");
      if (row.key() == kDecidingKey) problem("a decision is not carried out in full; what opens the database for writing goes on with it");
      if (row.key() == kFormatKey || row.key() == kStateKey || row.key() == kDecidingKey || row.key() == kCopyingKey || row.key().starts_with(kDecisionRow)) continue;
      // `run` has read them.
      if (row.key().starts_with(kLexiconRow)) continue;
      problem("table default has an unknown row " + hex(row.key()));
    }
    found_.next_document = state_.next_document;
    found_.next_entity = state_.next_entity;
    if (found_ == state_) return;
    const auto compare = [&](const char* what, std::uint64_t counted, std::uint64_t kept) {
      if (counted != kept) problem(std::string("the store counts ") + std::to_string(kept) + ' ' + what + ", but has " + std::to_string(counted));
    };
    compare("documents", found_.documents, state_.documents);
    compare("sentences", found_.sentences, state_.sentences);
    compare("words", found_.words, state_.words);
    compare("claims", found_.claims, state_.claims);
    compare("entities", found_.entities, state_.entities);
  }

  const Store::Impl& store_;
  Database::Snapshot snapshot_;
  std::size_t limit_;
  std::vector<std::string> problems_;
  State state_;
  Decisions decisions_;
  State found_;
  std::map<Table, Counted> expected_;
  RowSum entities_;
  RowSum aliases_;
  mutable std::unordered_map<EntityKey, EntityNumber> numbers_;
};

std::vector<std::string> verify(const Store& store, std::size_t limit) { return Verifier(store, limit).run(); }

Hash128 digest(const Store& store) { return Verifier(store, 1).digest(); }

}  // namespace isnad::store
