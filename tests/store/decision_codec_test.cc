#include <catch2/catch.hpp>

#include <cstdint>
#include <string>

#include "graph/model/error.h"
#include "store/byte_writer.h"
#include "store/decision_codec.h"
#include "tests/store/random_decisions.h"

using isnad::Decision;
using isnad::DecisionKind;
using isnad::EntityKey;
using isnad::store::decode_decision;
using isnad::store::encode_decision;

namespace {

Decision identity(const std::string& rule, const std::string& evidence) {
  Decision out;
  out.kind = DecisionKind::kIdentity;
  out.from = EntityKey("name:PER:x");
  out.into = EntityKey("name:PER:y");
  out.type = isnad::EntityType::kPerson;
  out.score = 77;
  out.rule = rule;
  out.evidence = evidence;
  return out;
}

}  // namespace

TEST_CASE("decision codec: what was written is read", "[store][decisions]") {
  for (std::uint32_t seed = 1; seed <= 50; ++seed) {
    for (const Decision& decision : isnad::testing::random_decisions(seed)) CHECK(decode_decision(encode_decision(decision)) == decision);
  }
  const Decision variant = identity("variant", "a ~ b: e or i");
  CHECK(decode_decision(encode_decision(variant)) == variant);
  CHECK(encode_decision(variant)[0] == 2);
}

TEST_CASE("decision codec: rows that have no rule are transliterations, and these are written as they were", "[store][decisions]") {
  std::string row;
  isnad::store::ByteWriter writer(row);
  writer.byte(1);
  writer.byte(3);
  writer.string("name:PER:x");
  writer.string("name:PER:y");
  for (int i = 0; i < 3; ++i) writer.string("");
  writer.byte(static_cast<std::uint8_t>(isnad::EntityType::kPerson));
  writer.varint(0);
  writer.byte(77);
  CHECK(decode_decision(row) == identity("transliteration", ""));
  CHECK(encode_decision(identity("transliteration", "")) == row);
  row[0] = 3;
  CHECK_THROWS_AS(decode_decision(row), isnad::CorruptionError);
  const std::string longer = encode_decision(identity("variant", "why"));
  CHECK_THROWS_AS(decode_decision(longer.substr(0, longer.size() - 1)), isnad::CorruptionError);
  CHECK_THROWS_AS(decode_decision(longer + "x"), isnad::CorruptionError);
}
