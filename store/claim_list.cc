#include "store/claim_list.h"

#include "store/byte_reader.h"
#include "store/byte_writer.h"
#include "store/places.h"
#include "store/slot_words.h"
#include "store/span_codec.h"

namespace isnad::store {

namespace {

constexpr std::uint8_t kLayout = 2;

// Numbers of enumerators are part of the format. Where one of these fails, the format needs a new version.
static_assert(static_cast<int>(Polarity::kAffirmed) == 0 && static_cast<int>(Polarity::kDenied) == 1);
static_assert(static_cast<int>(Modality::kFact) == 0 && static_cast<int>(Modality::kNecessary) == 3);
static_assert(static_cast<int>(RelationType::kAgree) == 0 && static_cast<int>(RelationType::kAccuse) == 7 &&
              static_cast<int>(RelationType::kAssault) == 15 && static_cast<int>(RelationType::kControl) == 16 &&
              static_cast<int>(RelationType::kOther) == 23);

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

/// All that tells one slot from another.
void write_whole(ByteWriter& writer, const Slot& slot) {
  writer.byte(static_cast<std::uint8_t>((slot.elided ? 1 : 0) | (slot.entity ? 2 : 0)));
  writer.varint(slot.spans.size());
  for (const Span span : slot.spans) {
    writer.varint(span.begin);
    writer.varint(span.end);
  }
  writer.varint(slot.head.begin);
  writer.varint(slot.head.end);
  writer.string(slot.text);
  if (slot.entity) writer.string(slot.entity->str());
}

class Encoder {
 public:
  explicit Encoder(std::string_view text) : text_(text) {}

  EncodedClaims run(const std::vector<std::pair<ClaimPlace, const Claim*>>& claims) {
    ClaimPlace last{0, 0, 0};
    bool first = true;
    for (const auto& [place, claim] : claims) {
      add(*claim, place, !first && place.sentence == last.sentence && place.number == last.number + 1, last.sentence);
      last = place;
      first = false;
    }
    // Speakers' slots follow those of the claims, in the order of the chains.
    ByteWriter chains(chains_);
    for (const Claim* claim : chained_) {
      chains.varint(claim->attribution.size());
      for (const auto& link : claim->attribution) {
        chains.varint(slot(link.speaker));
        chains.varint(word(link.verb));
      }
    }
    ByteWriter body(out_.body);
    body.varint(slot_places_.size());
    out_.body += slots_;
    body.varint(relation_places_.size());
    out_.body += relations_;
    body.varint(chained_.size());
    out_.body += chains_;
    body.varint(confidence_places_.size());
    out_.body += confidences_;
    body.varint(claims.size());
    out_.body += claims_;
    return std::move(out_);
  }

 private:
  void add(const Claim& claim, const ClaimPlace& place, bool next_number, std::uint32_t last_sentence) {
    auto bits = static_cast<std::uint8_t>(static_cast<unsigned>(claim.modality) << claim_flag::kModalityShift);
    if (!claim.subject_is_source) bits |= claim_flag::kObjectIsSource;
    if (claim.polarity == Polarity::kDenied) bits |= claim_flag::kDenied;
    if (!claim.event_date.empty()) bits |= claim_flag::kEventDate;
    if (!claim.attribution.empty()) bits |= claim_flag::kAttribution;
    if (next_number) bits |= claim_flag::kNextNumber;
    ByteWriter writer(claims_);
    writer.byte(bits);
    if (!next_number) {
      writer.varint(place.sentence - last_sentence);
      writer.varint(place.number);
    }
    writer.varint(relation(claim));
    writer.varint(confidence(claim.confidence));
    writer.varint(word(claim.rule));
    for (const Slot* part : {&claim.subject, &claim.relation, &claim.object}) {
      // 0 is the next one that no claim has used yet; others are counted backwards.
      const auto next = static_cast<std::uint32_t>(slot_places_.size());
      const std::uint32_t number = slot(*part);
      writer.varint(number == next ? 0 : next - number);
    }
    if ((bits & claim_flag::kEventDate) != 0) writer.varint(word(claim.event_date));
    if ((bits & claim_flag::kAttribution) != 0) writer.varint(chain(claim));
  }

  std::uint32_t slot(const Slot& slot) {
    scratch_.clear();
    ByteWriter key(scratch_);
    write_whole(key, slot);
    const auto [number, added] = slot_places_.of(scratch_);
    if (added) write_slot(slot);
    return number;
  }

  void write_slot(const Slot& slot) {
    const bool own_words = !is_spelled(slot.text, slot.spans, text_);
    const bool one_span = slot.spans.size() == 1 && slot.spans.front() == slot.head;
    std::uint8_t bits = 0;
    if (slot.entity) bits |= slot_flag::kEntity;
    if (slot.elided) bits |= slot_flag::kElided;
    if (one_span) bits |= slot_flag::kOneSpanIsHead;
    if (own_words) bits |= slot_flag::kOwnWords;
    ByteWriter writer(slots_);
    writer.byte(bits);
    if (own_words) writer.string(slot.text);
    SpanWriter spans(writer, last_span_end_);
    if (!one_span) {
      writer.varint(slot.spans.size());
      for (const Span span : slot.spans) spans.write(span);
    }
    spans.write(slot.head);
    last_span_end_ = spans.last();
    if (slot.entity) {
      const auto [number, added] = entity_places_.of(slot.entity->str());
      if (added) out_.entities.push_back(*slot.entity);
      writer.varint(number);
    }
  }

  std::uint32_t word(const std::string& bytes) {
    const auto [number, added] = word_places_.of(bytes);
    if (added) out_.words.push_back(bytes);
    return number;
  }

  std::uint32_t relation(const Claim& claim) {
    scratch_.clear();
    ByteWriter writer(scratch_);
    writer.string(claim.relation_lemma);
    writer.string(claim.label_en);
    writer.string(claim.label_ar);
    const std::uint32_t label = word(scratch_);
    scratch_.push_back(static_cast<char>(claim.type));
    const auto [number, added] = relation_places_.of(scratch_);
    if (added) {
      ByteWriter relations(relations_);
      relations.varint(label);
      relations.byte(static_cast<std::uint8_t>(claim.type));
    }
    return number;
  }

  std::uint32_t confidence(float value) {
    scratch_.clear();
    ByteWriter(scratch_).float32(value);
    const auto [number, added] = confidence_places_.of(scratch_);
    if (added) confidences_ += scratch_;
    return number;
  }

  std::uint32_t chain(const Claim& claim) {
    scratch_.clear();
    ByteWriter writer(scratch_);
    for (const auto& link : claim.attribution) {
      write_whole(writer, link.speaker);
      writer.string(link.verb);
    }
    const auto [number, added] = chain_places_.of(scratch_);
    if (added) chained_.push_back(&claim);
    return number;
  }

  std::string_view text_;
  EncodedClaims out_;
  std::string slots_;
  std::string relations_;
  std::string chains_;
  std::string confidences_;
  std::string claims_;
  std::string scratch_;
  Places slot_places_;
  Places relation_places_;
  Places chain_places_;
  Places confidence_places_;
  Places entity_places_;
  Places word_places_;
  std::vector<const Claim*> chained_;
  std::uint32_t last_span_end_ = 0;
};

}  // namespace

EncodedClaims encode_claims(const std::vector<std::pair<ClaimPlace, const Claim*>>& claims, std::string_view text) {
  return Encoder(text).run(claims);
}

std::string encode_claim_list(const EncodedClaims& claims, const NumberOf& number_of, const WordNumberOf& number_of_word) {
  std::string bytes;
  bytes.reserve(claims.body.size() + 4 * (claims.entities.size() + claims.words.size()) + 8);
  ByteWriter writer(bytes);
  writer.byte(kLayout);
  writer.varint(claims.entities.size());
  for (const EntityKey& entity : claims.entities) writer.varint(number_of(entity));
  writer.varint(claims.words.size());
  for (const std::string& word : claims.words) writer.varint(number_of_word(word));
  bytes += claims.body;
  return bytes;
}

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

}  // namespace isnad::store
