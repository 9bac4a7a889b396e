#include "store/claim_list.h"

#include <tuple>
#include <utility>

#include "store/byte_reader.h"
#include "store/claim_columns.h"
#include "store/slot_words.h"
#include "store/text_tokens.h"
#include "store/token_span_codec.h"

namespace isnad::store {

namespace {

std::uint32_t below(ByteReader& reader, std::size_t end) {
  const std::uint32_t value = reader.varint32();
  if (value >= end) reader.fail("it refers to something that it does not have");
  return value;
}

float read_confidence(ByteReader& reader) {
  constexpr std::uint32_t kThousand = 1000;
  const std::uint32_t value = reader.varint32();
  if (value == 0) return reader.float32();
  if (value > kThousand + 1) reader.fail("a confidence is above 1");
  return static_cast<float>(value - 1) / static_cast<float>(kThousand);
}

std::vector<std::uint32_t> read_list(ByteReader& reader) {
  const std::uint32_t count = reader.count();
  std::vector<std::uint32_t> numbers;
  numbers.reserve(count);
  for (std::uint32_t i = 0; i < count; ++i) numbers.push_back(reader.varint32());
  return numbers;
}

/// Returns: entities and words.
std::pair<std::vector<EntityNumber>, std::vector<WordNumber>> read_numbers(ByteReader& reader) {
  if (reader.byte() != kClaimListLayout) reader.fail("its layout is unknown");
  std::vector<EntityNumber> entities = read_list(reader);
  std::vector<WordNumber> words = read_list(reader);
  return {std::move(entities), std::move(words)};
}

template <std::size_t... kEach>
std::array<ByteReader, kColumns> columns_of(ByteReader& reader, std::index_sequence<kEach...>) {
  // Braces: one after the other.
  return {((void)kEach, ByteReader(reader.string(), "claim list"))...};
}

}  // namespace

std::vector<WordNumber> words_of_claim_list(std::string_view bytes) {
  ByteReader reader(bytes, "claim list");
  return read_numbers(reader).second;
}

/// The columns of a list that is being read.
struct ClaimList::Columns {
  std::array<ByteReader, kColumns> readers;
  ByteReader& operator[](Column column) { return readers[static_cast<std::size_t>(column)]; }
};

ClaimList::ClaimList(std::string_view bytes, std::string_view text, const KeyOf& key_of, const WordOf& word_of)
    : text_(text), key_of_(key_of), word_of_(word_of) {
  ByteReader reader(bytes, "claim list");
  std::tie(entities_, words_) = read_numbers(reader);
  Columns columns{columns_of(reader, std::make_index_sequence<kColumns>())};
  reader.expect_end();
  read_slots(columns);
  read_tables(columns);
  read_claims(columns);
  for (const ByteReader& column : columns.readers) column.expect_end();
}

void ClaimList::read_slots(Columns& columns) {
  const std::vector<Span> tokens = tokens_of(text_);
  TokenSpanReader spans(tokens, columns[Column::kSpanParts]);
  const std::size_t count = columns[Column::kSlotFlags].left();
  slots_.reserve(count);
  own_words_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint8_t bits = columns[Column::kSlotFlags].byte();
    Slot slot;
    const bool own_words = (bits & slot_flag::kOwnWords) != 0;
    if (own_words) slot.text = columns[Column::kOwnWords].string();
    std::uint32_t parts = bits >> slot_flag::kSpansShift;
    if (parts == slot_flag::kManySpans) parts = columns[Column::kSpanCounts].varint32();
    if (parts > columns[Column::kFurtherSpans].left() + 1) columns[Column::kFurtherSpans].fail("it ends too early");
    slot.spans.reserve(parts);
    for (std::uint32_t j = 0; j < parts; ++j)
      slot.spans.push_back(spans.read(columns[j == 0 ? Column::kFirstSpans : Column::kFurtherSpans]));
    switch (static_cast<Head>((bits >> slot_flag::kHeadShift) & slot_flag::kHeadMask)) {
      case Head::kFirst:
        slot.head = slot.spans.empty() ? Span{} : slot.spans.front();
        break;
      case Head::kLast:
        if (slot.spans.empty()) columns[Column::kSlotFlags].fail("a slot has no such head");
        slot.head = slot.spans.back();
        break;
      case Head::kNumbered:
        slot.head = slot.spans[below(columns[Column::kHeads], slot.spans.size())];
        break;
      case Head::kOwnSpan:
        slot.head = spans.read(columns[Column::kHeads], false);
        break;
    }
    slot.elided = (bits & slot_flag::kElided) != 0;
    const bool named = (bits & slot_flag::kEntity) != 0;
    const std::uint32_t entity = named ? below(columns[Column::kEntities], entities_.size()) + 1 : 0;
    slots_.emplace_back(std::move(slot), entity);
    own_words_.push_back(own_words);
  }
}

void ClaimList::read_tables(Columns& columns) {
  for (ByteReader& reader = columns[Column::kRelations]; reader.left() != 0;) {
    Relation relation;
    relation.word = below(reader, words_.size());
    const std::uint8_t type = reader.byte();
    if (type > static_cast<std::uint8_t>(RelationType::kOther)) reader.fail("unknown relation type");
    relation.type = static_cast<RelationType>(type);
    relations_.push_back(relation);
  }
  for (ByteReader& reader = columns[Column::kChains]; reader.left() != 0;) {
    std::vector<Link> links(reader.count(2));
    for (Link& link : links) {
      link.speaker = below(reader, slots_.size());
      link.verb = below(reader, words_.size());
    }
    chains_.push_back(std::move(links));
  }
}

void ClaimList::read_claims(Columns& columns) {
  ByteReader& flags = columns[Column::kClaimFlags];
  const std::size_t count = flags.left();
  claims_.reserve(count);
  std::uint32_t next_slot = 0;
  Row last;
  for (std::size_t i = 0; i < count; ++i) {
    Row row;
    row.flags = flags.byte();
    if ((row.flags & ~claim_flag::kAll) != 0) flags.fail("unknown flags");
    ByteReader& places = columns[Column::kClaimPlaces];
    if ((row.flags & claim_flag::kNextNumber) != 0) {
      row.place = {0, last.place.sentence, last.place.number + 1};
      if (i == 0 || row.place.number == 0) places.fail("a claim has no number");
    } else {
      const std::uint32_t sentences = places.varint32();
      row.place = {0, last.place.sentence + sentences, places.varint32()};
      if (row.place.sentence < last.place.sentence) places.fail("a claim has no sentence");
      if (i > 0 && row.place <= last.place) places.fail("its claims are not in order");
    }
    row.relation = below(columns[Column::kClaimRelations], relations_.size());
    row.confidence = read_confidence(columns[Column::kConfidences]);
    row.rule = below(columns[Column::kRules], words_.size());
    for (std::uint32_t& slot : row.slots) {
      const std::uint32_t back = columns[Column::kClaimSlots].varint32();
      if (back > next_slot || (back == 0 && next_slot >= slots_.size())) flags.fail("a claim has a slot that is not there");
      slot = back == 0 ? next_slot++ : next_slot - back;
    }
    if ((row.flags & claim_flag::kEventDate) != 0) row.date = below(columns[Column::kDates], words_.size());
    if ((row.flags & claim_flag::kAttribution) != 0) row.chain = below(columns[Column::kClaimChains], chains_.size());
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
  claim.confidence = row.confidence;
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
