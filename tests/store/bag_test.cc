#include "store/bag.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "graph/model/error.h"
#include "store/entity_tally.h"
#include "store/row_sum.h"
#include "tests/support/describe.h"
#include "tests/support/memory_claim_source.h"
#include "tests/support/random_extraction.h"

namespace {

using isnad::Entity;
using isnad::Extraction;
using isnad::store::Bag;
using isnad::store::RowSum;
using isnad::testing::describe;

/// Every contribution to one entity that some random documents make.
std::vector<Entity> contributions(std::uint32_t seed) {
  isnad::testing::RandomExtractions::Options options;
  options.entities = 2;
  isnad::testing::RandomExtractions extractions(seed, options);
  std::vector<Entity> all;
  for (int i = 0; i < 30; ++i) {
    for (const auto& entity : extractions.next(i).entities) {
      if (entity.key == isnad::testing::RandomExtractions::entity_key(1)) all.push_back(entity);
    }
  }
  return all;
}

}  // namespace

TEST_CASE("bag: adding and subtracting cancel out", "[store][bag]") {
  Bag bag;
  bag.add("a", {1, 3});
  bag.add("b", {2, 0});
  const Bag before = bag;
  Bag other;
  other.add("b", {-2, 0});
  other.add("c", {1, -1});
  bag.add(other);
  CHECK(bag.counts().size() == 2);
  bag.subtract(other);
  CHECK(bag == before);
  bag.subtract(before);
  CHECK(bag.empty());
}

TEST_CASE("bag: its bytes come back", "[store][bag]") {
  Bag bag;
  bag.add("", {1, 1});
  bag.add(std::string_view("\0x", 2), {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()});
  bag.add("name", {-5, 1'000'000});
  CHECK(Bag(bag.encode()) == bag);
  CHECK_THROWS_AS(Bag(""), isnad::CorruptionError);
  CHECK_THROWS_AS(Bag(bag.encode() + 'x'), isnad::CorruptionError);
}

TEST_CASE("bag: counts wrap around instead of overflowing", "[store][bag]") {
  Bag bag;
  bag.add("a", {std::numeric_limits<std::int64_t>::max(), 0});
  bag.add("a", {1, 0});
  CHECK(bag.counts().at("a").documents == std::numeric_limits<std::int64_t>::min());
  Bag none;
  none.subtract(bag);
  CHECK(none.counts().at("a").documents == std::numeric_limits<std::int64_t>::min());
}

TEST_CASE("entity tally: what is elected follows from the sum, whatever the order, and as a model elects it", "[store][bag]") {
  const std::uint32_t seed = GENERATE(range(1U, 40U));
  std::vector<Entity> all = contributions(seed);
  REQUIRE(!all.empty());
  isnad::testing::MemoryClaimSource model;
  Bag forwards;
  for (std::size_t i = 0; i < all.size(); ++i) {
    Extraction extraction;
    extraction.document.id = isnad::DocumentId(std::to_string(i));
    extraction.entities = {all[i]};
    model.put(extraction);
    forwards.add(isnad::store::tally_of(all[i]));
  }
  std::mt19937 random(seed);
  std::shuffle(all.begin(), all.end(), random);
  Bag shuffled;
  for (const auto& entity : all) shuffled.add_encoded(isnad::store::tally_of(entity).encode());
  CHECK(forwards == shuffled);
  const Entity merged = isnad::store::merged_entity(all.front().key, forwards);
  CHECK(describe(merged) == describe(*model.entity(all.front().key)));
}

TEST_CASE("entity tally: the lexicon's names outrank those of many documents", "[store][bag]") {
  Entity document;
  document.key = isnad::EntityKey("gpe:turkey");
  document.type = isnad::EntityType::kLocation;
  document.name_en = "Turkiye";
  document.aliases = {{"Turkiye", "turkiye", "en", 9}};
  Entity lexicon = document;
  lexicon.from_lexicon = true;
  lexicon.type = isnad::EntityType::kGpe;
  lexicon.name_en = "Turkey";
  lexicon.aliases = {{"Turkey", "turkey", "en", 0}};
  Bag tally;
  for (int i = 0; i < 5; ++i) tally.add(isnad::store::tally_of(document));
  tally.add(isnad::store::tally_of(lexicon));
  Entity merged = isnad::store::merged_entity(document.key, tally);
  CHECK(merged.name_en == "Turkey");
  CHECK(merged.type == isnad::EntityType::kGpe);
  CHECK(merged.from_lexicon);
  REQUIRE(merged.aliases.size() == 2);
  CHECK(merged.aliases[1].mentions == 45);

  tally.subtract(isnad::store::tally_of(lexicon));
  merged = isnad::store::merged_entity(document.key, tally);
  CHECK(merged.name_en == "Turkiye");
  CHECK_FALSE(merged.from_lexicon);
  CHECK(merged.aliases.size() == 1);
}

TEST_CASE("entity tally: sums that no documents make are refused", "[store][bag]") {
  const isnad::EntityKey key("e");
  CHECK_THROWS_AS(isnad::store::merged_entity(key, Bag()), isnad::CorruptionError);
  Bag unknown;
  unknown.add("Zzz", {1, 0});
  CHECK_THROWS_AS(isnad::store::merged_entity(key, unknown), isnad::CorruptionError);
  Bag negative;
  negative.add(std::string_view("T\0\0", 3), {-1, 0});
  CHECK_THROWS_AS(isnad::store::merged_entity(key, negative), isnad::CorruptionError);
}

TEST_CASE("row sum: tallies of parts add up to the tally of their sum", "[store][bag]") {
  Bag a;
  a.add("x", {1, 5});
  a.add("y", {1, 0});
  Bag b;
  b.add("x", {2, -5});
  Bag both = a;
  both.add(b);
  RowSum parts;
  parts.add_tally("row", a);
  parts.add_tally("row", b);
  RowSum whole;
  whole.add_tally("row", both);
  CHECK(parts == whole);
  RowSum other;
  other.add_tally("other row", both);
  CHECK_FALSE(other == whole);
}

TEST_CASE("row sum: tells rows apart, not their order", "[store][bag]") {
  RowSum forwards;
  forwards.add_row("a", "bc");
  forwards.add_row("b", "");
  RowSum backwards;
  backwards.add_row("b", "");
  backwards.add_row("a", "bc");
  CHECK(forwards == backwards);
  RowSum shifted;
  shifted.add_row("ab", "c");
  shifted.add_row("b", "");
  CHECK_FALSE(shifted == forwards);
}
