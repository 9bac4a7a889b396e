#include "store/value_codec.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "store/byte_reader.h"
#include "store/byte_writer.h"
#include "store/span_codec.h"

namespace isnad::store {

namespace {

// The first byte of every value: a later format that changes a value's layout gives it another one.
constexpr std::uint8_t kLayout = 1;

// Numbers of enumerators are part of the format. Where one of these fails, the format needs a new version.
static_assert(static_cast<int>(EntityType::kPerson) == 0 && static_cast<int>(EntityType::kMisc) == 7);
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

namespace sentence_flag {
constexpr std::uint8_t kOwnId = 1;
constexpr std::uint8_t kOtherLanguage = 2;
constexpr std::uint8_t kAll = 3;
}  // namespace sentence_flag

void check_layout(ByteReader& reader) {
  if (reader.byte() != kLayout) reader.fail("its layout is unknown");
}

std::uint8_t flags(ByteReader& reader, std::uint8_t known) {
  const std::uint8_t value = reader.byte();
  if ((value & ~known) != 0) reader.fail("unknown flags");
  return value;
}

void write(ByteWriter& writer, const Hash128& hash) {
  writer.fixed64(hash.low);
  writer.fixed64(hash.high);
}

Hash128 read_hash(ByteReader& reader) {
  Hash128 hash;
  hash.low = reader.fixed64();
  hash.high = reader.fixed64();
  return hash;
}

/// Hands on the characters of `words_at` one by one, until `next` returns false.
template <class Next>
void spell(const std::vector<Span>& spans, std::string_view text, const Next& next) {
  bool begun = false;
  bool space = false;
  for (const Span span : spans) {
    space = begun;
    for (const char c : span.of(text)) {
      if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
        space = begun;
        continue;
      }
      if (space && !next(' ')) return;
      space = false;
      begun = true;
      if (!next(c)) return;
    }
  }
}

bool is_spelled(std::string_view words, const std::vector<Span>& spans, std::string_view text) {
  std::size_t at = 0;
  bool same = true;
  spell(spans, text, [&](char c) { return same = at < words.size() && words[at++] == c; });
  return same && at == words.size();
}

void write_slot(ByteWriter& writer, SpanWriter& spans, const Slot& slot, std::string_view text, const NumberOf& number_of) {
  const bool own_words = !is_spelled(slot.text, slot.spans, text);
  const bool one_span = slot.spans.size() == 1 && slot.spans.front() == slot.head;
  std::uint8_t bits = 0;
  if (slot.entity) bits |= slot_flag::kEntity;
  if (slot.elided) bits |= slot_flag::kElided;
  if (one_span) bits |= slot_flag::kOneSpanIsHead;
  if (own_words) bits |= slot_flag::kOwnWords;
  writer.byte(bits);
  if (own_words) writer.string(slot.text);
  if (!one_span) {
    writer.varint(slot.spans.size());
    for (const Span span : slot.spans) spans.write(span);
  }
  spans.write(slot.head);
  if (slot.entity) writer.varint(number_of(*slot.entity));
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

std::string default_sentence_id(const DocumentId& document, std::size_t number) {
  return document.str() + '#' + std::to_string(number);
}

}  // namespace

std::string words_at(const std::vector<Span>& spans, std::string_view text) {
  std::string words;
  spell(spans, text, [&](char c) {
    words.push_back(c);
    return true;
  });
  return words;
}

std::string encode_record(const DocumentRecord& record) {
  std::string bytes;
  ByteWriter writer(bytes);
  writer.byte(kLayout);
  writer.varint(record.number);
  write(writer, record.content);
  write(writer, record.digest);
  writer.string(record.document.url);
  writer.string(record.document.source);
  writer.string(record.document.title);
  writer.string(record.document.lang);
  writer.string(record.document.published);
  writer.string(record.document.path);
  writer.varint(record.document.line);
  writer.string(record.extractor);
  writer.varint(record.words);
  writer.varint(record.text_bytes);
  writer.varint(record.sentences);
  writer.varint(record.claims);
  return bytes;
}

DocumentRecord decode_record(std::string_view bytes) {
  ByteReader reader(bytes, "document record");
  check_layout(reader);
  DocumentRecord record;
  record.number = reader.varint32();
  record.content = read_hash(reader);
  record.digest = read_hash(reader);
  record.document.url = reader.string();
  record.document.source = reader.string();
  record.document.title = reader.string();
  record.document.lang = reader.string();
  record.document.published = reader.string();
  record.document.path = reader.string();
  record.document.line = reader.varint();
  record.extractor = reader.string();
  record.words = reader.varint();
  record.text_bytes = reader.varint();
  record.sentences = reader.varint32();
  record.claims = reader.varint32();
  reader.expect_end();
  return record;
}

std::string encode_name(const DocumentName& name) {
  std::string bytes;
  ByteWriter writer(bytes);
  writer.string(name.id.str());
  writer.string(name.source);
  writer.string(name.published);
  return bytes;
}

DocumentName decode_name(std::string_view bytes) {
  ByteReader reader(bytes, "document name");
  DocumentName name;
  name.id = DocumentId(std::string(reader.string()));
  name.source = reader.string();
  name.published = reader.string();
  reader.expect_end();
  return name;
}

std::string encode_sentences(const DocumentId& document, const std::vector<SentenceSpan>& sentences) {
  std::string bytes;
  ByteWriter writer(bytes);
  SpanWriter spans(writer);
  writer.byte(kLayout);
  writer.varint(sentences.size());
  std::string_view lang;
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const SentenceSpan& sentence = sentences[i];
    std::uint8_t bits = 0;
    if (sentence.id != default_sentence_id(document, i)) bits |= sentence_flag::kOwnId;
    if (sentence.lang != lang) bits |= sentence_flag::kOtherLanguage;
    writer.byte(bits);
    spans.write(sentence.span);
    if ((bits & sentence_flag::kOwnId) != 0) writer.string(sentence.id);
    if ((bits & sentence_flag::kOtherLanguage) != 0) writer.string(sentence.lang);
    lang = sentence.lang;
  }
  return bytes;
}

std::vector<SentenceSpan> decode_sentences(const DocumentId& document, std::string_view bytes) {
  ByteReader reader(bytes, "sentence list");
  SpanReader spans(reader);
  check_layout(reader);
  const std::uint32_t count = reader.count(3);
  std::vector<SentenceSpan> sentences;
  sentences.reserve(count);
  std::string lang;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint8_t bits = flags(reader, sentence_flag::kAll);
    SentenceSpan sentence;
    sentence.span = spans.read();
    sentence.id = (bits & sentence_flag::kOwnId) != 0 ? std::string(reader.string()) : default_sentence_id(document, i);
    if ((bits & sentence_flag::kOtherLanguage) != 0) lang = reader.string();
    sentence.lang = lang;
    sentences.push_back(std::move(sentence));
  }
  reader.expect_end();
  return sentences;
}

std::string encode_claim(const Claim& claim, std::string_view text, const NumberOf& number_of) {
  std::uint8_t bits = static_cast<std::uint8_t>(static_cast<unsigned>(claim.modality) << claim_flag::kModalityShift);
  if (!claim.subject_is_source) bits |= claim_flag::kObjectIsSource;
  if (claim.polarity == Polarity::kDenied) bits |= claim_flag::kDenied;
  if (!claim.event_date.empty()) bits |= claim_flag::kEventDate;
  if (!claim.attribution.empty()) bits |= claim_flag::kAttribution;
  if (claim.confidence != 1.0F) bits |= claim_flag::kConfidence;

  std::string bytes;
  ByteWriter writer(bytes);
  writer.byte(kLayout);
  writer.byte(bits);
  writer.byte(static_cast<std::uint8_t>(claim.type));
  if ((bits & claim_flag::kConfidence) != 0) writer.float32(claim.confidence);
  if ((bits & claim_flag::kEventDate) != 0) writer.string(claim.event_date);
  writer.string(claim.relation_lemma);
  writer.string(claim.label_en);
  writer.string(claim.label_ar);
  writer.string(claim.rule);
  SpanWriter spans(writer);
  for (const Slot* slot : {&claim.subject, &claim.relation, &claim.object}) write_slot(writer, spans, *slot, text, number_of);
  if ((bits & claim_flag::kAttribution) != 0) {
    writer.varint(claim.attribution.size());
    for (const auto& link : claim.attribution) {
      write_slot(writer, spans, link.speaker, text, number_of);
      writer.string(link.verb);
    }
  }
  return bytes;
}

Claim decode_claim(std::string_view bytes, std::string_view text, const KeyOf& key_of) {
  ByteReader reader(bytes, "claim");
  check_layout(reader);
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

}  // namespace isnad::store
