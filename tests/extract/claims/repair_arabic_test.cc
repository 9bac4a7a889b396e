#include "extract/claims/repair_arabic.h"

#include <catch2/catch.hpp>

#include "tests/extract/claims/testing.h"

using isnad::claims::testing::claims_of;
using isnad::claims::testing::joined;

TEST_CASE("repair: where something lies hangs on the verb, not on what lies there", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(تقع وقع VERB 0 root
القرية قرية NOUN 1 nsubj
في في ADP 4 case
الوادي واد NOUN 2 nmod
)");
  CHECK_CLAIM(claims, "القرية | تقع في | الوادي");
}

TEST_CASE("repair: the year behind an object is when it was done", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(باع باع VERB 0 root
التاجر تاجر NOUN 1 nsubj
المتجر متجر NOUN 1 obj
في في ADP 5 case
1999 1999 NUM 3 nmod
)");
  CHECK_CLAIM(claims, "التاجر | باع المتجر في | 1999");
}

TEST_CASE("repair: a deed keeps its own place", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(أدان أدان VERB 0 root
الوزير وزير NOUN 1 nsubj
قصف قصف NOUN 1 obj
القرية قرية NOUN 3 nmod
في في ADP 6 case
الصباح صباح NOUN 3 nmod
)");
  CHECK_NO_CLAIM(claims, "الوزير | أدان قصف القرية في | الصباح");
}

TEST_CASE("repair: whose year it is, the noun before it says", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(أقر أقر VERB 0 root
المجلس مجلس NOUN 1 nsubj
ميزانية ميزانية NOUN 1 obj
الدولة دولة NOUN 3 nmod
ل+ ل ADP 6 case
عام عام NOUN 1 obl
2019 2019 NUM 6 nmod
)");
  CHECK_CLAIM(claims, "المجلس | أقر | ميزانية الدولة لعام 2019");
}

TEST_CASE("repair: the noun behind a verb that takes no object is its subject", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(تمكن تمكن VERB 0 root
الحارس حارس NOUN 1 obj
من من ADP 4 case
الفرار فرار NOUN 1 obl
)");
  CHECK_CLAIM(claims, "الحارس | تمكن من | الفرار");
}

TEST_CASE("repair: ما before زال denies nothing and is nobody", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(ما ما PRON 2 nsubj
زال زال VERB 0 root
الطبيب طبيب NOUN 2 nsubj
يعمل عمل VERB 2 xcomp
في في ADP 6 case
القرية قرية NOUN 4 obl
)");
  CHECK_CLAIM(claims, "الطبيب | ما زال يعمل في | القرية");
}

TEST_CASE("repair: the pronoun between two nouns ties them", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(المركز مركز NOUN 0 root
هو هو PRON 1 dep
مؤسسة مؤسسة NOUN 1 appos
مستقلة مستقل ADJ 3 amod
)");
  CHECK_CLAIM(claims, "المركز | هو | مؤسسة مستقلة");
}

TEST_CASE("repair: what is said of a predicate noun is said of its bearer", "[extract][claims]") {
  const auto claims = claims_of("ar", R"(المركز مركز NOUN 3 nsubj
هو هو PRON 3 cop
مؤسسة مؤسسة NOUN 0 root
تأسست تأسس VERB 3 acl
في في ADP 6 case
دمشق دمشق PROPN 4 obl
)");
  CHECK_CLAIM(claims, "المركز | تأسست في | دمشق");
}

TEST_CASE("repair: the object behind a manner is the verb's", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(يعارض عارض VERB 0 root
الحزب حزب NOUN 1 nsubj
ب+ ب ADP 4 case
شدة شدة NOUN 1 obl
الخطة خطة NOUN 4 nmod
)");
  CHECK_CLAIM(claims, "الحزب | يعارض | الخطة");
  CHECK_NO_CLAIM(claims, "الحزب | يعارض ب | شدة الخطة");
}

TEST_CASE("repair: a turn of phrase that says what something is about is a preposition", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(تفاوض تفاوض VERB 0 root
الوفد وفد NOUN 1 nsubj
فيما فيما SCONJ 4 mark
يتعلق تعلق VERB 1 advcl
ب+ ب ADP 6 case
الحدود حد NOUN 4 obl
)");
  CHECK_CLAIM(claims, "الوفد | تفاوض فيما يتعلق ب | الحدود");
}

TEST_CASE("repair: the agent behind a noun of action does that action", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(طلب طلب VERB 0 root
القاضي قاض NOUN 1 nsubj
اعتقال اعتقال NOUN 1 obj
الحارس حارس NOUN 3 nmod
من من ADP 7 case
قبل قبل ADP 5 fixed
الشرطة شرطة NOUN 1 obl
)");
  CHECK_CLAIM(claims, "الشرطة | اعتقال | الحارس");
  CHECK_NO_CLAIM(claims, "القاضي | طلب اعتقال الحارس من قبل | الشرطة");
}

TEST_CASE("repair: contrast goes on with the sentence, not with a clause inside a noun phrase", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(اشترى اشترى VERB 0 root
التاجر تاجر NOUN 1 nsubj
سيارة سيارة NOUN 1 obj
تعمل عمل VERB 3 acl
ب+ ب ADP 6 case
الكهرباء كهرباء NOUN 4 obl
لكن+ لكن CCONJ 9 cc
ه هو PRON 9 nsubj
باع+ باع VERB 4 conj
ها هو PRON 9 obj
في في ADP 12 case
الصيف صيف NOUN 9 obl
)");
  CHECK_CLAIM(claims, "التاجر | باع في | الصيف");
}

TEST_CASE("repair: a clause of cause is no object", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(غاب غاب VERB 0 root
المدرب مدرب NOUN 1 nsubj
لأن لأن SCONJ 4 mark
سافر سافر VERB 1 ccomp
)");
  CHECK_NO_CLAIM(claims, "المدرب | غاب | سافر");
}

TEST_CASE("arabic: who has something comes before what is had", "[extract][claims]") {
  const auto claims = claims_of("ar", R"(هم هو PRON 3 nsubj
لدى+ لدى ADP 3 case
هم هو PRON 0 root
مزارع مزرعة NOUN 3 nsubj
كبيرة كبير ADJ 4 amod
)");
  CHECK_CLAIM(claims, "هم | لدىهم | مزارع كبيرة");
}

TEST_CASE("arabic: whom a release is done to stands behind سراح", "[extract][claims]") {
  const auto claims = claims_of("ar", R"(أطلقت أطلق VERB 0 root
الشرطة شرطة NOUN 1 nsubj
سراح سراح NOUN 1 obj
الطبيب طبيب NOUN 3 nmod
)");
  CHECK_CLAIM(claims, "الشرطة | أطلقت سراح | الطبيب");
}

TEST_CASE("arabic: what only says how a clause is meant is no object of it", "[extract][claims]") {
  const auto claims = claims_of("ar", R"(غادر غادر VERB 0 root
الوفد وفد NOUN 1 nsubj
الفندق فندق NOUN 1 obj
ب+ ب ADP 5 case
الفعل فعل NOUN 1 obl
)");
  CHECK_CLAIM(claims, "الوفد | غادر | الفندق");
  CHECK(claims.size() == 1);
}

TEST_CASE("arabic: time goes through what the verb governs", "[extract][claims]") {
  const auto claims = claims_of("ar", R"(انضم انضم VERB 0 root
اللاعب لاعب NOUN 1 nsubj
إلى إلى ADP 4 case
النادي ناد NOUN 1 obl
عام عام NOUN 1 obl
1994 1994 NUM 5 obl
)");
  CHECK_CLAIM(claims, "اللاعب | انضم إلى | النادي");
  CHECK_CLAIM(claims, "اللاعب | انضم إلى النادي | عام 1994");
}

TEST_CASE("repair: a noun that the verb's own pronoun takes up is its object", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(الهجوم هجوم NOUN 2 nsubj
شن+ شن VERB 0 root
ه هو PRON 2 obj
الحرس حرس NOUN 2 nsubj
)");
  CHECK_CLAIM(claims, "الحرس | شن | الهجوم");
  CHECK_NO_CLAIM(claims, "الهجوم | شن | الهجوم");
}

TEST_CASE("arabic: measures and degrees relate nobody", "[extract][claims]") {
  const auto claims = claims_of("ar", R"(استقبل استقبل VERB 0 root
المعرض معرض NOUN 1 nsubj
كتبا كتاب NOUN 1 obj
أكثر أكثر ADJ 3 amod
من من ADP 6 case
المعرض معرض NOUN 4 obl
)");
  CHECK_NO_CLAIM(claims, "كتبا | أكثر من | المعرض");
}

TEST_CASE("arabic: a deed whose patient stands under a preposition is done to it", "[extract][claims]") {
  const auto claims = claims_of("ar", R"(تم تم VERB 0 root
التخلي تخل NOUN 1 nsubj
عن عن ADP 4 case
المسار مسار NOUN 2 nmod
أمس أمس NOUN 1 obl
)");
  CHECK_CLAIM(claims, "المسار | تم التخلي | أمس");
}

TEST_CASE("repair: what opens the sentence and has its doer behind it is the verb", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(تظاهر تظاهر NOUN 0 root
آلاف آلاف NOUN 1 nsubj
في في ADP 4 case
القاهرة القاهرة PROPN 1 obl
)");
  CHECK_CLAIM(claims, "آلاف | تظاهر في | القاهرة");
}

TEST_CASE("repair: the shape of a derived verb tells it from its noun of action", "[extract][claims][repair]") {
  const auto claims = claims_of("ar", R"(اعتصم اعتصم NOUN 0 root
معلمون معلم NOUN 1 nmod
أمام أمام ADP 4 case
الوزارة وزارة NOUN 1 nmod
)");
  CHECK_CLAIM(claims, "معلمون | اعتصم أمام | الوزارة");
}
