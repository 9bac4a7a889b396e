// Tokens, and spans told by them; confidences; things by their places.

#include "store/text_tokens.h"

#include <catch2/catch.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "graph/model/error.h"
#include "store/claim_list.h"
#include "store/places.h"
#include "store/token_span_codec.h"

namespace {

using namespace isnad;
using namespace isnad::store;

std::vector<std::string> token_texts(const std::string& text) {
  std::vector<std::string> texts;
  for (const Span token : tokens_of(text)) texts.emplace_back(token.of(text));
  return texts;
}

/// Returns: the claim as it comes out of a list that holds it alone.
Claim through_list(const Claim& claim, const std::string& text) {
  const EncodedClaims encoded = encode_claims({{ClaimPlace{0, 0, 0}, &claim}}, text);
  const std::string bytes = encode_claim_list(
      encoded, [](const EntityKey&) { return EntityNumber{1}; }, [&](const std::string&) { return WordNumber{1}; });
  const KeyOf key_of = [](EntityNumber) { return EntityKey("e"); };
  const WordOf word_of = [&](WordNumber) { return encoded.words.front(); };
  const ClaimList list(bytes, text, key_of, word_of);
  REQUIRE(list.size() == 1);
  return list.claim(0);
}

}  // namespace

TEST_CASE("tokens: letters that follow each other, every mark alone", "[store][codec]") {
  CHECK(token_texts("قال: «لن نقبل»، وغادر.") == std::vector<std::string>{"قال", ":", "«", "لن", "نقبل", "»", "،", "وغادر", "."});
  CHECK(token_texts("M5\troad, U.S.\n\n“don’t”") ==
        std::vector<std::string>{"M5", "road", ",", "U", ".", "S", ".", "“", "don", "’", "t", "”"});
  CHECK(tokens_of("") == std::vector<Span>{{0, 0}});
  CHECK(tokens_of(" \n ") == std::vector<Span>{{0, 0}});
}

TEST_CASE("tokens: any bytes have them, within the text and ascending", "[store][codec]") {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string text(random() % 40, ' ');
    for (char& c : text) c = static_cast<char>(random() % 3 == 0 ? random() % 256 : 0xC0 + random() % 0x40);
    std::uint32_t last = 0;
    for (const Span token : tokens_of(text)) {
      CHECK(token.begin >= last);
      CHECK(token.end >= token.begin);
      CHECK(token.end <= text.size());
      last = token.end;
    }
  }
}

TEST_CASE("token spans: whatever spans come, they come back", "[store][codec]") {
  std::mt19937 random(5);
  for (const std::string text : {"", "   ", "قالت وزارة الدفاع، «إن الطائرات» عادت.", "one, two three four five six"}) {
    const std::vector<Span> tokens = tokens_of(text);
    std::vector<Span> spans = tokens;
    for (int i = 0; i < 300; ++i) {
      const auto begin = static_cast<std::uint32_t>(random() % (text.size() + 4));
      spans.push_back({begin, begin + static_cast<std::uint32_t>(random() % 12)});
    }
    spans.push_back({std::numeric_limits<std::uint32_t>::max(), std::numeric_limits<std::uint32_t>::max()});
    std::string out;
    std::string parts;
    ByteWriter out_writer(out);
    ByteWriter parts_writer(parts);
    TokenSpanWriter writer(tokens, parts_writer);
    for (std::size_t i = 0; i < spans.size(); ++i) writer.write(out_writer, spans[i], i % 3 != 0);
    ByteReader out_reader(out, "spans");
    ByteReader parts_reader(parts, "spans");
    TokenSpanReader reader(tokens, parts_reader);
    for (std::size_t i = 0; i < spans.size(); ++i) CHECK(reader.read(out_reader, i % 3 != 0) == spans[i]);
    out_reader.expect_end();
    parts_reader.expect_end();
  }
}

TEST_CASE("token spans: one token after the other takes a byte", "[store][codec]") {
  const std::vector<Span> tokens = tokens_of("قالت وزارة الدفاع");
  std::string out;
  std::string parts;
  ByteWriter out_writer(out);
  ByteWriter parts_writer(parts);
  TokenSpanWriter writer(tokens, parts_writer);
  for (const Span token : tokens) writer.write(out_writer, token);
  CHECK(out == std::string(3, '\0'));
  CHECK(parts.empty());
}

TEST_CASE("claim list: slots of every make come back", "[store][codec]") {
  const std::string text = "أ ب ج د ه و ز ح ط ي ك ل";
  Claim claim;
  for (std::uint32_t i = 0; i < 12; ++i) claim.subject.spans.push_back({3 * i, 3 * i + 2});
  claim.subject.head = {9, 11};
  claim.relation.text = "in words of its own";
  claim.relation.head = {4, 5};
  claim.object.spans = {{0, 8}, {9, 14}};
  claim.object.head = {9, 14};
  claim.object.text = "أ ب ج د ه";
  claim.object.entity = EntityKey("e");
  claim.object.elided = true;
  const Claim back = through_list(claim, text);
  CHECK(back.subject.spans == claim.subject.spans);
  CHECK(back.subject.head == claim.subject.head);
  CHECK(back.relation.text == claim.relation.text);
  CHECK(back.relation.spans.empty());
  CHECK(back.relation.head == claim.relation.head);
  CHECK(back.object.spans == claim.object.spans);
  CHECK(back.object.head == claim.object.head);
  CHECK(back.object.text == claim.object.text);
  CHECK(back.object.entity == claim.object.entity);
  CHECK(back.object.elided);
}

TEST_CASE("claim list: any confidence comes back to the bit, thousandths in two bytes", "[store][codec]") {
  const auto size = [](float confidence) {
    Claim claim;
    claim.confidence = confidence;
    return encode_claims({{ClaimPlace{0, 0, 0}, &claim}}, "").body.size();
  };
  CHECK(size(0.75F) + 3 == size(0.7512345F));
  for (const float value :
       {0.0F, -0.0F, 1.0F, 0.001F, 0.333F, 0.3333333F, 0.999F, 1.5F, -1.0F, std::numeric_limits<float>::infinity()}) {
    Claim claim;
    claim.confidence = value;
    const float back = through_list(claim, "").confidence;
    CHECK(back == value);
    CHECK(std::signbit(back) == std::signbit(value));
  }
}

TEST_CASE("places: numbered in the order in which they come, whatever their number", "[store][codec]") {
  Places places;
  for (std::uint32_t i = 0; i < 1000; ++i) CHECK(places.of(std::to_string(i)) == std::pair<std::uint32_t, bool>(i, true));
  for (std::uint32_t i = 0; i < 1000; ++i) CHECK(places.of(std::to_string(i)) == std::pair<std::uint32_t, bool>(i, false));
  CHECK(places.of("").second);
  CHECK_FALSE(places.of("").second);
  CHECK(places.size() == 1001);
}
