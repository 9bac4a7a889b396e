#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "graph/model/decision.h"
#include "graph/model/error.h"
#include "tests/support/describe.h"

using namespace isnad;

namespace {

Entity person(const std::string& key, const std::string& name, std::vector<Alias> aliases) {
  Entity entity;
  entity.key = EntityKey(key);
  entity.type = EntityType::kPerson;
  entity.name_en = name;
  entity.aliases = std::move(aliases);
  return entity;
}

Alias en(const std::string& name, std::uint32_t mentions) { return {name, name, "en", mentions}; }

Mention mention(std::uint32_t begin, std::uint32_t end, const std::string& key, const std::string& rule, const std::string& name) {
  Mention out{{begin, end}, EntityKey(key), 0, rule};
  out.name = name;
  return out;
}

Slot slot(std::uint32_t begin, std::uint32_t end, const std::string& key) {
  Slot out;
  out.head = {begin, end};
  out.entity = EntityKey(key);
  return out;
}

/// `President Omar met Umar; he ...`: three mentions of `a`, by two names and a pronoun, and one of `b`.
Extraction example() {
  Extraction out;
  out.document.id = DocumentId("d");
  out.document.text = "President Omar met Umar; he left Ali.";
  out.entities = {person("a", "Omar", {en("Omar", 1), en("President Omar", 1), en("Umar", 1)}), person("b", "Ali", {en("Ali", 1)})};
  out.mentions = {mention(0, 14, "a", "title", "President Omar"), mention(10, 14, "a", "name", "Omar"), mention(19, 23, "a", "part", "Umar"),
                  mention(25, 27, "a", "pronoun", ""), mention(33, 36, "b", "name", "Ali")};
  Claim met;
  met.id = ClaimId("d#0#0");
  met.subject = slot(10, 14, "a");
  met.object = slot(19, 23, "a");
  Claim left;
  left.id = ClaimId("d#0#1");
  left.subject = slot(25, 27, "a");
  left.object = slot(33, 36, "b");
  out.claims = {met, left};
  return out;
}

Decision merge(const std::string& from, const std::string& into, DecisionKind kind = DecisionKind::kMerge) {
  Decision out;
  out.kind = kind;
  out.from = EntityKey(from);
  out.into = EntityKey(into);
  out.type = EntityType::kOrganisation;
  out.into_names = {en("The " + into, 0)};
  return out;
}

Decision name_rule(DecisionKind kind, const std::string& name, const std::string& into, const std::string& from = "") {
  Decision out;
  out.kind = kind;
  out.name = en(name, 0);
  out.into = EntityKey(into);
  out.from = EntityKey(from);
  out.type = EntityType::kPerson;
  return out;
}

std::string key_of(const Slot& s) { return s.entity ? s.entity->str() : "-"; }

}  // namespace

TEST_CASE("decisions: a merge hands over mentions, slots, names and counts", "[model][decision]") {
  const Extraction out = Decisions({merge("b", "a")}).apply(example());
  REQUIRE(out.entities.size() == 1);
  CHECK(out.entities[0].name_en == "Omar");
  CHECK(out.entities[0].type == EntityType::kPerson);
  CHECK(out.entities[0].aliases == std::vector<Alias>{en("Ali", 1), en("Omar", 1), en("President Omar", 1), en("Umar", 1)});
  CHECK(key_of(out.claims[1].object) == "a");
  CHECK(out.mentions[4].entity == EntityKey("a"));
  CHECK(out.mentions[4].rule == "decision");
  CHECK(out.mentions[4].evidence == "merge: b by name");
  CHECK(out.mentions[1].rule == "name");
}

TEST_CASE("decisions: an entity that a document does not have brings its name and type along", "[model][decision]") {
  const Extraction out = Decisions({merge("b", "c"), merge("c", "z")}).apply(example());
  REQUIRE(out.entities.size() == 2);
  CHECK(out.entities[1].key == EntityKey("z"));
  CHECK(out.entities[1].name_en == "The z");
  CHECK(out.entities[1].type == EntityType::kOrganisation);
  CHECK(out.entities[1].aliases == std::vector<Alias>{en("Ali", 1), en("The z", 0)});
}

TEST_CASE("decisions: a split takes one name, what only refers back stays", "[model][decision]") {
  const Extraction out = Decisions({name_rule(DecisionKind::kSplit, "Umar", "name:PER:Umar", "a")}).apply(example());
  REQUIRE(out.entities.size() == 3);
  CHECK(out.entities[0].aliases == std::vector<Alias>{en("Omar", 1), en("President Omar", 1)});
  CHECK(out.entities[2].key == EntityKey("name:PER:Umar"));
  CHECK(out.entities[2].name_en == "Umar");
  CHECK(out.entities[2].aliases == std::vector<Alias>{en("Umar", 1)});
  CHECK(key_of(out.claims[0].subject) == "a");
  CHECK(key_of(out.claims[0].object) == "name:PER:Umar");
  CHECK(key_of(out.claims[1].subject) == "a");
}

TEST_CASE("decisions: a title goes with the name in it, and a canonical name that goes gives way", "[model][decision]") {
  const Extraction out = Decisions({name_rule(DecisionKind::kAlias, "Omar", "b")}).apply(example());
  REQUIRE(out.entities.size() == 2);
  CHECK(out.entities[0].name_en == "Umar");
  CHECK(out.entities[0].aliases == std::vector<Alias>{en("Umar", 1)});
  CHECK(out.entities[1].aliases == std::vector<Alias>{en("Ali", 1), en("Omar", 1), en("President Omar", 1)});
  CHECK(out.mentions[0].entity == EntityKey("b"));
  CHECK(key_of(out.claims[0].subject) == "b");
}

TEST_CASE("decisions: a split from somebody else changes nothing", "[model][decision]") {
  const Extraction out = Decisions({name_rule(DecisionKind::kSplit, "Umar", "name:PER:Umar", "b")}).apply(example());
  CHECK(testing::describe(out) == testing::describe(example()));
  CHECK_FALSE(Decisions({name_rule(DecisionKind::kAlias, "Zayd", "x")}).touches(example().entities));
}

TEST_CASE("decisions: weak links make no chain, and yield to an analyst's", "[model][decision]") {
  const auto weak = DecisionKind::kIdentity;
  // a = b and b = c by likeness alone would make a of c.
  const Decisions chain({merge("a", "b", weak), merge("b", "c", weak), merge("c", "d", weak)});
  CHECK_FALSE(chain.resolve(EntityKey("a")) == chain.resolve(EntityKey("c")));
  CHECK_FALSE(chain.resolve(EntityKey("b")) == chain.resolve(EntityKey("d")));
  // Two that come to one by a merge between them are a chain as well, but not those who name it.
  const Decisions fork({merge("a", "c", weak), merge("b", "d", weak), merge("d", "c")});
  CHECK_FALSE(fork.resolve(EntityKey("a")) == fork.resolve(EntityKey("b")));
  const Decisions group({merge("a", "c", weak), merge("b", "c", weak)});
  CHECK(group.resolve(EntityKey("a")) == group.resolve(EntityKey("b")));
  const Decisions overruled({merge("a", "b", weak), merge("a", "x")});
  CHECK(overruled.resolve(EntityKey("a")) == EntityKey("x"));
  CHECK(overruled.all().size() == 1);
  // Who was split off is somebody of its own.
  const Decisions parted({merge("b", "a", weak), name_rule(DecisionKind::kSplit, "Bob", "b", "a")});
  CHECK(parted.resolve(EntityKey("b")) == EntityKey("b"));
}

TEST_CASE("decisions: a rule says its name and why; whom a mention meant by itself can be told", "[model][decision]") {
  Decision same = merge("b", "a", DecisionKind::kIdentity);
  same.rule = kVariantRule;
  same.evidence = "Ali ~ Aly: i or y; by two letters: by name";
  same.score = 80;
  const Extraction out = Decisions({same}).apply(example());
  CHECK(out.mentions[4].rule == "variant");
  CHECK(out.mentions[4].evidence == "identity: b by name; Ali ~ Aly: i or y; by two letters: by name");
  CHECK(out.mentions[4].score == 80);
  CHECK(undecided_entity(out.mentions[4]) == EntityKey("b"));
  CHECK(undecided_entity(out.mentions[1]) == EntityKey("a"));
  const Extraction merged = Decisions({merge("b", "a")}).apply(example());
  CHECK(undecided_entity(merged.mentions[4]) == EntityKey("b"));
}

TEST_CASE("decisions: the order in which they were made does not matter; circles are refused", "[model][decision]") {
  const std::vector<Decision> forward = {merge("a", "b"), merge("b", "c"), name_rule(DecisionKind::kAlias, "Umar", "c")};
  const std::vector<Decision> backward(forward.rbegin(), forward.rend());
  CHECK(Decisions(forward) == Decisions(backward));
  CHECK(Decisions(forward).resolve(EntityKey("a")) == EntityKey("c"));
  CHECK_THROWS_AS(Decisions({merge("a", "b"), merge("b", "a")}), Error);
}
