#include "extract/claims/repair.h"

#include <catch2/catch.hpp>

#include "tests/extract/claims/testing.h"

using namespace isnad::claims;
using isnad::claims::testing::claims_of;
using isnad::claims::testing::joined;
using isnad::claims::testing::parse;

namespace {

const Lexicon& arabic() {
  static const Lexicon lexicon("ar");
  return lexicon;
}

}  // namespace

TEST_CASE("repair: a relative clause goes to the noun that its pronoun agrees with", "[extract][claims][repair]") {
  const auto parsed = parse("ar", R"(استعادت استعاد VERB 0 root
الشرطة شرطة NOUN 1 nsubj
سيارة سيارة NOUN 1 obj
الطبيب طبيب NOUN 3 nmod
الذي الذي PRON 6 nsubj
سافر سافر VERB 3 acl:relcl
)");
  Tree tree(parsed.sentences.front(), arabic());
  repair(tree);
  CHECK(tree.head(6) == 4);
  CHECK(tree.relation(6) == "acl");
}

TEST_CASE("repair: a clause right after an indefinite noun describes it", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(سبق سبق VERB 0 root
ذلك ذلك PRON 1 nsubj
انفجار انفجار NOUN 1 obj
دمر دمر VERB 1 ccomp
المخزن مخزن NOUN 4 obj
)");
  CHECK_CLAIM(claims, "انفجار | دمر | المخزن");
}

TEST_CASE("repair: a country is no part of the name before it", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(انتقد انتقد VERB 0 root
خوان خوان PROPN 1 nsubj
سانتوس سانتوس PROPN 2 flat
فنزويلا فنزويلا PROPN 2 flat
أمس أمس NOUN 1 obl
)");
  CHECK_CLAIM(claims, "خوان سانتوس | انتقد | فنزويلا");
}

TEST_CASE("repair: a name belongs to the office right before it", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(أعلن أعلن VERB 0 root
مكتب مكتب NOUN 1 nsubj
رئيس رئيس NOUN 2 nmod
البلدية بلدية NOUN 3 nmod
كمال كمال PROPN 2 appos
الإضراب إضراب NOUN 1 obj
)");
  CHECK_CLAIM(claims, "كمال | رئيس | البلدية");
  CHECK_CLAIM(claims, "مكتب رئيس البلدية كمال | أعلن | الإضراب");
}

TEST_CASE("repair: names joined by a link are one", "[extract][claims][repair]") {
  const auto parsed = parse("ar", R"(زار زار VERB 0 root
حمد حمد PROPN 1 nsubj
بن بن PROPN 4 nmod
سالم سالم PROPN 1 obj
المصنع مصنع NOUN 1 obj
)");
  Tree tree(parsed.sentences.front(), arabic());
  repair(tree);
  CHECK(tree.head(3) == 2);
  CHECK(tree.head(4) == 2);
  CHECK(tree.relation(4) == "flat");
}

TEST_CASE("repair: a preposition and its noun are one preposition", "[extract][claims][repair]") {
  const auto parsed = parse("ar", R"(تحدث تحدث VERB 0 root
الوزير وزير NOUN 1 nsubj
ب+ ب ADP 4 case
شأن شأن NOUN 1 obl
الميناء ميناء NOUN 4 nmod
)");
  Tree tree(parsed.sentences.front(), arabic());
  repair(tree);
  CHECK(tree.head(5) == 1);
  CHECK(tree.relation(5) == "obl");
  CHECK(tree.preposition(5) == "ب شان");
}

TEST_CASE("repair: the source at the end covers the sentence", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(هاجم هاجم VERB 0 root
المسلحون مسلح NOUN 1 nsubj
القرية قرية NOUN 1 obj
قبل قبل ADP 5 case
وصول وصول NOUN 1 obl
الجيش جيش NOUN 5 nmod
، ، PUNCT 8 punct
بحسب حسب ADP 9 case
الشرطة شرطة NOUN 5 nmod
)");
  CHECK_CLAIM(claims, "المسلحون | هاجم | القرية @الشرطة");
}

TEST_CASE("repair: who a speaker is stands behind the comma", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(قال قال VERB 0 root
فؤاد فؤاد PROPN 1 nsubj
، ، PUNCT 4 punct
مدير مدير NOUN 1 obj
المصنع مصنع NOUN 4 nmod
)");
  CHECK_CLAIM(claims, "فؤاد | مدير | المصنع");
  CHECK_NO_CLAIM(claims, "فؤاد | قال | مدير المصنع");
}
