#include <algorithm>
#include <iterator>
#include <memory>
#include <unordered_map>
#include <utility>

#include "store/bag.h"
#include "store/entity_tally.h"
#include "store/key_codec.h"
#include "store/store.h"
#include "store/store_impl.h"

namespace isnad::store {

KeyOf Store::Impl::key_of(const Snapshot& snapshot) const {
  return [this, &snapshot](EntityNumber number) { return names.entity(number, snapshot); };
}

WordOf Store::Impl::word_of(const Snapshot& snapshot) const {
  return [this, &snapshot](WordNumber number) { return names.word(number, snapshot); };
}

std::optional<DocumentRecord> Store::Impl::record(const DocumentId& id, const Snapshot* snapshot) const {
  const std::optional<std::string> row = database.get(Table::kDocuments, id.str(), snapshot);
  if (!row) return std::nullopt;
  return decoded(Table::kDocuments, [&] {
    DocumentRecord record = decode_record(*row);
    record.document.id = id;
    return record;
  });
}

std::optional<EntityNumber> Store::Impl::number_of(const EntityKey& key, const Snapshot* snapshot) const {
  const std::optional<std::string> row = database.get(Table::kNumbers, number_of_entity_key(key), snapshot);
  if (!row) return std::nullopt;
  return decoded(Table::kNumbers, [&] { return decode_number(*row); });
}

std::optional<WordNumber> Store::Impl::number_of_word(const std::string& word, const Snapshot* snapshot) const {
  const std::optional<std::string> row = database.get(Table::kNumbers, number_of_word_key(word), snapshot);
  if (!row) return std::nullopt;
  return decoded(Table::kNumbers, [&] { return decode_number(*row); });
}

std::string Store::Impl::need(Table table, std::string_view key, const Snapshot& snapshot) const {
  std::optional<std::string> row = database.get(table, key, &snapshot);
  if (row) return *std::move(row);
  throw CorruptionError(database.path().string() + ": the database is damaged: a row is missing in table " +
                        std::string(kTableNames[static_cast<std::size_t>(table)]));
}

std::vector<SentenceSpan> Store::Impl::sentences(const DocumentId& id, DocumentNumber number, const Snapshot& snapshot) const {
  const std::string row = need(Table::kSentences, document_key(number), snapshot);
  return decoded(Table::kSentences, [&] { return decode_sentences(id, row); });
}

Extraction Store::Impl::extraction(const DocumentId& id, DocumentRecord record, const Snapshot& snapshot,
                                   std::optional<Undecided>* undecided) const {
  Extraction extraction;
  extraction.document = std::move(record.document);
  extraction.document.id = id;
  extraction.document.text = text(record.number, snapshot);
  extraction.sentences = sentences(id, record.number, snapshot);
  extraction.document.sentences = extraction.sentences;
  const std::string row = need(Table::kMentions, document_key(record.number), snapshot);
  DocumentMentions mentions = decoded(Table::kMentions, [&] { return decode_mentions(row, key_of(snapshot)); });
  extraction.entities = std::move(mentions.entities);
  extraction.mentions = std::move(mentions.mentions);
  if (undecided != nullptr) *undecided = std::move(mentions.undecided);
  visit_document_claims(id, extraction.document.text, record.number, snapshot, [&](const Claim& claim) {
    extraction.claims.push_back(claim);
    return true;
  });
  extraction.words = record.words;
  extraction.extractor = std::move(record.extractor);
  return extraction;
}

std::string Store::Impl::text(DocumentNumber number, const Snapshot& snapshot) const {
  return need(Table::kTexts, document_key(number), snapshot);
}

Claim Store::Impl::claim_at(const ClaimList& list, std::size_t i, const DocumentId& id) const {
  return decoded(Table::kClaims, [&] {
    Claim claim = list.claim(i);
    claim.id = claim_id(id, list.place(i).sentence, list.place(i).number);
    claim.document = id;
    return claim;
  });
}

bool Store::Impl::visit_document_claims(const DocumentId& id, std::string_view text, DocumentNumber number,
                                        const Snapshot& snapshot, const std::function<bool(const Claim&)>& visit) const {
  return with_claims(number, text, snapshot, [&](const ClaimList& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (!visit(claim_at(list, i, id))) return false;
    }
    return true;
  });
}

void Store::Impl::visit_places(std::vector<ClaimPlace> places, const Snapshot& snapshot,
                               const std::function<bool(const Claim&)>& visit) const {
  std::vector<DocumentNumber> wanted;
  for (const auto& place : places) wanted.push_back(place.document);
  std::sort(wanted.begin(), wanted.end());
  wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
  names.preload_documents(wanted, snapshot);
  std::vector<std::pair<std::shared_ptr<const DocumentName>, DocumentNumber>> documents;
  documents.reserve(wanted.size());
  for (const DocumentNumber number : wanted) documents.emplace_back(names.document(number, snapshot), number);
  std::sort(documents.begin(), documents.end(), [](const auto& a, const auto& b) { return a.first->id < b.first->id; });

  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  for (const auto& [name, number] : documents) {
    const std::string document_text = text(number, snapshot);
    auto place = std::lower_bound(places.begin(), places.end(), ClaimPlace{number, 0, 0});
    const bool more = with_claims(number, document_text, snapshot, [&](const ClaimList& list) {
      for (std::size_t i = 0; place != places.end() && place->document == number; ++place) {
        const ClaimPlace wanted_place{0, place->sentence, place->number};
        while (i < list.size() && list.place(i) < wanted_place) ++i;
        if (i == list.size() || list.place(i) != wanted_place) {
          throw CorruptionError(database.path().string() + ": the database is damaged: an index names a claim that document " +
                                name->id.str() + " does not have");
        }
        if (!visit(claim_at(list, i, name->id))) return false;
      }
      return true;
    });
    if (!more) return;
  }
}

void Store::Impl::for_each_triple(Table permutation, std::string_view prefix, const Snapshot& snapshot,
                                  const std::function<void(Triple&&)>& triple) const {
  for (auto row = database.scan(permutation, prefix, snapshot); row.valid(); row.next()) {
    triple(decoded(permutation, [&] { return decode_triple(permutation, row.key(), row.value()); }));
  }
}

bool Store::contains(const DocumentId& id, const Hash128& content) const {
  const std::optional<DocumentRecord> record = impl_->record(id, nullptr);
  return record && record->content == content;
}

bool Store::contains(const DocumentId& id, const Hash128& content, std::string_view extractor) const {
  const std::optional<DocumentRecord> record = impl_->record(id, nullptr);
  return record && record->content == content && record->extractor == extractor;
}

std::optional<Entity> Store::entity(const EntityKey& key) const {
  const std::optional<std::string> row = impl_->database.get(Table::kEntities, key.str());
  if (!row) return std::nullopt;
  return impl_->decoded(Table::kEntities, [&] { return merged_entity(key, Bag(*row)); });
}

std::vector<EntityKey> Store::find_by_name(std::string_view name_key) const {
  std::vector<std::pair<std::int64_t, EntityKey>> found;
  if (name_key.empty()) return {};
  const Database::Snapshot snapshot(impl_->database);
  const std::string prefix = KeyWriter().text(name_key).take();
  for (auto row = impl_->database.scan(Table::kAliases, prefix, snapshot); row.valid(); row.next()) {
    const Bag tally = impl_->decoded(Table::kAliases, [&] { return Bag(row.value()); });
    const std::int64_t mentions = tally.empty() ? 0 : tally.counts().begin()->second.mentions;
    found.emplace_back(-mentions, EntityKey(std::string(row.key().substr(prefix.size()))));
  }
  std::sort(found.begin(), found.end());
  std::vector<EntityKey> keys;
  keys.reserve(found.size());
  for (auto& [mentions, key] : found) keys.push_back(std::move(key));
  return keys;
}

void Store::visit_aliases(std::string_view prefix,
                          const std::function<bool(std::string_view, const EntityKey&, std::uint64_t)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  // The key of a string that goes on begins like the key of its beginning, without the mark that ends it.
  std::string escaped = KeyWriter().text(prefix).take();
  escaped.resize(escaped.size() - 2);
  for (auto row = impl_->database.scan(Table::kAliases, escaped, snapshot); row.valid(); row.next()) {
    std::string name_key;
    EntityKey entity;
    std::int64_t mentions = 0;
    impl_->decoded(Table::kAliases, [&] {
      KeyReader reader(row.key());
      name_key = reader.text();
      entity = EntityKey(std::string(reader.rest()));
      const Bag tally(row.value());
      if (!tally.empty()) mentions = tally.counts().begin()->second.mentions;
    });
    if (!visit(name_key, entity, static_cast<std::uint64_t>(std::max<std::int64_t>(mentions, 0)))) return;
  }
}

void Store::visit_entities(const std::function<bool(const Entity&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  for (auto row = impl_->database.scan(Table::kEntities, {}, snapshot); row.valid(); row.next()) {
    const EntityKey key(std::string(row.key()));
    const Entity entity = impl_->decoded(Table::kEntities, [&] { return merged_entity(key, Bag(row.value())); });
    if (!visit(entity)) return;
  }
}

std::optional<Claim> Store::claim(const ClaimId& id) const {
  const std::optional<DocumentId> document = document_of(id);
  if (!document) return std::nullopt;
  const std::optional<ClaimPlace> place = place_of(id, *document);
  if (!place) return std::nullopt;
  const Database::Snapshot snapshot(impl_->database);
  const std::optional<DocumentRecord> record = impl_->record(*document, &snapshot);
  if (!record) return std::nullopt;
  const std::string text = impl_->text(record->number, snapshot);
  return impl_->with_claims(record->number, text, snapshot, [&](const ClaimList& list) -> std::optional<Claim> {
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list.place(i) == *place) return impl_->claim_at(list, i, *document);
    }
    return std::nullopt;
  });
}

void Store::visit_claims(const std::function<bool(const Claim&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  for (auto row = impl_->database.scan(Table::kDocuments, {}, snapshot); row.valid(); row.next()) {
    const DocumentNumber number = impl_->decoded(Table::kDocuments, [&] { return decode_record(row.value()).number; });
    const DocumentId id{std::string(row.key())};
    if (!impl_->visit_document_claims(id, impl_->text(number, snapshot), number, snapshot, visit)) return;
  }
}

void Store::visit_claims_of(const EntityKey& entity, Role role, const std::function<bool(const Claim&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  const std::optional<EntityNumber> number = impl_->number_of(entity, &snapshot);
  if (!number) return;
  std::vector<ClaimPlace> places;
  const std::string prefix = entity_prefix(*number);
  const bool in_slots = role == Role::kSubjectOrObject || role == Role::kAny;
  if (role == Role::kSpeaker || role == Role::kAny) {
    for (auto row = impl_->database.scan(Table::kSpeakers, prefix, snapshot); row.valid(); row.next()) {
      places.push_back(impl_->decoded(Table::kSpeakers, [&] { return decode_speaker_key(row.key()); }));
    }
  }
  if (role != Role::kSpeaker) {
    // Permutations know source and target; where the object is the source, these are object and subject.
    impl_->for_each_triple(Table::kSpo, prefix, snapshot, [&](Triple&& triple) {
      const Role part = triple.object_is_source ? Role::kObject : Role::kSubject;
      if (in_slots || role == part) places.push_back(triple.place);
    });
    impl_->for_each_triple(Table::kOsp, prefix, snapshot, [&](Triple&& triple) {
      const Role part = triple.object_is_source ? Role::kSubject : Role::kObject;
      if (in_slots || role == part) places.push_back(triple.place);
    });
  }
  impl_->visit_places(std::move(places), snapshot, visit);
}

void Store::visit_claims_of_type(RelationType type, const std::function<bool(const Claim&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  std::vector<ClaimPlace> places;
  const std::string prefix = KeyWriter().number(static_cast<std::uint64_t>(type)).take();
  impl_->for_each_triple(Table::kPos, prefix, snapshot, [&](Triple&& triple) { places.push_back(triple.place); });
  impl_->visit_places(std::move(places), snapshot, visit);
}

void Store::visit_claims_in(const DocumentId& id, const std::function<bool(const Claim&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  const std::optional<DocumentRecord> record = impl_->record(id, &snapshot);
  if (record) impl_->visit_document_claims(id, impl_->text(record->number, snapshot), record->number, snapshot, visit);
}

DocumentId Store::Impl::copy_of(DocumentNumber number, const Snapshot& snapshot) const {
  const DocumentNumber original = original_of(number, database, snapshot);
  return original == number ? DocumentId() : names.document(original, snapshot)->id;
}

std::optional<Document> Store::document(const DocumentId& id) const {
  const Database::Snapshot snapshot(impl_->database);
  std::optional<DocumentRecord> record = impl_->record(id, &snapshot);
  if (!record) return std::nullopt;
  Document document = std::move(record->document);
  document.text = impl_->text(record->number, snapshot);
  document.sentences = impl_->sentences(id, record->number, snapshot);
  document.copy_of = impl_->copy_of(record->number, snapshot);
  return document;
}

void Store::visit_documents(const std::function<bool(const DocumentSummary&)>& visit) const {
  const Database::Snapshot snapshot(impl_->database);
  for (auto row = impl_->database.scan(Table::kDocuments, {}, snapshot); row.valid(); row.next()) {
    DocumentRecord record = impl_->decoded(Table::kDocuments, [&] { return decode_record(row.value()); });
    DocumentSummary summary;
    summary.document = std::move(record.document);
    summary.document.id = DocumentId(std::string(row.key()));
    summary.document.copy_of = impl_->copy_of(record.number, snapshot);
    summary.content = record.content;
    summary.extractor = std::move(record.extractor);
    summary.words = record.words;
    summary.text_bytes = record.text_bytes;
    summary.sentences = record.sentences;
    summary.claims = record.claims;
    if (!visit(summary)) return;
  }
}

std::optional<Extraction> Store::extraction(const DocumentId& id) const {
  const Database::Snapshot snapshot(impl_->database);
  std::optional<DocumentRecord> record = impl_->record(id, &snapshot);
  if (!record) return std::nullopt;
  return impl_->extraction(id, *std::move(record), snapshot);
}

Evidence Store::evidence(const Claim& claim) const {
  std::optional<Document> found = document(claim.document);
  if (!found || claim.sentence >= found->sentences.size()) {
    throw CorruptionError(path().string() + ": the database is damaged: claim " + claim.id.str() + " has no sentence");
  }
  Evidence evidence;
  evidence.sentence = std::move(found->sentences[claim.sentence]);
  evidence.sentence_text = evidence.sentence.span.of(found->text);
  evidence.document = *std::move(found);
  evidence.document.sentences.clear();
  return evidence;
}

}  // namespace isnad::store
