#include "extract/who/described_actors.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/extract/who/testing.h"

using namespace isnad;
using who::testing::Parsed;

namespace {

const who::ActorDescriber& describer() {
  static const who::ActorDescriber instance;
  return instance;
}

Slot slot_at(const Parsed& parsed, const std::string& word, int nth = 0) {
  for (const auto& sentence : parsed.sentences) {
    for (const auto& candidate : sentence.words) {
      if (candidate.form != word || nth-- > 0) continue;
      Slot slot;
      slot.text = word;
      slot.spans = {candidate.span};
      slot.head = candidate.span;
      return slot;
    }
  }
  throw std::invalid_argument("no such word in the test: " + word);
}

Claim claim_of(Slot subject, Slot object, RelationType type = RelationType::kAssault) {
  Claim claim;
  claim.type = type;
  claim.subject = std::move(subject);
  claim.object = std::move(object);
  return claim;
}

Slot named(const std::string& key) {
  Slot slot;
  slot.entity = EntityKey(key);
  return slot;
}

const char* kSchool =
    "قصفت VERB 0 root\nالطائرات NOUN 1 nsubj\nالمدرسة NOUN 1 obj\nالقديمة ADJ 3 amod\nفي ADP 6 case\nالبلدة NOUN 1 obl";

}  // namespace

TEST_CASE("described actors: a noun of the table is a node of its document", "[extract][who][described]") {
  const Parsed parsed = who::testing::parse("ar", {kSchool, "أغلقت VERB 0 root\nالمدرسة NOUN 1 nsubj"});
  std::vector<Claim> claims = {claim_of(named("gpe:x"), slot_at(parsed, "المدرسة")),
                               claim_of(named("gpe:y"), slot_at(parsed, "المدرسة", 1))};
  who::Resolver::Resolution resolution;
  describer().describe(parsed.document, parsed.sentences, resolution, claims);
  REQUIRE(claims[0].object.entity);
  CHECK(is_described(*claims[0].object.entity));
  CHECK(claims[0].object.entity->str() == "described:FAC:مدرسه قديمه:test");
  // The bare noun later is the same school.
  CHECK(claims[1].object.entity == claims[0].object.entity);
  REQUIRE(resolution.entities.size() == 1);
  CHECK(resolution.entities.front().name_ar == "المدرسة القديمة");
  CHECK(resolution.entities.front().type == EntityType::kFacility);
  CHECK(resolution.mentions.size() == 2);
  CHECK(resolution.heads.size() == 2);
  for (const auto& mention : resolution.mentions) CHECK(mention.rule == "described");
}

TEST_CASE("described actors: a noun with a written tanwin, and the opposition, are of the table", "[extract][who][described]") {
  const Parsed parsed = who::testing::parse("ar", {"قتل VERB 0 root\nعسكرياً NOUN 1 obj\nالمعارضة NOUN 1 nsubj"});
  std::vector<Claim> claims = {claim_of(slot_at(parsed, "المعارضة"), named("gpe:x")), claim_of(named("gpe:y"), slot_at(parsed, "عسكرياً"))};
  who::Resolver::Resolution resolution;
  describer().describe(parsed.document, parsed.sentences, resolution, claims);
  REQUIRE(claims[0].subject.entity);
  CHECK(claims[0].subject.entity->str().starts_with("described:ORG:"));
  REQUIRE(claims[1].object.entity);
  CHECK(claims[1].object.entity->str().starts_with("described:PER:"));
}

TEST_CASE("described actors: other modifiers are another node", "[extract][who][described]") {
  const Parsed parsed = who::testing::parse(
      "en", {"The DET 3 det\nold ADJ 3 amod\nschool NOUN 0 root", "The DET 3 det\nnew ADJ 3 amod\nschool NOUN 0 root"});
  std::vector<Claim> claims = {claim_of(named("gpe:x"), slot_at(parsed, "school")), claim_of(named("gpe:x"), slot_at(parsed, "school", 1))};
  who::Resolver::Resolution resolution;
  describer().describe(parsed.document, parsed.sentences, resolution, claims);
  REQUIRE(claims[0].object.entity);
  REQUIRE(claims[1].object.entity);
  CHECK(*claims[0].object.entity != *claims[1].object.entity);
}

TEST_CASE("described actors: a count is not who is counted", "[extract][who][described]") {
  const Parsed parsed =
      who::testing::parse("ar", {"خطف VERB 0 root\nالمسلحون NOUN 1 nsubj\nعشرات NOUN 1 obj\nالصيادين NOUN 3 nmod"});
  std::vector<Claim> claims = {claim_of(named("org:x"), slot_at(parsed, "عشرات"))};
  who::Resolver::Resolution resolution;
  describer().describe(parsed.document, parsed.sentences, resolution, claims);
  REQUIRE(claims[0].object.entity);
  CHECK(claims[0].object.entity->str().find("صيادين") != std::string::npos);
}

TEST_CASE("described actors: nobody is made of other words, for untyped ties, or where the other end is nobody", "[extract][who][described]") {
  const Parsed parsed = who::testing::parse("ar", {kSchool});
  std::vector<Claim> claims = {claim_of(named("gpe:x"), slot_at(parsed, "القديمة")),
                               claim_of(named("gpe:x"), slot_at(parsed, "المدرسة"), RelationType::kOther),
                               claim_of(slot_at(parsed, "قصفت"), slot_at(parsed, "المدرسة"))};
  who::Resolver::Resolution resolution;
  describer().describe(parsed.document, parsed.sentences, resolution, claims);
  for (const Claim& claim : claims) CHECK_FALSE(claim.object.entity);
  CHECK(resolution.entities.empty());
  CHECK(resolution.mentions.empty());
}

TEST_CASE("described actors: mentions stay in order among those that are there", "[extract][who][described]") {
  const Parsed parsed = who::testing::parse("ar", {kSchool});
  who::Resolver::Resolution resolution;
  const auto span_of = [&](const std::string& word) { return slot_at(parsed, word).head; };
  resolution.mentions = {{span_of("الطائرات"), EntityKey("org:a"), 0, "lexicon"}, {span_of("البلدة"), EntityKey("gpe:b"), 0, "lexicon"}};
  resolution.heads = {{span_of("الطائرات")}, {span_of("البلدة")}};
  std::vector<Claim> claims = {claim_of(named("org:a"), slot_at(parsed, "المدرسة"))};
  describer().describe(parsed.document, parsed.sentences, resolution, claims);
  REQUIRE(resolution.mentions.size() == 3);
  CHECK(std::is_sorted(resolution.mentions.begin(), resolution.mentions.end(),
                       [](const Mention& a, const Mention& b) { return a.span.begin < b.span.begin; }));
  CHECK(resolution.heads[1].front() == span_of("المدرسة"));
}
