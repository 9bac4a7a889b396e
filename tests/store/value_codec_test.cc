#include "store/value_codec.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "store/claim_list.h"
#include "store/contribution.h"
#include "store/slot_words.h"
#include "tests/support/describe.h"
#include "tests/support/random_extraction.h"

namespace {

using namespace isnad::store;
using isnad::Claim;
using isnad::CorruptionError;
using isnad::EntityKey;
using isnad::Extraction;
using isnad::testing::describe;
using isnad::testing::RandomExtractions;

/// Numbers entities and words as they come.
class Numbering {
 public:
  EntityNumber number(const EntityKey& key) {
    const auto [place, fresh] = numbers_.emplace(key, static_cast<EntityNumber>(numbers_.size() + 1));
    if (fresh) keys_[place->second] = key;
    return place->second;
  }
  EntityKey key(EntityNumber number) const {
    const auto found = keys_.find(number);
    if (found == keys_.end()) throw CorruptionError("no such entity");
    return found->second;
  }
  NumberOf number_of() {
    return [this](const EntityKey& entity) { return number(entity); };
  }
  KeyOf key_of() const {
    return [this](EntityNumber entity) { return key(entity); };
  }
  WordNumberOf number_of_word() {
    return [this](const std::string& word) {
      const auto place = std::find(words_.begin(), words_.end(), word);
      if (place == words_.end()) words_.push_back(word);
      return static_cast<WordNumber>(std::find(words_.begin(), words_.end(), word) - words_.begin() + 1);
    };
  }
  WordOf word_of() const {
    return [this](WordNumber number) {
      if (number == 0 || number > words_.size()) throw CorruptionError("no such word");
      return words_[number - 1];
    };
  }

 private:
  std::map<EntityKey, EntityNumber> numbers_;
  std::map<EntityNumber, EntityKey> keys_;
  std::vector<std::string> words_;
};

DocumentRecord record_of(const Extraction& extraction) {
  DocumentRecord record;
  record.number = 77;
  record.content = content_hash(extraction.document);
  record.digest = {1, 0xFFFFFFFFFFFFFFFF};
  record.document = extraction.document;
  record.document.id = {};
  record.document.text.clear();
  record.document.sentences.clear();
  record.extractor = extraction.extractor;
  record.words = extraction.words;
  record.text_bytes = extraction.document.text.size();
  record.sentences = static_cast<std::uint32_t>(extraction.sentences.size());
  record.claims = static_cast<std::uint32_t>(extraction.claims.size());
  return record;
}

std::string claim_list(const isnad::store::Contribution& contribution, Numbering& numbering) {
  return isnad::store::encode_claim_list(contribution.encoded_claims, numbering.number_of(), numbering.number_of_word());
}

std::vector<Claim> claims_in(const std::string& bytes, const std::string& text, Numbering& numbering) {
  const auto key_of = numbering.key_of();
  const auto word_of = numbering.word_of();
  const ClaimList list(bytes, text, key_of, word_of);
  std::vector<Claim> claims;
  for (std::size_t i = 0; i < list.size(); ++i) claims.push_back(list.claim(i));
  return claims;
}

Extraction only_sentences(const Extraction& extraction, std::vector<isnad::SentenceSpan> sentences) {
  Extraction result;
  result.document.id = extraction.document.id;
  result.sentences = std::move(sentences);
  return result;
}

}  // namespace

TEST_CASE("value codec: what was encoded is decoded", "[store][codec]") {
  RandomExtractions extractions(5);
  Numbering numbering;
  for (int i = 0; i < 300; ++i) {
    const Extraction extraction = extractions.next();
    const std::string& text = extraction.document.text;

    const DocumentRecord record = record_of(extraction);
    const DocumentRecord record_back = decode_record(encode_record(record));
    CHECK(describe(record_back.document) == describe(record.document));
    CHECK(encode_record(record_back) == encode_record(record));
    CHECK(record_back.content == record.content);
    CHECK(record_back.digest == record.digest);
    CHECK(record_back.number == 77);

    const auto sentences = decode_sentences(extraction.document.id, encode_sentences(extraction.document.id, extraction.sentences));
    CHECK(describe(only_sentences(extraction, sentences)) == describe(only_sentences(extraction, extraction.sentences)));

    Extraction mentions;
    Extraction mentions_back;
    mentions.entities = extraction.entities;
    mentions.mentions = extraction.mentions;
    DocumentMentions decoded =
        decode_mentions(encode_mentions(extraction.entities, extraction.mentions, numbering.number_of()), numbering.key_of());
    mentions_back.entities = decoded.entities;
    mentions_back.mentions = decoded.mentions;
    CHECK(describe(mentions_back) == describe(mentions));

    const isnad::store::Contribution contribution = isnad::store::contribution_of(extraction);
    const std::string bytes = claim_list(contribution, numbering);
    const auto key_of = numbering.key_of();
    const auto word_of = numbering.word_of();
    const ClaimList list(bytes, text, key_of, word_of);
    REQUIRE(list.size() == contribution.claims.size());
    for (std::size_t k = 0; k < list.size(); ++k) {
      const auto& [place, claim] = contribution.claims[k];
      CHECK(list.place(k) == place);
      Claim back = list.claim(k);
      back.id = claim->id;
      back.document = claim->document;
      CHECK(describe(back) == describe(*claim));
    }
  }
}

TEST_CASE("value codec: words at spans are joined by single spaces", "[store][codec]") {
  const std::string text = "one  two\nthree four ";
  CHECK(words_at({{0, 8}}, text) == "one two");
  CHECK(words_at({{0, 3}, {9, 14}}, text) == "one three");
  CHECK(words_at({{0, 14}}, text) == "one two three");
  CHECK(words_at({{3, 5}}, text).empty());
  CHECK(words_at({{15, 20}}, text) == "four");
  CHECK(words_at({{18, 99}}, text) == "r");
  CHECK(words_at({}, text).empty());
  CHECK(words_at({{3, 5}, {0, 3}, {8, 9}, {14, 15}, {15, 19}}, text) == "one four");
}

TEST_CASE("value codec: every cut and every flipped bit is refused or decodes to something", "[store][codec]") {
  RandomExtractions extractions(6);
  Numbering numbering;
  const auto try_all = [&](const std::string& bytes, const std::string& text, const isnad::DocumentId& id) {
    const auto attempt = [&](const auto& decode) {
      try {
        static_cast<void>(decode());
      } catch (const CorruptionError&) {
        return;
      }
    };
    attempt([&] { return decode_record(bytes); });
    attempt([&] { return decode_name(bytes); });
    attempt([&] { return decode_sentences(id, bytes); });
    attempt([&] { return decode_mentions(bytes, numbering.key_of()); });
    attempt([&] { return claims_in(bytes, text, numbering); });
  };
  for (int i = 0; i < 40; ++i) {
    const Extraction extraction = extractions.next();
    const std::string& text = extraction.document.text;
    std::vector<std::string> values = {encode_record(record_of(extraction)), encode_sentences(extraction.document.id, extraction.sentences),
                                       encode_mentions(extraction.entities, extraction.mentions, numbering.number_of()),
                                       encode_name({extraction.document.id, "s", "2020", "Agency"})};
    values.push_back(claim_list(isnad::store::contribution_of(extraction), numbering));
    for (const auto& value : values) {
      for (std::size_t size = 0; size < value.size(); ++size) try_all(value.substr(0, size), text, extraction.document.id);
      for (std::size_t bit = 0; bit < 8 * value.size(); ++bit) {
        std::string flipped = value;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        try_all(flipped, text, extraction.document.id);
      }
    }
  }
  SUCCEED();
}

TEST_CASE("value codec: values cut short never pass", "[store][codec]") {
  RandomExtractions extractions(8);
  Numbering numbering;
  Extraction extraction = extractions.next();
  while (extraction.claims.empty() || extraction.mentions.empty()) extraction = extractions.next();
  const std::string& text = extraction.document.text;
  const std::string claims = claim_list(isnad::store::contribution_of(extraction), numbering);
  for (std::size_t size = 0; size < claims.size(); ++size) CHECK_THROWS_AS(claims_in(claims.substr(0, size), text, numbering), CorruptionError);
  CHECK_THROWS_AS(claims_in(claims + '\0', text, numbering), CorruptionError);
  const std::string record = encode_record(record_of(extraction));
  for (std::size_t size = 0; size < record.size(); ++size) CHECK_THROWS_AS(decode_record(record.substr(0, size)), CorruptionError);
  const std::string mentions = encode_mentions(extraction.entities, extraction.mentions, numbering.number_of());
  for (std::size_t size = 0; size < mentions.size(); ++size) {
    CHECK_THROWS_AS(decode_mentions(mentions.substr(0, size), numbering.key_of()), CorruptionError);
  }
}

TEST_CASE("value codec: an unknown layout is refused", "[store][codec]") {
  std::string record = encode_record(DocumentRecord());
  record[0] = 2;
  CHECK_THROWS_WITH(decode_record(record), "damaged document record: its layout is unknown");
}

TEST_CASE("value codec: counts that the bytes cannot hold allocate nothing", "[store][codec]") {
  // Layout 1, then a count of 2^32 - 1.
  const std::string bytes("\x01\xFF\xFF\xFF\xFF\x0F", 6);
  CHECK_THROWS_AS(decode_sentences(isnad::DocumentId("d"), bytes), CorruptionError);
  CHECK_THROWS_AS(decode_mentions(bytes, [](EntityNumber) { return EntityKey(); }), CorruptionError);
}
