#include <catch2/catch.hpp>

#include "tests/extract/claims/testing.h"

using namespace isnad::claims::testing;

TEST_CASE("arabic: verb, subject, object, and obliques as claims of their own", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(زار زار VERB 0 root
الوزير وزير NOUN 1 nsubj
المدينة مدينة NOUN 1 obj
في في ADP 5 case
الصباح صباح NOUN 1 obl
)");
  CHECK_CLAIM(claims, "الوزير | زار | المدينة");
  CHECK_CLAIM(claims, "الوزير | زار المدينة في | الصباح");
}

TEST_CASE("arabic: coordinated subjects and objects are distributed", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قصفت قصف VERB 0 root
الطائرات طائرة NOUN 1 nsubj
و+ و CCONJ 4 cc
المدافع مدفع NOUN 2 conj
القرى قرية NOUN 1 obj
و+ و CCONJ 7 cc
الحقول حقل NOUN 5 conj
)");
  CHECK_CLAIM(claims, "الطائرات | قصفت | القرى");
  CHECK_CLAIM(claims, "المدافع | قصفت | الحقول");
  CHECK_CLAIM(claims, "المدافع | قصفت | القرى");
}

TEST_CASE("arabic: negation denies", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(لم لم PART 2 advmod
توقع وقع VERB 0 root
الحكومة حكومة NOUN 2 nsubj
الاتفاق اتفاق NOUN 2 obj
)");
  CHECK_CLAIM(claims, "الحكومة | لم توقع | الاتفاق !");
}

TEST_CASE("arabic: going on is no denial", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(لا لا PART 2 advmod
تزال زال AUX 4 aux
القوات قوة NOUN 4 nsubj
تحاصر حاصر VERB 0 root
البلدة بلدة NOUN 4 obj
)");
  CHECK_CLAIM(claims, "القوات | لا تزال تحاصر | البلدة");
}

TEST_CASE("arabic: reported speech names its speaker, the report itself does not", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(أعلن أعلن VERB 0 root
الوزير وزير NOUN 1 nsubj
أن أن SCONJ 5 mark
الجيش جيش NOUN 5 nsubj
سيطر سيطر VERB 1 ccomp
على على ADP 7 case
الجسر جسر NOUN 5 obl
)");
  CHECK_CLAIM(claims, "الوزير | أعلن | الجيش سيطر");
  CHECK_CLAIM(claims, "الجيش | سيطر على | الجسر @الوزير");
}

TEST_CASE("arabic: a source named beside the clause", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قتل قتل VERB 0 root
الحارس حارس NOUN 1 nsubj:pass
في في ADP 4 case
الهجوم هجوم NOUN 1 obl
بحسب حسب ADP 6 case
الشرطة شرطة NOUN 1 obl
)");
  CHECK_CLAIM(claims, "الحارس | قتل في | الهجوم @الشرطة");
}

TEST_CASE("arabic: office and name", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(وصل وصل VERB 0 root
الرئيس رئيس NOUN 1 nsubj
التشيلي تشيلي ADJ 2 amod
سباستيان سباستيان PROPN 2 appos
بينيرا بينيرا PROPN 4 flat
)");
  CHECK_CLAIM(claims, "سباستيان بينيرا | الرئيس | التشيلي");
}

TEST_CASE("arabic: spokesman in the name of", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قال قال VERB 0 root
المتحدث متحدث NOUN 1 nsubj
ب+ ب ADP 4 case
اسم اسم NOUN 2 nmod
البلدية بلدية NOUN 4 nmod
سامي سامي PROPN 2 appos
)");
  CHECK_CLAIM(claims, "سامي | المتحدث باسم | البلدية");
}

TEST_CASE("arabic: relative clauses stand for their noun", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(انسحبت انسحب VERB 0 root
الفرقة فرقة NOUN 1 nsubj
التي التي PRON 4 nsubj
هاجمت هاجم VERB 2 acl:relcl
الميناء ميناء NOUN 4 obj
)");
  CHECK_CLAIM(claims, "الفرقة | هاجمت | الميناء");
}

TEST_CASE("arabic: a noun taken up by a clitic in its relative clause", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(انفجرت انفجر VERB 0 root
قنبلة قنبلة NOUN 1 nsubj
زرع+ زرع VERB 2 acl
ها هو PRON 3 obj
المسلحون مسلح NOUN 3 nsubj
)");
  CHECK_CLAIM(claims, "المسلحون | زرع | قنبلة");
}

TEST_CASE("arabic: periphrastic passive", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(تم تم VERB 0 root
إغلاق إغلاق NOUN 1 nsubj
المعبر معبر NOUN 2 nmod
أمس أمس NOUN 1 obl
)");
  CHECK_CLAIM(claims, "المعبر | تم إغلاق | أمس");
}

TEST_CASE("arabic: passive with its agent", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(احتجز احتجز VERB 0 root
الصياد صياد NOUN 1 nsubj:pass
من من ADP 5 case
قبل قبل NOUN 3 fixed
القراصنة قرصان NOUN 1 obl
)");
  CHECK_CLAIM(claims, "القراصنة | احتجز | الصياد");
}

TEST_CASE("arabic: nouns of action are predicates", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(أثار أثار VERB 0 root
اتهام اتهام NOUN 1 nsubj
بيرو بيرو PROPN 2 nmod
ل+ ل ADP 5 case
تشيلي تشيلي PROPN 2 nmod
ضجة ضجة NOUN 1 obj
)");
  CHECK_CLAIM(claims, "بيرو | اتهام ل | تشيلي");
}

TEST_CASE("arabic: who takes on something does it", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(أقدم أقدم VERB 0 root
المسلحون مسلح NOUN 1 nsubj
على على ADP 4 case
خطف خطف NOUN 1 obl
الطبيب طبيب NOUN 4 nmod
)");
  CHECK_CLAIM(claims, "المسلحون | أقدم خطف | الطبيب");
}

TEST_CASE("arabic: a light verb and its noun", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(شن شن VERB 0 root
الطيران طيران NOUN 1 nsubj
هجوما هجوم NOUN 1 obj
على على ADP 5 case
القاعدة قاعدة NOUN 3 nmod
)");
  CHECK_CLAIM(claims, "الطيران | شن | هجوما");
  CHECK_CLAIM(claims, "الطيران | شن هجوما على | القاعدة");
}

TEST_CASE("arabic: a participle in the accusative goes on about the subject", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(هاجم هاجم VERB 0 root
النائب نائب NOUN 1 nsubj
الحكومة حكومة NOUN 1 obj
متهما متهم ADJ 1 advcl
الوزير وزير NOUN 4 obj
ب+ ب ADP 7 case
الفساد فساد NOUN 4 obl
)");
  CHECK_CLAIM(claims, "النائب | متهما | الوزير");
  CHECK_CLAIM(claims, "النائب | متهما الوزير ب | الفساد");
}

TEST_CASE("arabic: a verb without subject goes on about the last speaker that agrees", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قالت قال VERB 0 root
الوزيرة وزيرة NOUN 1 nsubj
كلمة كلمة NOUN 1 obj

أضافت أضاف VERB 0 root
أن أن SCONJ 4 mark
الوفد وفد NOUN 4 nsubj
غادر غادر VERB 1 ccomp
العاصمة عاصمة NOUN 4 obj
)");
  CHECK_CLAIM(claims, "الوفد | غادر | العاصمة @الوزيرة");
}

TEST_CASE("arabic: the future is no fact, nor is a condition", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(س+ س AUX 2 aux
يهاجم هاجم VERB 0 root
الجيش جيش NOUN 2 nsubj
المدينة مدينة NOUN 2 obj
إذا إذا SCONJ 6 mark
رفض رفض VERB 2 advcl
المتمردون متمرد NOUN 6 nsubj
الهدنة هدنة NOUN 6 obj
)");
  CHECK_CLAIM(claims, "الجيش | سيهاجم | المدينة ?future");
  CHECK_CLAIM(claims, "المتمردون | رفض | الهدنة ?possible");
}

TEST_CASE("arabic: a verb in the third person does not go on about whoever speaks of himself", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(زار زار VERB 0 root
الوزير وزير NOUN 1 nsubj
الميناء ميناء NOUN 1 obj

نؤيد أيد VERB 0 root
الخطة خطة NOUN 1 obj
و+ و CCONJ 4 cc
يرفض رفض VERB 1 conj
الهدنة هدنة NOUN 4 obj
)");
  CHECK_CLAIM(claims, "الوزير | يرفض | الهدنة");
}

TEST_CASE("arabic: an office of somebody who was named in an earlier sentence", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(نقلت نقل VERB 0 root
أمس أمس ADV 1 advmod
الشركة شركة NOUN 1 nsubj
البضائع بضاعة NOUN 1 obj

مدير+ مدير NOUN 0 root
ها هو PRON 1 nmod
القديم قديم ADJ 1 amod
سالم سالم PROPN 1 nsubj
)");
  CHECK_CLAIM(claims, "سالم | مدير | الشركة");
}

TEST_CASE("arabic: a speaker before the headline's colon", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(ليما ليما PROPN 0 root
: : PUNCT 1 punct
تشيلي تشيلي PROPN 5 nsubj
لم لم PART 5 advmod
تحترم احترم VERB 1 parataxis
المعاهدة معاهدة NOUN 5 obj
)");
  CHECK_CLAIM(claims, "تشيلي | لم تحترم | المعاهدة ! @ليما");
}

TEST_CASE("arabic: adjectives with a complement", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(تقدمت تقدم VERB 0 root
القوات قوة NOUN 1 nsubj
الموالية موال ADJ 2 amod
ل+ ل ADP 5 case
الحكومة حكومة NOUN 3 obl
)");
  CHECK_CLAIM(claims, "القوات | الموالية ل | الحكومة");
}

TEST_CASE("arabic: the accused one is who did it", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(اتهم اتهم VERB 0 root
النائب نائب NOUN 1 nsubj
الوزارة وزارة NOUN 1 obj
ب+ ب ADP 5 case
إخفاء إخفاء NOUN 1 obl
الوثائق وثيقة NOUN 5 nmod
)");
  CHECK_CLAIM(claims, "النائب | اتهم | الوزارة");
  CHECK_CLAIM(claims, "الوزارة | إخفاء | الوثائق @النائب");
  CHECK_NO_CLAIM(claims, "النائب | إخفاء | الوثائق @النائب");
}

TEST_CASE("arabic: a decision and what is decided", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قررت قرر VERB 0 root
الشركة شركة NOUN 1 nsubj
إغلاق إغلاق NOUN 1 obj
المصنع مصنع NOUN 3 nmod
)");
  CHECK_CLAIM(claims, "الشركة | قررت | إغلاق المصنع ?future");
  CHECK_CLAIM(claims, "الشركة | قررت إغلاق | المصنع ?future");
}

TEST_CASE("arabic: impersonal verbs have nobody in mind", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(وصل وصل VERB 0 root
الرئيس رئيس NOUN 1 nsubj

يذكر ذكر VERB 0 root
أن أن SCONJ 4 mark
الوفد وفد NOUN 4 nsubj
زار زار VERB 1 ccomp
الجزيرة جزيرة NOUN 4 obj
)");
  CHECK_CLAIM(claims, "الوفد | زار | الجزيرة");
}

TEST_CASE("arabic: a noun of saying names the speaker by its pronoun", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(هاجم هاجم VERB 0 root
المدرب مدرب NOUN 1 nsubj
الحكم حكم NOUN 1 obj
ب+ ب ADP 5 case
قول+ قول NOUN 1 obl
ه هو PRON 5 nmod
إن إن SCONJ 9 mark
الاتحاد اتحاد NOUN 9 nsubj
خدع خدع VERB 5 acl
الجمهور جمهور NOUN 9 obj
)");
  CHECK_CLAIM(claims, "المدرب | قول | الاتحاد خدع الجمهور");
  CHECK_CLAIM(claims, "الاتحاد | خدع | الجمهور @المدرب");
}

TEST_CASE("arabic: a denied noun of action is denied alone", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(انتقد انتقد VERB 0 root
السفير سفير NOUN 1 nsubj
عدم عدم NOUN 1 obj
التزام التزام NOUN 3 nmod
الشركة شركة NOUN 4 nmod
ب+ ب ADP 7 case
العقد عقد NOUN 4 nmod
)");
  CHECK_CLAIM(claims, "الشركة | التزام ب | العقد ! @السفير");
  CHECK_CLAIM(claims, "السفير | انتقد | عدم التزام الشركة");
}

TEST_CASE("arabic: what supports it is not itself", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(تقدم تقدم VERB 0 root
النظام نظام NOUN 1 nsubj
و+ و CCONJ 4 cc
الميليشيات ميليشيا NOUN 2 conj
التي التي PRON 6 nsubj
تدعم+ دعم VERB 4 acl:relcl
ه هو PRON 6 obj
)");
  CHECK_CLAIM(claims, "الميليشيات | تدعم | النظام");
}

TEST_CASE("arabic: we in a speech is whoever speaks", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قال قال VERB 0 root
الحاكم حاكم NOUN 1 nsubj
: : PUNCT 6 punct
" " PUNCT 6 punct
لن لن PART 6 advmod
نرفع رفع VERB 1 ccomp
الضرائب ضريبة NOUN 6 obj
" " PUNCT 6 punct
)");
  CHECK_CLAIM(claims, "الحاكم | لن نرفع | الضرائب ! @الحاكم");
}

TEST_CASE("arabic: an open quotation goes on in the next sentence", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قال قال VERB 0 root
الحاكم حاكم NOUN 1 nsubj
" " PUNCT 5 punct
المدينة مدينة NOUN 5 nsubj
استقبلت استقبل VERB 1 ccomp
الزوار زائر NOUN 5 obj

أغلقت أغلق VERB 0 root
البلدية بلدية NOUN 1 nsubj
الجسر جسر NOUN 1 obj
" " PUNCT 1 punct

فتح فتح VERB 0 root
العمال عامل NOUN 1 nsubj
الطريق طريق NOUN 1 obj
)");
  CHECK_CLAIM(claims, "البلدية | أغلقت | الجسر @الحاكم");
  CHECK_CLAIM(claims, "العمال | فتح | الطريق");
}

TEST_CASE("arabic: reported speech of a denial is denied", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(نفت نفى VERB 0 root
الشركة شركة NOUN 1 nsubj
أن أن SCONJ 4 mark
تكون+ كان AUX 6 aux
ها هو PRON 6 nsubj
باعت باع VERB 1 ccomp
السفينة سفينة NOUN 6 obj
)");
  CHECK_CLAIM(claims, "الشركة | تكون باعت | السفينة ! @الشركة");
}

TEST_CASE("arabic: who backs a deed", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(بدأت بدأ VERB 0 root
الفصائل فصيل NOUN 1 nsubj
الهجوم هجوم NOUN 1 obj
ب+ ب ADP 5 case
دعم دعم NOUN 1 obl
تركي تركي ADJ 5 amod
)");
  CHECK_CLAIM(claims, "تركي | دعم | الفصائل");
}

TEST_CASE("arabic: what befalls somebody", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(مقتل مقتل NOUN 0 root
سائق سائق NOUN 1 nmod
في في ADP 4 case
حادث حادث NOUN 1 nmod
)");
  CHECK_CLAIM(claims, "سائق | مقتل في | حادث");
}

TEST_CASE("arabic: a meeting of two", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(لقاء لقاء NOUN 0 root
ماكرون ماكرون PROPN 1 nmod
و+ و CCONJ 4 cc
ميركل ميركل PROPN 2 conj
)");
  CHECK_CLAIM(claims, "ماكرون | لقاء | ميركل");
}

TEST_CASE("arabic: a conjunct of the other gender goes on about somebody else", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(قالت قال VERB 0 root
الوكالة وكالة NOUN 1 nsubj
إن إن SCONJ 5 mark
الوزير وزير NOUN 5 nsubj
غادر غادر VERB 1 ccomp
المكتب مكتب NOUN 5 obj
ثم ثم CCONJ 8 cc
دخل دخل VERB 1 conj
السيارة سيارة NOUN 8 obj
)");
  CHECK_CLAIM(claims, "الوزير | غادر | المكتب @الوكالة");
  CHECK_CLAIM(claims, "الوزير | دخل | السيارة @الوكالة");
}

TEST_CASE("arabic: a participle of speech goes on about who speaks", "[extract][claims][ar]") {
  const auto claims = claims_of("ar", R"(أكد أكد VERB 0 root
الناطق ناطق NOUN 1 nsubj
أن أن SCONJ 5 mark
الشركة شركة NOUN 5 nsubj
أغلقت أغلق VERB 1 ccomp
المصنع مصنع NOUN 5 obj
واصفا واصف ADJ 5 advcl
ذلك ذلك PRON 7 obj
)");
  CHECK_CLAIM(claims, "الناطق | واصفا | ذلك @الناطق");
}
