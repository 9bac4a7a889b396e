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

std::string default_sentence_id(const DocumentId& document, std::size_t number) {
  return document.str() + '#' + std::to_string(number);
}

}  // namespace

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
  writer.string(record.document.agency);
  return bytes;
}

DocumentRecord decode_record(std::string_view bytes, bool before_format_4) {
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
  if (!before_format_4) record.document.agency = reader.string();
  reader.expect_end();
  return record;
}

std::string encode_name(const DocumentName& name) {
  std::string bytes;
  ByteWriter writer(bytes);
  writer.string(name.id.str());
  writer.string(name.source);
  writer.string(name.published);
  writer.string(name.agency);
  return bytes;
}

DocumentName decode_name(std::string_view bytes) {
  ByteReader reader(bytes, "document name");
  DocumentName name;
  name.id = DocumentId(std::string(reader.string()));
  name.source = reader.string();
  name.published = reader.string();
  name.agency = reader.string();
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

}  // namespace isnad::store
