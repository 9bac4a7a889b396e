#include "store/rows.h"

#include <charconv>
#include <set>
#include <system_error>
#include <utility>

#include "graph/model/error.h"
#include "store/byte_reader.h"
#include "store/byte_writer.h"
#include "store/key_codec.h"

namespace isnad::store {

namespace {

constexpr std::uint8_t kObjectIsSource = 1;

std::optional<std::uint32_t> decimal(std::string_view digits) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (digits.size() > 1 && digits.front() == '0') return std::nullopt;
  return value;
}

KeyWriter& add_place(KeyWriter& key, const ClaimPlace& place) {
  return key.number(place.document).number(place.sentence).number(place.number);
}

RelationType relation_type(std::uint64_t number) {
  if (number > static_cast<std::uint64_t>(RelationType::kOther)) throw CorruptionError("damaged key: unknown relation type");
  return static_cast<RelationType>(number);
}

Polarity polarity(std::uint64_t number) {
  if (number > static_cast<std::uint64_t>(Polarity::kDenied)) throw CorruptionError("damaged key: unknown polarity");
  return static_cast<Polarity>(number);
}

ClaimPlace read_place(KeyReader& key) {
  ClaimPlace place;
  place.document = key.number32();
  place.sentence = key.number32();
  place.number = key.number32();
  key.expect_end();
  return place;
}

}  // namespace

ClaimId claim_id(const DocumentId& document, std::uint32_t sentence, std::uint32_t number) {
  std::string id;
  id.reserve(document.str().size() + 12);
  id.append(document.str()).append(1, '#').append(std::to_string(sentence)).append(1, '#').append(std::to_string(number));
  return ClaimId(std::move(id));
}

std::optional<DocumentId> document_of(const ClaimId& id) {
  const std::size_t last = id.str().rfind('#');
  if (last == std::string::npos || last == 0) return std::nullopt;
  const std::size_t first = id.str().rfind('#', last - 1);
  if (first == std::string::npos) return std::nullopt;
  return DocumentId(id.str().substr(0, first));
}

std::optional<ClaimPlace> place_of(const ClaimId& id, const DocumentId& document) {
  std::string_view text = id.str();
  if (!text.starts_with(document.str())) return std::nullopt;
  text.remove_prefix(document.str().size());
  if (!text.starts_with('#')) return std::nullopt;
  text.remove_prefix(1);
  const std::size_t middle = text.find('#');
  if (middle == std::string_view::npos) return std::nullopt;
  const std::optional<std::uint32_t> sentence = decimal(text.substr(0, middle));
  const std::optional<std::uint32_t> number = decimal(text.substr(middle + 1));
  if (!sentence || !number) return std::nullopt;
  return ClaimPlace{0, *sentence, *number};
}

std::string document_key(DocumentNumber number) { return KeyWriter().number(number).take(); }

std::string number_of_entity_key(const EntityKey& entity) { return KeyWriter().rest(kNumberOfEntity).rest(entity.str()).take(); }
std::string entity_of_number_key(EntityNumber number) { return KeyWriter().rest(kEntityOfNumber).number(number).take(); }
std::string name_of_document_key(DocumentNumber number) { return KeyWriter().rest(kNameOfDocument).number(number).take(); }

std::string number_of_word_key(std::string_view word) { return KeyWriter().rest(kNumberOfWord).rest(word).take(); }
std::string word_of_number_key(WordNumber number) { return KeyWriter().rest(kWordOfNumber).number(number).take(); }

std::string encode_number(std::uint32_t number) {
  std::string bytes;
  ByteWriter(bytes).varint(number);
  return bytes;
}

std::uint32_t decode_number(std::string_view bytes) {
  ByteReader reader(bytes, "number");
  const std::uint32_t number = reader.varint32();
  reader.expect_end();
  return number;
}

std::string alias_key(std::string_view name_key, const EntityKey& entity) {
  return KeyWriter().text(name_key).rest(entity.str()).take();
}

Triple triple_of(const Claim& claim, const ClaimPlace& place, const NumberOf& number_of) {
  const auto number = [&](const Slot& slot) { return slot.entity ? number_of(*slot.entity) : EntityNumber{0}; };
  Triple triple;
  triple.source = number(claim.subject_is_source ? claim.subject : claim.object);
  triple.target = number(claim.subject_is_source ? claim.object : claim.subject);
  triple.type = claim.type;
  triple.polarity = claim.polarity;
  triple.place = place;
  triple.object_is_source = !claim.subject_is_source;
  triple.event_date = claim.event_date;
  return triple;
}

std::string edge_prefix(const Triple& triple) {
  KeyWriter key;
  key.number(triple.source).number(static_cast<std::uint64_t>(triple.type)).number(triple.target);
  return key.number(static_cast<std::uint64_t>(triple.polarity)).take();
}

std::string triple_key(Table permutation, const Triple& triple) {
  KeyWriter key;
  const auto type = static_cast<std::uint64_t>(triple.type);
  switch (permutation) {
    case Table::kSpo:
      key.number(triple.source).number(type).number(triple.target);
      break;
    case Table::kPos:
      key.number(type).number(triple.target).number(triple.source);
      break;
    default:
      key.number(triple.target).number(triple.source).number(type);
      break;
  }
  key.number(static_cast<std::uint64_t>(triple.polarity));
  return add_place(key, triple.place).take();
}

std::string triple_value(const Triple& triple) {
  // Most rows say nothing more than their key.
  if (!triple.object_is_source && triple.event_date.empty()) return {};
  std::string value;
  ByteWriter writer(value);
  writer.byte(triple.object_is_source ? kObjectIsSource : 0);
  return value.append(triple.event_date);
}

EdgeRow decode_edge_row(std::string_view spo_key) {
  KeyReader reader(spo_key);
  EdgeRow row;
  row.source = reader.number32();
  row.type = relation_type(reader.number());
  row.target = reader.number32();
  row.polarity = polarity(reader.number());
  row.document = reader.number32();
  return row;
}

Triple decode_triple(Table permutation, std::string_view key, std::string_view value) {
  KeyReader reader(key);
  Triple triple;
  std::uint64_t type = 0;
  switch (permutation) {
    case Table::kSpo:
      triple.source = reader.number32();
      type = reader.number();
      triple.target = reader.number32();
      break;
    case Table::kPos:
      type = reader.number();
      triple.target = reader.number32();
      triple.source = reader.number32();
      break;
    default:
      triple.target = reader.number32();
      triple.source = reader.number32();
      type = reader.number();
      break;
  }
  triple.type = relation_type(type);
  triple.polarity = polarity(reader.number());
  triple.place = read_place(reader);
  if (value.empty()) return triple;
  const auto flags = static_cast<std::uint8_t>(value.front());
  if (flags > kObjectIsSource || (flags == 0 && value.size() == 1)) throw CorruptionError("damaged index row: unknown flags");
  triple.object_is_source = flags == kObjectIsSource;
  triple.event_date = value.substr(1);
  return triple;
}

std::string entity_prefix(EntityNumber entity) { return KeyWriter().number(entity).take(); }

ClaimPlace decode_speaker_key(std::string_view key) {
  KeyReader reader(key);
  static_cast<void>(reader.number32());
  return read_place(reader);
}

void for_each_index_row(const Claim& claim, const ClaimPlace& place, const NumberOf& number_of,
                        const std::function<void(Table, std::string_view, std::string_view)>& row) {
  const Triple triple = triple_of(claim, place, number_of);
  const std::string value = triple_value(triple);
  if (triple.source != 0) row(Table::kSpo, triple_key(Table::kSpo, triple), value);
  row(Table::kPos, triple_key(Table::kPos, triple), value);
  if (triple.target != 0) row(Table::kOsp, triple_key(Table::kOsp, triple), value);

  std::set<EntityNumber> speakers;
  for (const auto& link : claim.attribution) {
    if (link.speaker.entity) speakers.insert(number_of(*link.speaker.entity));
  }
  for (const EntityNumber speaker : speakers) {
    KeyWriter key;
    key.number(speaker);
    row(Table::kSpeakers, add_place(key, place).str(), {});
  }
}

}  // namespace isnad::store
