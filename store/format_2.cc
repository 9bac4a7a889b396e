#include "store/format_2.h"

#include "store/byte_reader.h"
#include "store/slot_words.h"
#include "store/span_codec.h"

namespace isnad::store::format_2 {

namespace {

constexpr std::uint8_t kLayout = 2;

namespace claim_flag {
constexpr std::uint8_t kObjectIsSource = 1;
constexpr std::uint8_t kDenied = 2;
constexpr int kModalityShift = 2;
constexpr std::uint8_t kModalityMask = 3 << kModalityShift;
constexpr std::uint8_t kEventDate = 16;
constexpr std::uint8_t kAttribution = 32;
/// In the same sentence as the claim before, with the number that follows.
constexpr std::uint8_t kNextNumber = 64;
constexpr std::uint8_t kAll = 127;
}  // namespace claim_flag

namespace slot_flag {
constexpr std::uint8_t kEntity = 1;
constexpr std::uint8_t kElided = 2;
constexpr std::uint8_t kOneSpanIsHead = 4;
constexpr std::uint8_t kOwnWords = 8;
constexpr std::uint8_t kAll = 15;
}  // namespace slot_flag

std::uint8_t flags(ByteReader& reader, std::uint8_t known) {
  const std::uint8_t value = reader.byte();
  if ((value & ~known) != 0) reader.fail("unknown flags");
  return value;
}

}  // namespace

ClaimList::ClaimList(std::string_view bytes, std::string_view text, const KeyOf& key_of, const WordOf& word_of)
    : text_(text), key_of_(key_of), word_of_(word_of) {
  ByteReader reader(bytes, "claim list");
  if (reader.byte() != kLayout) reader.fail("its layout is unknown");
  const std::uint32_t entities = reader.count();
  entities_.reserve(entities);
  for (std::uint32_t i = 0; i < entities; ++i) entities_.push_back(reader.varint32());
  const std::uint32_t words = reader.count();
  words_.reserve(words);
  for (std::uint32_t i = 0; i < words; ++i) words_.push_back(reader.varint32());
  read_slots(reader);
  read_tables(reader);
  read_claims(reader);
  reader.expect_end();
}

std::uint32_t ClaimList::below(ByteReader& reader, std::size_t end) const {
  const std::uint32_t value = reader.varint32();
  if (value >= end) reader.fail("it refers to something that it does not have");
  return value;
}

void ClaimList::read_slots(ByteReader& reader) {
  const std::uint32_t count = reader.count(3);
  slots_.reserve(count);
  own_words_.reserve(count);
  SpanReader spans(reader);
  for (std::uint32_t i = 0; i < count; ++i) {
    Slot slot;
    std::uint32_t entity = 0;
    const std::uint8_t bits = flags(reader, slot_flag::kAll);
    if ((bits & slot_flag::kOwnWords) != 0) slot.text = reader.string();
    if ((bits & slot_flag::kOneSpanIsHead) == 0) {
      const std::uint32_t parts = reader.count(2);
      slot.spans.reserve(parts);
      for (std::uint32_t j = 0; j < parts; ++j) slot.spans.push_back(spans.read());
    }
    slot.head = spans.read();
    if ((bits & slot_flag::kOneSpanIsHead) != 0) slot.spans.push_back(slot.head);
    slot.elided = (bits & slot_flag::kElided) != 0;
    if ((bits & slot_flag::kEntity) != 0) entity = below(reader, entities_.size()) + 1;
    slots_.emplace_back(std::move(slot), entity);
    own_words_.push_back((bits & slot_flag::kOwnWords) != 0);
  }
}

void ClaimList::read_tables(ByteReader& reader) {
  const std::uint32_t relations = reader.count(2);
  relations_.reserve(relations);
  for (std::uint32_t i = 0; i < relations; ++i) {
    Relation relation;
    relation.word = below(reader, words_.size());
    const std::uint8_t type = reader.byte();
    if (type > static_cast<std::uint8_t>(RelationType::kOther)) reader.fail("unknown relation type");
    relation.type = static_cast<RelationType>(type);
    relations_.push_back(relation);
  }
  const std::uint32_t chains = reader.count();
  chains_.reserve(chains);
  for (std::uint32_t i = 0; i < chains; ++i) {
    std::vector<Link> links(reader.count(2));
    for (Link& link : links) {
      link.speaker = below(reader, slots_.size());
      link.verb = below(reader, words_.size());
    }
    chains_.push_back(std::move(links));
  }
  const std::uint32_t confidences = reader.count(4);
  confidences_.reserve(confidences);
  for (std::uint32_t i = 0; i < confidences; ++i) confidences_.push_back(reader.float32());
}

void ClaimList::read_claims(ByteReader& reader) {
  const std::uint32_t count = reader.count(7);
  claims_.reserve(count);
  std::uint32_t next_slot = 0;
  Row last;
  for (std::uint32_t i = 0; i < count; ++i) {
    Row row;
    row.flags = flags(reader, claim_flag::kAll);
    if ((row.flags & claim_flag::kNextNumber) != 0) {
      row.place = {0, last.place.sentence, last.place.number + 1};
      if (i == 0 || row.place.number == 0) reader.fail("a claim has no number");
    } else {
      const std::uint32_t sentences = reader.varint32();
      row.place = {0, last.place.sentence + sentences, reader.varint32()};
      if (row.place.sentence < last.place.sentence) reader.fail("a claim has no sentence");
      if (i > 0 && row.place <= last.place) reader.fail("its claims are not in order");
    }
    row.relation = below(reader, relations_.size());
    row.confidence = below(reader, confidences_.size());
    row.rule = below(reader, words_.size());
    for (std::uint32_t& slot : row.slots) {
      const std::uint32_t back = reader.varint32();
      if (back > next_slot || (back == 0 && next_slot >= slots_.size())) reader.fail("a claim has a slot that is not there");
      slot = back == 0 ? next_slot++ : next_slot - back;
    }
    if ((row.flags & claim_flag::kEventDate) != 0) row.date = below(reader, words_.size());
    if ((row.flags & claim_flag::kAttribution) != 0) row.chain = below(reader, chains_.size());
    claims_.push_back(row);
    last = row;
  }
}

std::string ClaimList::word(std::uint32_t i) const { return word_of_(words_[i]); }

Slot ClaimList::slot(std::uint32_t i) const {
  Slot slot = slots_[i].first;
  if (!own_words_[i]) slot.text = words_at(slot.spans, text_);
  if (slots_[i].second != 0) slot.entity = key_of_(entities_[slots_[i].second - 1]);
  return slot;
}

Claim ClaimList::claim(std::size_t i) const {
  const Row& row = claims_[i];
  Claim claim;
  claim.sentence = row.place.sentence;
  claim.type = relations_[row.relation].type;
  const std::string label = word(relations_[row.relation].word);
  ByteReader reader(label, "relation");
  claim.relation_lemma = reader.string();
  claim.label_en = reader.string();
  claim.label_ar = reader.string();
  reader.expect_end();
  claim.subject_is_source = (row.flags & claim_flag::kObjectIsSource) == 0;
  claim.polarity = (row.flags & claim_flag::kDenied) != 0 ? Polarity::kDenied : Polarity::kAffirmed;
  claim.modality = static_cast<Modality>((row.flags & claim_flag::kModalityMask) >> claim_flag::kModalityShift);
  claim.confidence = confidences_[row.confidence];
  claim.rule = word(row.rule);
  claim.subject = slot(row.slots[0]);
  claim.relation = slot(row.slots[1]);
  claim.object = slot(row.slots[2]);
  if ((row.flags & claim_flag::kEventDate) != 0) claim.event_date = word(row.date);
  if ((row.flags & claim_flag::kAttribution) != 0) {
    for (const Link& link : chains_[row.chain]) claim.attribution.push_back({slot(link.speaker), word(link.verb)});
  }
  return claim;
}

}  // namespace isnad::store::format_2
