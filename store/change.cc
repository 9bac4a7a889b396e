#include "store/change.h"

#include <utility>

#include "store/claim_list.h"
#include "store/decision_codec.h"
#include "store/entity_tally.h"
#include "store/rows.h"

namespace isnad::store {

namespace {

// About 50 MB each; a writer's memory of numbers that is full starts anew.
constexpr std::size_t kMaxNumbers = 400'000;

}  // namespace

EntityNumber Change::number(const EntityKey& key) {
  if (const auto known = store_.numbers.find(key); known != store_.numbers.end()) return known->second;
  if (const auto known = new_numbers_.find(key); known != new_numbers_.end()) return known->second;
  EntityNumber number = 0;
  if (const auto stored = store_.knows_all_numbers ? std::nullopt : store_.number_of(key, nullptr)) {
    number = *stored;
  } else {
    number = state_.next_entity++;
    if (state_.next_entity == 0) throw IoError(store_.database.path().string() + ": no entity numbers are left");
    ++state_.entities;
    batch_.put(Table::kNumbers, number_of_entity_key(key), encode_number(number));
    batch_.put(Table::kNumbers, entity_of_number_key(number), key.str());
  }
  new_numbers_.emplace(key, number);
  return number;
}

Copies& Change::copies() {
  if (!copies_) copies_.emplace(store_.database, store_.names, store_.copies);
  return *copies_;
}

WordNumber Change::word_number(const std::string& word) {
  if (const auto known = store_.word_numbers.find(word); known != store_.word_numbers.end()) return known->second;
  if (const auto known = new_word_numbers_.find(word); known != new_word_numbers_.end()) return known->second;
  WordNumber number = 0;
  if (const auto stored = store_.knows_all_numbers ? std::nullopt : store_.number_of_word(word, nullptr)) {
    number = *stored;
  } else {
    number = state_.next_word++;
    if (state_.next_word == 0) throw IoError(store_.database.path().string() + ": no word numbers are left");
    batch_.put(Table::kNumbers, number_of_word_key(word), encode_number(number));
    batch_.put(Table::kNumbers, word_of_number_key(number), word);
  }
  new_word_numbers_.emplace(word, number);
  return number;
}

void Change::subtract(const std::vector<Entity>& entities) {
  if (!deltas_) deltas_.emplace();
  for (const auto& entity : entities) {
    deltas_->entities[entity.key].subtract(tally_of(entity));
    for (const auto& [key, tally] : alias_tallies(entity)) deltas_->aliases[key].subtract(tally);
  }
}

void Change::add_entities(const std::vector<Entity>& entities) {
  for (const auto& entity : entities) {
    const Bag tally = tally_of(entity);
    if (deltas_) {
      deltas_->entities[entity.key].add(tally);
    } else {
      batch_.add(Table::kEntities, entity.key.str(), tally.encode());
    }
    for (const auto& [key, alias] : alias_tallies(entity)) {
      if (deltas_) {
        deltas_->aliases[key].add(alias);
      } else {
        batch_.add(Table::kAliases, key, alias.encode());
      }
    }
  }
}

void Change::apply_deltas() {
  if (!deltas_) return;
  const auto apply = [&](Table table, std::string_view key, const Bag& delta) {
    if (delta.empty()) return true;
    Bag sum;
    if (const std::optional<std::string> row = store_.database.get(table, key)) {
      sum = store_.decoded(table, [&] { return Bag(*row); });
    }
    sum.add(delta);
    if (sum.empty()) {
      batch_.erase(table, key);
    } else {
      batch_.put(table, key, sum.encode());
    }
    return !sum.empty();
  };
  for (const auto& [key, delta] : deltas_->entities) {
    if (apply(Table::kEntities, key.str(), delta)) continue;
    const std::optional<EntityNumber> number = store_.number_of(key, nullptr);
    batch_.erase(Table::kNumbers, number_of_entity_key(key));
    if (number) batch_.erase(Table::kNumbers, entity_of_number_key(*number));
    --state_.entities;
    dropped_.push_back(key);
  }
  for (const auto& [key, delta] : deltas_->aliases) apply(Table::kAliases, key, delta);
}

void Change::remove(const DocumentId& id, const DocumentRecord& record, const Database::Snapshot& snapshot) {
  const Extraction old = store_.extraction(id, record, snapshot);
  const NumberOf number_of = [&](const EntityKey& key) { return number(key); };
  for (const auto& claim : old.claims) {
    std::optional<ClaimPlace> place = place_of(claim.id, id);
    place->document = record.number;
    for_each_index_row(claim, *place, number_of,
                       [&](Table table, std::string_view key, std::string_view) { batch_.erase(table, key); });
  }
  const std::string key = document_key(record.number);
  for (const Table table : {Table::kTexts, Table::kSentences, Table::kMentions, Table::kClaims}) batch_.erase(table, key);
  batch_.erase(Table::kNumbers, name_of_document_key(record.number));
  batch_.erase(Table::kDocuments, id.str());
  copies().remove({record.number, id.str(), record.document.published, old.document.text});
  subtract(old.entities);
  --state_.documents;
  state_.sentences -= record.sentences;
  state_.words -= record.words;
  state_.claims -= record.claims;
}

void Change::add(const Contribution& contribution, const Hash128& digest, const std::optional<Undecided>& undecided) {
  const Document& document = *contribution.document;
  const Extraction& extraction = *contribution.extraction;
  const NumberOf number_of = [&](const EntityKey& key) { return number(key); };

  DocumentRecord record;
  record.number = state_.next_document++;
  if (state_.next_document == 0) throw IoError(store_.database.path().string() + ": no document numbers are left");
  record.content = content_hash(document);
  record.digest = digest;
  record.document.url = document.url;
  record.document.source = document.source;
  record.document.title = document.title;
  record.document.lang = document.lang;
  record.document.published = document.published;
  record.document.agency = document.agency;
  record.document.path = document.path;
  record.document.line = document.line;
  record.extractor = extraction.extractor;
  record.words = extraction.words;
  record.text_bytes = document.text.size();
  record.sentences = static_cast<std::uint32_t>(extraction.sentences.size());
  record.claims = static_cast<std::uint32_t>(extraction.claims.size());

  const std::string key = document_key(record.number);
  batch_.put(Table::kDocuments, document.id.str(), encode_record(record));
  batch_.put(Table::kNumbers, name_of_document_key(record.number), encode_name({document.id, document.source, document.published, document.agency}));
  batch_.put(Table::kTexts, key, document.text);
  copies().add({record.number, document.id.str(), document.published, document.text});
  batch_.put(Table::kSentences, key, encode_sentences(document.id, extraction.sentences));
  batch_.put(Table::kMentions, key, encode_mentions(contribution.entities(), extraction.mentions, number_of, undecided));
  batch_.put(Table::kClaims, key,
             encode_claim_list(contribution.encoded_claims, number_of, [&](const std::string& word) { return word_number(word); }));
  add_entities(contribution.entities());
  for (const auto& [relative_place, claim] : contribution.claims) {
    ClaimPlace place = relative_place;
    place.document = record.number;
    for_each_index_row(*claim, place, number_of,
                       [&](Table table, std::string_view row_key, std::string_view value) { batch_.put(table, row_key, value); });
  }
  ++state_.documents;
  state_.sentences += record.sentences;
  state_.words += record.words;
  state_.claims += record.claims;
}

void Change::replace_decisions(const Decisions& before, const Decisions& after) {
  for (const Decision& decision : before.all()) batch_.erase(Table::kMeta, decision_key(decision));
  for (const Decision& decision : after.all()) batch_.put(Table::kMeta, decision_key(decision), encode_decision(decision));
}

void Change::set_deciding(bool deciding) {
  if (deciding) {
    batch_.put(Table::kMeta, kDecidingKey, {});
  } else {
    batch_.erase(Table::kMeta, kDecidingKey);
  }
}

void Change::commit() {
  complete();
  store_.database.write(batch_);
  settle();
}

void Change::move_rows(SortedRows& rows) {
  batch_.for_each([&](Table table, RowKind kind, std::string_view key, std::string_view value) { rows.add(table, kind, key, value); });
  batch_.clear();
}

void Change::commit(SortedRows& rows, const std::filesystem::path& folder) {
  complete();
  move_rows(rows);
  rows.move_into(store_.database, folder);
  settle();
}

void Change::complete() {
  apply_deltas();
  if (copies_) copies_->finish(batch_);
  batch_.put(Table::kMeta, kStateKey, encode_state(state_));
}

void Change::settle() {
  store_.state = state_;
  if (store_.numbers.size() + new_numbers_.size() > kMaxNumbers) {
    store_.numbers.clear();
    store_.knows_all_numbers = false;
  }
  store_.numbers.merge(new_numbers_);
  if (store_.word_numbers.size() + new_word_numbers_.size() > kMaxNumbers) {
    store_.word_numbers.clear();
    store_.knows_all_numbers = false;
  }
  store_.word_numbers.merge(new_word_numbers_);
  for (const EntityKey& key : dropped_) store_.numbers.erase(key);
}

}  // namespace isnad::store
