#include "store/migrate.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/error.h"
#include "store/bulk_load.h"
#include "store/claim_list.h"
#include "store/database.h"
#include "store/decision_codec.h"
#include "store/format_1.h"
#include "store/format_2.h"
#include "store/key_codec.h"
#include "store/lexicon_rows.h"
#include "store/name_cache.h"
#include "store/rows.h"
#include "store/staging_folder.h"
#include "store/store.h"
#include "store/undecided.h"
#include "store/value_codec.h"
#include "store/verify.h"
#include "store/write_lock.h"

namespace isnad::store {

namespace {

/// Reads a database of an older format.
class Old {
 public:
  explicit Old(const std::filesystem::path& path)
      : database_(path, OpenMode::kReadOnly, 1), snapshot_(database_), names_(database_) {}

  [[nodiscard]] std::uint32_t format() const { return database_.format(); }

  [[nodiscard]] std::vector<Decision> decisions() const {
    std::vector<Decision> found;
    for (auto row = database_.scan(Table::kMeta, kDecisionRow, snapshot_); row.valid(); row.next()) {
      found.push_back(decode_decision(row.value()));
    }
    return found;
  }

  [[nodiscard]] std::vector<LexiconRow> lexicon_rows() const { return lexicon_rows_of(database_); }

  /// Calls `put` with what each document says, whatever decisions have made of it, in id order.
  template <class Put>
  void for_each(const Put& put) const {
    for (auto row = database_.scan(Table::kDocuments, {}, snapshot_, true); row.valid(); row.next()) {
      put(extraction(DocumentId(std::string(row.key())), decode_record(row.value(), format() < 4)));
    }
  }

 private:
  [[nodiscard]] Extraction extraction(const DocumentId& id, DocumentRecord record) const {
    const KeyOf key_of = [this](EntityNumber number) { return names_.entity(number, snapshot_); };
    const std::string key = document_key(record.number);
    Extraction out;
    out.document = std::move(record.document);
    out.document.id = id;
    out.document.text = need(Table::kTexts, key);
    out.sentences = decode_sentences(id, need(Table::kSentences, key));
    out.document.sentences = out.sentences;
    DocumentMentions mentions = decode_mentions(need(Table::kMentions, key), key_of);
    out.entities = std::move(mentions.entities);
    out.mentions = std::move(mentions.mentions);
    switch (format()) {
      case 1:
        out.claims = claims_of_format_1(id, key, out.document.text, key_of);
        break;
      case 2:
        out.claims = claims_of_list<format_2::ClaimList>(id, key, out.document.text, key_of);
        break;
      default:
        out.claims = claims_of_list<ClaimList>(id, key, out.document.text, key_of);
    }
    out.words = record.words;
    out.extractor = std::move(record.extractor);
    return said_by(std::move(out), mentions.undecided);
  }

  [[nodiscard]] std::vector<Claim> claims_of_format_1(const DocumentId& id, const std::string& key, const std::string& text,
                                                      const KeyOf& key_of) const {
    std::vector<Claim> claims;
    for (auto row = database_.scan(Table::kClaims, key, snapshot_); row.valid(); row.next()) {
      KeyReader reader(row.key());
      ClaimPlace place;
      place.document = reader.number32();
      place.sentence = reader.number32();
      place.number = reader.number32();
      claims.push_back(placed(format_1::decode_claim(row.value(), text, key_of), id, place));
    }
    return claims;
  }

  /// From format 2 on: all claims of a document in one row, which `List` reads.
  template <class List>
  [[nodiscard]] std::vector<Claim> claims_of_list(const DocumentId& id, const std::string& key, const std::string& text,
                                                  const KeyOf& key_of) const {
    const std::string row = need(Table::kClaims, key);
    const WordOf word_of = [this](WordNumber number) { return names_.word(number, snapshot_); };
    const List list(row, text, key_of, word_of);
    std::vector<Claim> claims;
    claims.reserve(list.size());
    for (std::size_t i = 0; i < list.size(); ++i) claims.push_back(placed(list.claim(i), id, list.place(i)));
    return claims;
  }

  static Claim placed(Claim claim, const DocumentId& id, const ClaimPlace& place) {
    claim.id = claim_id(id, place.sentence, place.number);
    claim.document = id;
    claim.sentence = place.sentence;
    return claim;
  }

  [[nodiscard]] std::string need(Table table, std::string_view key) const {
    std::optional<std::string> row = database_.get(table, key, &snapshot_);
    if (!row) throw CorruptionError("a row is missing in table " + std::string(kTableNames[static_cast<std::size_t>(table)]));
    return *std::move(row);
  }

  Database database_;
  Database::Snapshot snapshot_;
  NameCache names_;
};

/// Returns: the format that it had.
std::uint32_t copy_into(const std::filesystem::path& from, const std::filesystem::path& to) {
  const Old old(from);
  if (old.format() == kFormatVersion) return kFormatVersion;
  if (const auto rows = old.lexicon_rows(); !rows.empty()) replace_lexicon_rows(to, OpenMode::kCreate, rows);
  Store store(to, OpenMode::kCreate);
  store.decide(old.decisions());
  {
    BulkLoad load(store);
    old.for_each([&](const Extraction& extraction) { load.put(extraction); });
    load.finish();
  }
  store.flush();
  const std::vector<std::string> problems = verify(store, 1);
  if (!problems.empty()) throw CorruptionError(problems.front());
  return old.format();
}

}  // namespace

std::uint32_t migrate(const std::filesystem::path& path) {
  // Says what is wrong where nothing, or nothing of ours, is.
  { const Database probe(path, OpenMode::kReadOnly, 1); }
  const WriteLock lock(path);
  StagingFolder staging(path, "migrate");
  try {
    const std::uint32_t format = copy_into(path, staging.path());
    if (format != kFormatVersion) staging.move_into_place();
    return format;
  } catch (const CorruptionError& error) {
    const std::string what = error.what();
    if (what.starts_with(path.string() + ": ")) throw;
    throw CorruptionError(path.string() + ": the database is damaged: " + what);
  }
}

}  // namespace isnad::store
