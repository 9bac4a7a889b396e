#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include "extract/text/name_key.h"
#include "extract/who/spelling_variants.h"

using isnad::who::SpellingPair;
using isnad::who::SpellingVariants;

namespace {

std::vector<SpellingPair> pairs(const std::vector<std::string>& names) {
  static const SpellingVariants variants;
  std::vector<std::string> keys;
  for (const auto& name : names) keys.push_back(isnad::text::name_key(name));
  return variants.pairs(keys);
}

bool alike(const std::string& a, const std::string& b) {
  const auto found = pairs({a, b});
  const auto turned = pairs({b, a});
  CHECK(found.size() == turned.size());
  return !found.empty();
}

}  // namespace

TEST_CASE("spelling variants: two letters that writers confuse, in one long word", "[extract][who][variants]") {
  const auto found = pairs({"محمد المرتضى", "نزار قباني", "محمد المرتظى"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].first == 0);
  CHECK(found[0].second == 2);
  CHECK(found[0].evidence == "مرتضي ~ مرتظي: ض or ظ");
  CHECK(found[0].score == 80);
  // Another letter, another given name, a short word, one word, two words that differ.
  CHECK_FALSE(alike("محمد المرتضى", "محمد المرتجى"));
  CHECK_FALSE(alike("محمد المرتضى", "حسن المرتظى"));
  CHECK_FALSE(alike("محمد القاضي", "محمد القاظي"));
  CHECK_FALSE(alike("المرتضى", "المرتظى"));
  CHECK_FALSE(alike("سالم المرتضى", "صالم المرتظى"));
}

TEST_CASE("spelling variants: a long vowel within a long word that is no given name", "[extract][who][variants]") {
  const auto found = pairs({"روبرت أيزنكوت", "روبرت أيزنكت"});
  REQUIRE(found.size() == 1);
  CHECK(found[0].evidence == "ايزنكوت ~ ايزنكت: with or without و");
  CHECK_FALSE(alike("حسن العلي", "حسين العلي"));
  CHECK_FALSE(alike("سلمان منصور", "سليمان منصور"));
  CHECK_FALSE(alike("محمد سالم", "محمد سليم"));
  CHECK_FALSE(alike("محمد سلم", "محمد سالم"));
}

TEST_CASE("spelling variants: words written together or apart", "[extract][who][variants]") {
  CHECK(alike("عبد الرحمن المرتضى", "عبدالرحمن المرتضى"));
  CHECK(alike("Abdul Rahman Mansour", "Abdel-Rahman Mansour"));
  CHECK(alike("Talal al-Barazi", "Talal Barazi"));
  CHECK_FALSE(alike("عبد الرحمن المرتضى", "عبد الرحيم المرتضى"));
  CHECK_FALSE(alike("Abdul Rahman", "Abdulrahman"));
}

TEST_CASE("spelling variants: foreign sounds in Latin letters, and names with several spellings", "[extract][who][variants]") {
  CHECK(alike("Sergei Rudskoi", "Sergey Rudskoy"));
  CHECK(alike("Mohammed Dahlan", "Muhammad Dahlan"));
  CHECK(alike("Hussein Mansoor", "Hussain Mansour"));
  CHECK(alike("Mathew Tait", "Matthew Tait"));
  CHECK_FALSE(alike("Hassan Mansour", "Hussein Mansour"));
  CHECK_FALSE(alike("Salem Mansour", "Salim Mansour"));
  CHECK_FALSE(alike("John Smith", "John Smyth"));
  CHECK_FALSE(alike("David Davies", "David Davis"));
  CHECK_FALSE(alike("James Hardie", "James Hardy"));
  CHECK_FALSE(alike("Ali Hogg", "Ally Hogg"));
  CHECK(pairs({"Sergei Rudskoi", "Sergey Rudskoy"})[0].evidence == "sergei ~ sergey, rudskoi ~ rudskoy: one name in two spellings");
}

TEST_CASE("spelling variants: no pair across scripts, and all pairs found once", "[extract][who][variants]") {
  CHECK(pairs({"محمد المرتضى", "Mohammed Murtada"}).empty());
  const auto found = pairs({"Sergei Rudskoi", "Sergey Rudskoy", "Sergei Rudskoy"});
  REQUIRE(found.size() == 3);
  CHECK(std::is_sorted(found.begin(), found.end(), [](const auto& a, const auto& b) { return std::pair(a.first, a.second) < std::pair(b.first, b.second); }));
}
