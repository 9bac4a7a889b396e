#include "graph/query/name_lookup.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/graph/support/idlib_graph.h"

using namespace isnad;
using query::edit_distance;
using query::look_up_name;

TEST_CASE("name: an exact key finds its entity in either language", "[graph][query]") {
  const auto source = testing::idlib_graph();
  CHECK(look_up_name(source, "تركيا").matches == std::vector{EntityKey("gpe:turkey")});
  CHECK(look_up_name(source, "ankara").matches == std::vector{EntityKey("gpe:turkey")});
  CHECK(look_up_name(source, "ankara").suggestions.empty());
  CHECK(look_up_name(source, "").matches.empty());
}

TEST_CASE("name: what a common noun means in one article comes after all others", "[graph][query]") {
  testing::MemoryClaimSource source;
  const EntityKey common = described_key(EntityType::kOrganisation, "opposition", DocumentId("a"));
  const EntityKey known("org:opposition");
  int mentions = 9;
  for (const EntityKey& key : {common, known}) {
    Extraction extraction;
    extraction.document.id = DocumentId(key == common ? "a" : "b");
    Entity entity;
    entity.key = key;
    entity.type = EntityType::kOrganisation;
    entity.name_en = "opposition";
    entity.aliases = {{"opposition", "opposition", "en", static_cast<std::uint32_t>(mentions)}};
    extraction.entities = {entity};
    source.put(extraction);
    mentions = 1;
  }
  CHECK(look_up_name(source, "opposition").matches == std::vector{known, common});
}

TEST_CASE("name: unknown names get the nearest, by words and by letters", "[graph][query]") {
  const auto source = testing::idlib_graph();
  const auto typo = look_up_name(source, "kremiln");
  CHECK(typo.matches.empty());
  REQUIRE_FALSE(typo.suggestions.empty());
  CHECK(typo.suggestions.front().entity == EntityKey("org:kremlin"));
  CHECK(typo.suggestions.front().name == "Kremlin");
  CHECK(typo.suggestions.front().lang == "en");

  const auto part = look_up_name(source, "regime");
  REQUIRE_FALSE(part.suggestions.empty());
  CHECK(part.suggestions.front().entity == EntityKey("org:syrian-regime"));

  const auto arabic = look_up_name(source, "بيسكون");
  REQUIRE_FALSE(arabic.suggestions.empty());
  CHECK(arabic.suggestions.front().entity == EntityKey("per:peskov"));

  CHECK(look_up_name(source, "zzzzzzzz").suggestions.empty());
  CHECK(look_up_name(source, "saraqip", 3).suggestions.size() <= 3);
}

TEST_CASE("edit distance: letters, not bytes; swaps count once; the limit is kept", "[graph][query]") {
  CHECK(edit_distance("", "", 3) == 0);
  CHECK(edit_distance("abc", "abc", 3) == 0);
  CHECK(edit_distance("abc", "acb", 3) == 1);
  CHECK(edit_distance("kitten", "sitting", 5) == 3);
  CHECK(edit_distance("إدلب", "ادلب", 3) == 1);
  CHECK(edit_distance("بوتين", "", 9) == 5);
  CHECK(edit_distance("kitten", "sitting", 2) == 3);
  CHECK(edit_distance("a", "abcdefgh", 2) == 3);
}

TEST_CASE("edit distance: is symmetric and obeys the limit for all short words", "[graph][query]") {
  std::vector<std::string> words = {""};
  for (std::size_t i = 0; words.size() < 121; ++i) {
    for (const char c : {'a', 'b', 'c'}) words.push_back(words[i] + c);
  }
  for (const auto& a : words) {
    for (const auto& b : words) {
      const auto whole = edit_distance(a, b, 10);
      REQUIRE(whole == edit_distance(b, a, 10));
      REQUIRE((whole == 0) == (a == b));
      REQUIRE(edit_distance(a, b, 1) == std::min<std::size_t>(whole, 2));
    }
  }
}
