#include "store/format_1.h"

#include <cstdint>
#include <utility>

#include "store/byte_reader.h"
#include "store/slot_words.h"
#include "store/span_codec.h"

namespace isnad::store::format_1 {

namespace {

constexpr std::uint8_t kLayout = 1;

namespace claim_flag {
constexpr std::uint8_t kObjectIsSource = 1;
constexpr std::uint8_t kDenied = 2;
constexpr int kModalityShift = 2;
constexpr std::uint8_t kModalityMask = 3 << kModalityShift;
constexpr std::uint8_t kEventDate = 16;
constexpr std::uint8_t kAttribution = 32;
constexpr std::uint8_t kConfidence = 64;
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

Slot read_slot(ByteReader& reader, SpanReader& spans, std::string_view text, const KeyOf& key_of) {
  Slot slot;
  const std::uint8_t bits = flags(reader, slot_flag::kAll);
  if ((bits & slot_flag::kOwnWords) != 0) slot.text = reader.string();
  if ((bits & slot_flag::kOneSpanIsHead) == 0) {
    const std::uint32_t count = reader.count(2);
    slot.spans.reserve(count);
    for (std::uint32_t i = 0; i < count; ++i) slot.spans.push_back(spans.read());
  }
  slot.head = spans.read();
  if ((bits & slot_flag::kOneSpanIsHead) != 0) slot.spans.push_back(slot.head);
  if ((bits & slot_flag::kOwnWords) == 0) slot.text = words_at(slot.spans, text);
  slot.elided = (bits & slot_flag::kElided) != 0;
  if ((bits & slot_flag::kEntity) != 0) slot.entity = key_of(reader.varint32());
  return slot;
}

}  // namespace

Claim decode_claim(std::string_view bytes, std::string_view text, const KeyOf& key_of) {
  ByteReader reader(bytes, "claim");
  if (reader.byte() != kLayout) reader.fail("its layout is unknown");
  const std::uint8_t bits = flags(reader, claim_flag::kAll);
  const std::uint8_t type = reader.byte();
  if (type > static_cast<std::uint8_t>(RelationType::kOther)) reader.fail("unknown relation type");

  Claim claim;
  claim.type = static_cast<RelationType>(type);
  claim.subject_is_source = (bits & claim_flag::kObjectIsSource) == 0;
  claim.polarity = (bits & claim_flag::kDenied) != 0 ? Polarity::kDenied : Polarity::kAffirmed;
  claim.modality = static_cast<Modality>((bits & claim_flag::kModalityMask) >> claim_flag::kModalityShift);
  if ((bits & claim_flag::kConfidence) != 0) claim.confidence = reader.float32();
  if ((bits & claim_flag::kEventDate) != 0) claim.event_date = reader.string();
  claim.relation_lemma = reader.string();
  claim.label_en = reader.string();
  claim.label_ar = reader.string();
  claim.rule = reader.string();
  SpanReader spans(reader);
  for (Slot* slot : {&claim.subject, &claim.relation, &claim.object}) *slot = read_slot(reader, spans, text, key_of);
  if ((bits & claim_flag::kAttribution) != 0) {
    const std::uint32_t links = reader.count(4);
    for (std::uint32_t i = 0; i < links; ++i) {
      Attribution link;
      link.speaker = read_slot(reader, spans, text, key_of);
      link.verb = reader.string();
      claim.attribution.push_back(std::move(link));
    }
  }
  reader.expect_end();
  return claim;
}

}  // namespace isnad::store::format_1
