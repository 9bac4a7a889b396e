#include "extract/nlp/clitic_candidates.h"

#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace isnad::nlp {
namespace {

std::set<std::string> readings(const std::string& token) {
  ArabicLetters letters;
  REQUIRE(letters.assign(token));
  std::vector<CliticCandidate> candidates;
  generate_candidates(letters, candidates);
  REQUIRE_FALSE(candidates.empty());
  CHECK(words_of(candidates.front()) == std::vector<std::string>{token});
  std::set<std::string> out;
  for (const auto& candidate : candidates) {
    std::string joined;
    for (const auto& word : words_of(candidate)) joined += (joined.empty() ? "" : "+") + word;
    out.insert(joined);
  }
  return out;
}

TEST_CASE("clitics: spelling changes are undone", "[extract][clitic]") {
  CHECK(readings("للسلطة").contains("ل+السلطة"));
  CHECK(readings("للجنة").contains("ل+اللجنة"));
  CHECK(readings("للجنة").contains("ل+لجنة"));
  CHECK(readings("وللسلطة").contains("و+ل+السلطة"));
  CHECK(readings("مدينته").contains("مدينة+ه"));
  CHECK(readings("عليه").contains("على+ه"));
  CHECK(readings("مستواه").contains("مستوى+ه"));
  CHECK(readings("أعضائه").contains("أعضاء+ه"));
  CHECK(readings("دعوه").contains("دعوا+ه"));
  CHECK(readings("مما").contains("من+ما"));
  CHECK(readings("ومما").contains("و+من+ما"));
  CHECK(readings("عما").contains("عن+ما"));
  CHECK(readings("ألا").contains("أن+لا"));
}

TEST_CASE("clitics: proclitics stand alone and in two", "[extract][clitic]") {
  CHECK(readings("وسيقول").contains("و+س+يقول"));
  CHECK(readings("فبالحرب").contains("ف+ب+الحرب"));
  CHECK(readings("كالنار").contains("ك+النار"));
  CHECK(readings("أتعلم").contains("أ+تعلم"));
  CHECK(readings("له") == std::set<std::string>{"له", "ل+ه"});
  CHECK(readings("ولهم").contains("و+ل+هم"));
  CHECK(readings("بنا").contains("ب+نا"));
}

TEST_CASE("clitics: words without clitic letters have one reading", "[extract][clitic]") {
  CHECK(readings("روسيا").size() == 1);
  CHECK(readings("من").size() == 1);
  CHECK(readings("و").size() == 1);
}

TEST_CASE("clitics: other than Arabic letters, and too many, are no Arabic word", "[extract][clitic]") {
  ArabicLetters letters;
  CHECK_FALSE(letters.assign(""));
  CHECK_FALSE(letters.assign("abc"));
  CHECK_FALSE(letters.assign("و6"));
  CHECK_FALSE(letters.assign("ا_ب"));
  std::string longest;
  for (std::size_t k = 0; k < ArabicLetters::kMost; ++k) longest += "و";
  CHECK(letters.assign(longest));
  CHECK_FALSE(letters.assign(longest + "و"));
}

}  // namespace
}  // namespace isnad::nlp
