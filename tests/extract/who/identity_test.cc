#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "extract/text/name_key.h"
#include "extract/who/identity.h"
#include "extract/who/lexicon.h"

using isnad::Decision;
using isnad::Decisions;
using isnad::EntityKey;
using isnad::who::find_identities;
using isnad::who::name_distance;
using isnad::who::name_words;
using isnad::who::SpellingVariants;
using isnad::who::Transliteration;

namespace {

EntityKey person(const std::string& name) { return EntityKey("name:PER:" + isnad::text::name_key(name)); }

std::vector<EntityKey> people(const std::vector<std::string>& names) {
  std::vector<EntityKey> out;
  for (const auto& name : names) out.push_back(person(name));
  return out;
}

}  // namespace

TEST_CASE("transliteration: words of a name, servants joined, articles and sons alike", "[extract][who][identity]") {
  CHECK(name_words("عبد الله الحمدان") == name_words("عبدالله الحمدان"));
  CHECK(name_words("عبد الرحمن ابن سالم").front() == "عبدرحمن");
  CHECK(name_words("Abdul Rahman bin Salem") == name_words("Abdulrahman ibn Salem"));
  CHECK(name_words("Abdel-Rahman").front() == "abdrahman");
  CHECK(name_words("Al-Hamdan") == std::vector<std::string>{"hamdan"});
}

TEST_CASE("transliteration: persons of the tables fit their own spelling and nobody else's", "[extract][who][identity]") {
  const isnad::who::Lexicon lexicon;
  const Transliteration model;
  std::vector<std::pair<std::string, std::string>> names;
  for (const auto& entry : lexicon.entries()) {
    if (entry.type != isnad::EntityType::kPerson) continue;
    if (name_words(entry.name_ar).size() > 1 && name_words(entry.name_en).size() > 1) names.emplace_back(entry.name_ar, entry.name_en);
  }
  std::size_t own = 0;
  std::size_t others = 0;
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (name_distance(model, names[i].first, names[k].second) > Transliteration::kSame) continue;
      if (i == k) {
        ++own;
      } else {
        ++others;
        UNSCOPED_INFO(names[i].first << " and " << names[k].second);
      }
    }
  }
  CAPTURE(names.size(), own);
  CHECK(own * 100 >= names.size() * 80);
  // One pair of different persons in a hundred thousand at most.
  CHECK(others * 100'000 <= names.size() * names.size());
}

TEST_CASE("identity: two full names that are each other's only counterpart", "[extract][who][identity]") {
  const Transliteration model;
  const auto found = find_identities(model, SpellingVariants(), people({"سليم الحمداني", "Salim al-Hamdani", "ندى منصور", "John Carter"}));
  REQUIRE(found.size() == 1);
  CHECK(found[0].from == person("Salim al-Hamdani"));
  CHECK(found[0].into == person("سليم الحمداني"));
  CHECK(found[0].kind == isnad::DecisionKind::kIdentity);
  CHECK(found[0].score >= 60);
}

TEST_CASE("identity: one word, another word count, or a second candidate is not enough", "[extract][who][identity]") {
  const Transliteration model;
  CHECK(find_identities(model, SpellingVariants(), people({"الحمداني", "al-Hamdani"})).empty());
  CHECK(find_identities(model, SpellingVariants(), people({"سليم الحمداني", "Salim Yusuf al-Hamdani"})).empty());
  // Salim and Salem may be written alike: which of them is meant cannot be known.
  CHECK(find_identities(model, SpellingVariants(), people({"سليم الحمداني", "Salim al-Hamdani", "Salem al-Hamdani"})).empty());
  CHECK(find_identities(model, SpellingVariants(), {EntityKey("name:ORG:سليم حمداني"), person("Salim al-Hamdani")}).empty());
}

TEST_CASE("identity: no chain of likenesses joins anybody, and order does not matter", "[extract][who][identity]") {
  const Transliteration model;
  // a ~ b ~ c ~ d by sound: each has two counterparts, so that nobody is joined.
  std::vector<std::string> names = {"سليم حمداني", "Salim Hamdani", "سالم حمداني", "Salem Hamdani", "كريم منصور", "Karim Mansour"};
  auto first = find_identities(model, SpellingVariants(), people(names));
  std::reverse(names.begin(), names.end());
  CHECK(first == find_identities(model, SpellingVariants(), people(names)));
  const Decisions decisions(first);
  CHECK_FALSE(decisions.resolve(person("Salim Hamdani")) == decisions.resolve(person("Salem Hamdani")));
  CHECK_FALSE(decisions.resolve(person("سليم حمداني")) == decisions.resolve(person("سالم حمداني")));
  CHECK(decisions.resolve(person("Karim Mansour")) == person("كريم منصور"));
}

TEST_CASE("identity: spellings in both scripts meet in one where each could be each of the others", "[extract][who][identity]") {
  const Transliteration model;
  std::vector<std::string> names = {"سليم الحمداني", "Salim al-Hamdani", "Saleem al-Hamdani", "كريم السلطاني", "كريم السلتاني", "Karim Sultani"};
  const auto found = find_identities(model, SpellingVariants(), people(names));
  REQUIRE(found.size() == 4);
  for (const Decision& decision : found) CHECK(decision.rule == (decision.name.lang == "ar" ? "variant" : "transliteration"));
  const Decisions decisions(found);
  for (const char* name : {"Salim al-Hamdani", "Saleem al-Hamdani"}) CHECK(decisions.resolve(person(name)) == person("سليم الحمداني"));
  CHECK(decisions.resolve(person("كريم السلطاني")) == decisions.resolve(person("كريم السلتاني")));
  CHECK(decisions.resolve(person("Karim Sultani")) == decisions.resolve(person("كريم السلطاني")));
  std::reverse(names.begin(), names.end());
  CHECK(find_identities(model, SpellingVariants(), people(names)) == found);
}

TEST_CASE("identity: a spelling with two candidates joins neither", "[extract][who][identity]") {
  const Transliteration model;
  // The second could be the first and the third, and these are not alike.
  CHECK(find_identities(model, SpellingVariants(), people({"كريم السلطاني", "كريم السلتاني", "كريم السلطني"})).empty());
}

TEST_CASE("identity: what an analyst says goes before, and a split undoes it", "[extract][who][identity]") {
  auto decisions = find_identities(Transliteration(), SpellingVariants(), people({"كريم السلطاني", "كريم السلتاني"}));
  REQUIRE(decisions.size() == 1);
  const Decision found = decisions[0];
  CHECK(found.evidence.find("ت or ط") != std::string::npos);
  Decision split;
  split.kind = isnad::DecisionKind::kSplit;
  split.from = found.into;
  split.into = found.from;
  split.name = found.name;
  CHECK(Decisions({found, split}).resolve(found.from) == found.from);
  Decision merge;
  merge.from = found.from;
  merge.into = EntityKey("per:somebody");
  CHECK(Decisions({found, merge}).resolve(found.from) == EntityKey("per:somebody"));
}
