#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <utility>

#include "store/byte_writer.h"
#include "store/claim_columns.h"
#include "store/claim_list.h"
#include "store/places.h"
#include "store/slot_words.h"
#include "store/text_tokens.h"
#include "store/token_span_codec.h"

namespace isnad::store {

namespace {

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

/// Thousandths where they say all, which they do of what extraction gives; else 0 and the very number.
void write_confidence(ByteWriter& writer, float value) {
  constexpr float kThousand = 1000.0F;
  if (value >= 0 && value <= 1) {
    const auto thousandths = static_cast<std::uint32_t>(std::lround(value * kThousand));
    if (std::bit_cast<std::uint32_t>(static_cast<float>(thousandths) / kThousand) == std::bit_cast<std::uint32_t>(value)) {
      writer.varint(thousandths + 1);
      return;
    }
  }
  writer.byte(0);
  writer.float32(value);
}

class Encoder {
 public:
  explicit Encoder(std::string_view text) : text_(text), tokens_(tokens_of(text)) {}

  EncodedClaims run(const std::vector<std::pair<ClaimPlace, const Claim*>>& claims) {
    ClaimPlace last{0, 0, 0};
    bool first = true;
    for (const auto& [place, claim] : claims) {
      add(*claim, place, !first && place.sentence == last.sentence && place.number == last.number + 1, last.sentence);
      last = place;
      first = false;
    }
    // Speakers' slots follow those of the claims, in the order of the chains.
    for (const Claim* claim : chained_) {
      to(Column::kChains).varint(claim->attribution.size());
      for (const auto& link : claim->attribution) {
        to(Column::kChains).varint(slot(link.speaker));
        to(Column::kChains).varint(word(link.verb));
      }
    }
    std::size_t size = 3 * kColumns;
    for (const std::string& column : columns_) size += column.size();
    out_.body.reserve(size);
    ByteWriter body(out_.body);
    for (const std::string& column : columns_) body.string(column);
    return std::move(out_);
  }

 private:
  ByteWriter& to(Column column) { return writers_[static_cast<std::size_t>(column)]; }

  void add(const Claim& claim, const ClaimPlace& place, bool next_number, std::uint32_t last_sentence) {
    auto bits = static_cast<std::uint8_t>(static_cast<unsigned>(claim.modality) << claim_flag::kModalityShift);
    if (!claim.subject_is_source) bits |= claim_flag::kObjectIsSource;
    if (claim.polarity == Polarity::kDenied) bits |= claim_flag::kDenied;
    if (!claim.event_date.empty()) bits |= claim_flag::kEventDate;
    if (!claim.attribution.empty()) bits |= claim_flag::kAttribution;
    if (next_number) bits |= claim_flag::kNextNumber;
    to(Column::kClaimFlags).byte(bits);
    if (!next_number) {
      to(Column::kClaimPlaces).varint(place.sentence - last_sentence);
      to(Column::kClaimPlaces).varint(place.number);
    }
    to(Column::kClaimRelations).varint(relation(claim));
    write_confidence(to(Column::kConfidences), claim.confidence);
    to(Column::kRules).varint(word(claim.rule));
    for (const Slot* part : {&claim.subject, &claim.relation, &claim.object}) {
      // 0 is the next one that no claim has used yet; others are counted backwards.
      const auto next = static_cast<std::uint32_t>(slot_places_.size());
      const std::uint32_t number = slot(*part);
      to(Column::kClaimSlots).varint(number == next ? 0 : next - number);
    }
    if ((bits & claim_flag::kEventDate) != 0) to(Column::kDates).varint(word(claim.event_date));
    if ((bits & claim_flag::kAttribution) != 0) to(Column::kClaimChains).varint(chain(claim));
  }

  std::uint32_t slot(const Slot& slot) {
    scratch_.clear();
    ByteWriter key(scratch_);
    write_whole(key, slot);
    const auto [number, added] = slot_places_.of(scratch_);
    if (added) write_slot(slot);
    return number;
  }

  /// Returns: how to say which the head is, and of a numbered one its place.
  static std::pair<Head, std::size_t> head_of(const Slot& slot) {
    if (slot.spans.empty()) return {slot.head == Span{} ? Head::kFirst : Head::kOwnSpan, 0};
    if (slot.spans.front() == slot.head) return {Head::kFirst, 0};
    if (slot.spans.back() == slot.head) return {Head::kLast, 0};
    for (std::size_t i = 0; i < slot.spans.size(); ++i) {
      if (slot.spans[i] == slot.head) return {Head::kNumbered, i};
    }
    return {Head::kOwnSpan, 0};
  }

  void write_slot(const Slot& slot) {
    const bool own_words = !is_spelled(slot.text, slot.spans, text_);
    const auto [head, place] = head_of(slot);
    const std::size_t spans = slot.spans.size();
    unsigned bits = (slot.entity ? slot_flag::kEntity : 0U) | (slot.elided ? slot_flag::kElided : 0U) |
                    (own_words ? slot_flag::kOwnWords : 0U);
    bits |= static_cast<unsigned>(head) << slot_flag::kHeadShift;
    bits |= static_cast<unsigned>(std::min<std::size_t>(spans, slot_flag::kManySpans)) << slot_flag::kSpansShift;
    to(Column::kSlotFlags).byte(static_cast<std::uint8_t>(bits));
    if (own_words) to(Column::kOwnWords).string(slot.text);
    if (spans >= slot_flag::kManySpans) to(Column::kSpanCounts).varint(spans);
    for (std::size_t i = 0; i < spans; ++i) spans_.write(to(i == 0 ? Column::kFirstSpans : Column::kFurtherSpans), slot.spans[i]);
    if (head == Head::kNumbered) to(Column::kHeads).varint(place);
    if (head == Head::kOwnSpan) spans_.write(to(Column::kHeads), slot.head, false);
    if (slot.entity) {
      const auto [number, added] = entity_places_.of(slot.entity->str());
      if (added) out_.entities.push_back(*slot.entity);
      to(Column::kEntities).varint(number);
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
      to(Column::kRelations).varint(label);
      to(Column::kRelations).byte(static_cast<std::uint8_t>(claim.type));
    }
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

  template <std::size_t... kEach>
  static std::array<ByteWriter, kColumns> writers_to(std::array<std::string, kColumns>& columns, std::index_sequence<kEach...>) {
    return {ByteWriter(columns[kEach])...};
  }

  std::string_view text_;
  std::vector<Span> tokens_;
  EncodedClaims out_;
  std::array<std::string, kColumns> columns_;
  std::array<ByteWriter, kColumns> writers_ = writers_to(columns_, std::make_index_sequence<kColumns>());
  TokenSpanWriter spans_{tokens_, to(Column::kSpanParts)};
  std::string scratch_;
  Places slot_places_;
  Places relation_places_;
  Places chain_places_;
  Places entity_places_;
  Places word_places_;
  std::vector<const Claim*> chained_;
};

}  // namespace

EncodedClaims encode_claims(const std::vector<std::pair<ClaimPlace, const Claim*>>& claims, std::string_view text) {
  return Encoder(text).run(claims);
}

std::string encode_claim_list(const EncodedClaims& claims, const NumberOf& number_of, const WordNumberOf& number_of_word) {
  std::string bytes;
  bytes.reserve(claims.body.size() + 4 * (claims.entities.size() + claims.words.size()) + 8);
  ByteWriter writer(bytes);
  writer.byte(kClaimListLayout);
  writer.varint(claims.entities.size());
  for (const EntityKey& entity : claims.entities) writer.varint(number_of(entity));
  writer.varint(claims.words.size());
  for (const std::string& word : claims.words) writer.varint(number_of_word(word));
  bytes += claims.body;
  return bytes;
}

}  // namespace isnad::store
