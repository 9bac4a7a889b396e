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

TEST_CASE("repair: a noun of action that opens a quotation with doer and object is a verb, and what is said", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قال قال VERB 0 root
العقيد عقيد NOUN 1 nsubj
في في ADP 4 case
بيان بيان NOUN 1 obl
: : PUNCT 12 punct
" " PUNCT 12 punct
بسط بسط NOUN 12 nsubj
الجيش جيش NOUN 7 nmod
السيطرة سيطرة NOUN 7 obj
على على ADP 11 case
الجسر جسر NOUN 9 nmod
يعبر عبر VERB 4 acl
النهر نهر NOUN 12 obj
" " PUNCT 12 punct
)");
  CHECK_CLAIM(claims, "الجيش | بسط السيطرة على | الجسر @العقيد");
}

TEST_CASE("repair: the subject of a quotation is not that of the verb of saying", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قالت قال VERB 0 root
الوزيرة وزير NOUN 1 nsubj
" " PUNCT 7 punct
البلاد بلد NOUN 1 nsubj
لن لن PART 7 advmod
أبدا أبدا ADV 7 advmod
تقبل قبل VERB 1 conj
الشروط شرط NOUN 7 obj
" " PUNCT 7 punct
)");
  CHECK_CLAIM(claims, "البلاد | لن تقبل | الشروط ! @الوزيرة");
}

TEST_CASE("repair: a name in quotation marks stays where it is", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قال قال VERB 0 root
مدير مدير NOUN 1 nsubj
صحيفة صحيفة NOUN 2 nmod
" " PUNCT 5 punct
الفجر فجر PROPN 3 nmod
الجديد جديد ADJ 5 amod
اليومية يومي ADJ 5 amod
" " PUNCT 5 punct
إن إن SCONJ 11 mark
الحكومة حكومة NOUN 11 nsubj
استقالت استقال VERB 1 ccomp
)");
  CHECK_CLAIM(claims, "مدير صحيفة الفجر الجديد اليومية | قال | الحكومة استقالت");
}

TEST_CASE("stance: a threat to strike is no strike", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(تهديد تهديد NOUN 0 root
القائد قائد NOUN 1 nmod
ب+ ب ADP 4 case
ضرب ضرب NOUN 1 nmod
المتمردين متمرد NOUN 4 nmod
)");
  CHECK_CLAIM(claims, "القائد | تهديد بضرب | المتمردين ?possible");
}

TEST_CASE("stance: a verb that kept its س is still to come", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(سيهاجم سيهاجم VERB 0 root
الجيش جيش NOUN 1 nsubj
الموقع موقع NOUN 1 obj
)");
  CHECK_CLAIM(claims, "الجيش | سيهاجم | الموقع ?future");
}
