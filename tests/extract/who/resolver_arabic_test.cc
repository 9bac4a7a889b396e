#include <catch2/catch.hpp>

#include "tests/extract/who/testing.h"

using namespace isnad::who::testing;

TEST_CASE("resolver: spellings of one Arabic name are one entity", "[extract][who][arabic]") {
  for (const char* form : {"أردوغان", "إردوغان", "اردوغان"}) {
    const auto doc = parse("ar", {std::string("هدد VERB 0 root\n") + form + " PROPN 1 nsubj"});
    const auto found = resolver().resolve(doc.document, doc.sentences);
    INFO(form);
    CHECK(linked(resolver(), doc, found, form) == "per:recep-tayyip-erdogan");
  }
}

TEST_CASE("resolver: a word that only looks like a name is none", "[extract][who][arabic]") {
  // أسد is a lion, فتح is opening unless the tagger sees a name.
  const auto doc = parse("ar", {"رأى VERB 0 root\nأسد NOUN 1 obj", "فتح NOUN 0 root\nالباب NOUN 1 nmod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(describe(doc, found).empty());
}

TEST_CASE("resolver: a title finds its holder by the document's date", "[extract][who][arabic]") {
  const std::string sentence = "هدد VERB 0 root\nالرئيس NOUN 1 nsubj\nالتركي ADJ 2 amod";
  const auto in_2020 = parse("ar", {sentence}, "2020-02-12");
  const auto then = resolver().resolve(in_2020.document, in_2020.sentences);
  CHECK(linked(resolver(), in_2020, then, "الرئيس") == "per:recep-tayyip-erdogan");
  CHECK(linked(resolver(), in_2020, then, "التركي") == "gpe:turkey");

  const auto in_1995 = parse("ar", {sentence}, "1995-02-12");
  const auto before = resolver().resolve(in_1995.document, in_1995.sentences);
  CHECK(linked(resolver(), in_1995, before, "الرئيس") == "office:president:turkey");

  const auto in_2010 = parse("ar", {sentence}, "2010-05");
  const auto gul = resolver().resolve(in_2010.document, in_2010.sentences);
  CHECK(linked(resolver(), in_2010, gul, "الرئيس") == "per:abdullah-gul");
}

TEST_CASE("resolver: a name that the tagger took for an adjective is no part of the title before it", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"ينتقد VERB 0 root\nالرئيس NOUN 1 nsubj\nالتركي ADJ 2 amod\nالكرملين ADJ 2 amod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(key_of(doc, found, "الرئيس التركي") == "per:recep-tayyip-erdogan");
  CHECK(key_of(doc, found, "الرئيس التركي الكرملين").empty());
  CHECK(key_of(doc, found, "الكرملين") == "org:kremlin");
}

TEST_CASE("resolver: a written tanwin hides no noun and no country", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"أرسل VERB 0 root\nوفداً NOUN 1 obj\nتركياً PROPN 2 nmod",
                                "التقى VERB 0 root\nمسؤولين NOUN 1 obj\nأتراكاً ADJ 2 amod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(key_of(doc, found, "وفداً تركياً") == "org:delegation:turkey");
  CHECK(key_of(doc, found, "مسؤولين أتراكاً") == "norp:officials:turkey");
}

TEST_CASE("resolver: a former holder is not the holder", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"قال VERB 0 root\nالرئيس NOUN 1 nsubj\nالأميركي ADJ 2 amod\nالسابق ADJ 2 amod"}, "2018-03-01");
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "الرئيس").empty());
}

TEST_CASE("resolver: a title and the name beside it are one", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"قال VERB 0 root\nالمتحدث NOUN 1 nsubj\nب ADP 4 case\n+اسم NOUN 2 nmod\nالكرملين PROPN 4 nmod\n"
                                "ديمتري PROPN 2 appos\nبيسكوف PROPN 6 flat",
                                "أضاف VERB 0 root\nبيسكوف PROPN 1 nsubj"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "المتحدث") == "per:dmitry-peskov");
  CHECK(linked(resolver(), doc, found, "ديمتري") == "per:dmitry-peskov");
  CHECK(linked(resolver(), doc, found, "بيسكوف", 1) == "per:dmitry-peskov");
  CHECK(linked(resolver(), doc, found, "الكرملين") == "org:kremlin");
}

TEST_CASE("resolver: the document says who bears a title, whatever the tables say", "[extract][who][arabic]") {
  const auto doc =
      parse("ar", {"وصل VERB 0 root\nالرئيس NOUN 1 nsubj\nالتركي ADJ 2 amod\nفلان PROPN 2 appos\nالعلاني PROPN 4 flat",
                   "قال VERB 0 root\nالرئيس NOUN 1 nsubj\nالتركي ADJ 2 amod", "غادر VERB 0 root\nالرئيس NOUN 1 nsubj"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  const std::string person = linked(resolver(), doc, found, "فلان");
  CHECK(person.starts_with("name:PER:"));
  CHECK(linked(resolver(), doc, found, "الرئيس", 0) == person);
  CHECK(linked(resolver(), doc, found, "الرئيس", 1) == person);
  CHECK(linked(resolver(), doc, found, "الرئيس", 2) == person);
}

TEST_CASE("resolver: nouns and adjectives compose actors", "[extract][who][arabic]") {
  const auto doc = parse(
      "ar",
      {"أعلنت VERB 0 root\nوزارة NOUN 1 nsubj\nالدفاع NOUN 2 nmod\nالروسية ADJ 2 amod",
       "تقدمت VERB 0 root\nقوات NOUN 1 nsubj\nالنظام NOUN 2 nmod\nالسوري ADJ 3 amod",
       "قال VERB 0 root\nالجانب NOUN 1 nsubj\nالتركي ADJ 2 amod", "رفضت VERB 0 root\nالمعارضة NOUN 1 nsubj\nالسورية ADJ 2 amod",
       "قتل VERB 0 root\nالجنود NOUN 1 obj\nالأتراك ADJ 2 amod", "قال VERB 0 root\nمسؤول NOUN 1 nsubj\nأميركي ADJ 2 amod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "وزارة") == "org:ministry-of-defence:russia");
  CHECK(linked(resolver(), doc, found, "قوات") == "org:armed-forces:syria");
  CHECK(linked(resolver(), doc, found, "النظام") == "org:regime:syria");
  CHECK(linked(resolver(), doc, found, "الجانب") == "gpe:turkey");
  CHECK(linked(resolver(), doc, found, "المعارضة") == "org:opposition:syria");
  CHECK(linked(resolver(), doc, found, "الجنود") == "org:armed-forces:turkey");
  CHECK(linked(resolver(), doc, found, "مسؤول") == "per:official:united-states");
}

TEST_CASE("resolver: composed actors have names in both languages", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"أعلنت VERB 0 root\nوزارة NOUN 1 nsubj\nالخارجية NOUN 2 nmod\nالمصرية ADJ 2 amod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  for (const auto& entity : found.entities) {
    if (entity.key.str() != "org:ministry-of-foreign-affairs:egypt") continue;
    CHECK(entity.name_ar == "وزارة الخارجية المصرية");
    CHECK(entity.name_en == "Egyptian Foreign Ministry");
    CHECK(entity.type == isnad::EntityType::kOrganisation);
    return;
  }
  FAIL("no such entity");
}

TEST_CASE("resolver: what stands before a place's name belongs to it", "[extract][who][arabic]") {
  const auto doc = parse(
      "ar", {"دخلت VERB 0 root\nمحافظة NOUN 1 obj\nإدلب PROPN 2 nmod", "سيطرت VERB 0 root\nعلى ADP 3 case\nالمحافظة NOUN 1 obl",
             "قصفت VERB 0 root\nمواقع NOUN 1 obj\nفي ADP 4 case\nشمال NOUN 2 nmod\nغربي NOUN 4 nmod\nسوريا PROPN 5 nmod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "محافظة") == "gpe:idlib");
  CHECK(linked(resolver(), doc, found, "المحافظة") == "gpe:idlib");
  CHECK(linked(resolver(), doc, found, "شمال") == "gpe:syria");
}

TEST_CASE("resolver: a capital that acts is its country, one that holds something is a city", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"اتهمت VERB 0 root\nموسكو PROPN 1 nsubj\nأنقرة PROPN 1 obj",
                                "وصل VERB 0 root\nالوفد NOUN 1 nsubj\nإلى ADP 4 case\nموسكو PROPN 1 obl",
                                "توتر NOUN 0 root\nبين ADP 3 case\nدمشق PROPN 1 nmod\nو CCONJ 5 cc\n+بيروت PROPN 3 conj"});
  // The lemma decides what a verb means; tests give forms.
  auto sentences = doc.sentences;
  sentences[0].words[0].lemma = "اتهم";
  const auto found = resolver().resolve(doc.document, sentences);
  CHECK(linked(resolver(), doc, found, "موسكو", 0) == "gpe:russia");
  CHECK(linked(resolver(), doc, found, "أنقرة") == "gpe:turkey");
  CHECK(linked(resolver(), doc, found, "موسكو", 1) == "gpe:moscow");
  CHECK(linked(resolver(), doc, found, "دمشق") == "gpe:syria");
  CHECK(linked(resolver(), doc, found, "بيروت") == "gpe:lebanon");
}

TEST_CASE("resolver: former and hostile names of a group are one entity", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"سيطرت VERB 0 root\nهيئة NOUN 1 nsubj\nتحرير NOUN 2 nmod\nالشام PROPN 3 nmod\n( PUNCT 6 "
                                "punct\nالنصرة PROPN 2 appos\nسابقا ADV 6 advmod",
                                "هاجم VERB 0 root\nداعش PROPN 1 nsubj\nتنظيم NOUN 1 obj\nالقاعدة PROPN 3 nmod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "هيئة") == "org:hayat-tahrir-sham");
  CHECK(linked(resolver(), doc, found, "النصرة") == "org:hayat-tahrir-sham");
  CHECK(linked(resolver(), doc, found, "داعش") == "org:islamic-state");
  CHECK(linked(resolver(), doc, found, "تنظيم") == "org:qaeda");
}

TEST_CASE("resolver: the country's name and its adjective are told apart by the tagger", "[extract][who][arabic]") {
  const auto doc =
      parse("ar", {"أعلنت VERB 0 root\nالسعودية PROPN 1 nsubj\nأن SCONJ 4 mark\nالحكومة NOUN 1 ccomp\nالسعودية ADJ 4 amod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "السعودية", 0) == "gpe:saudi-arabia");
  CHECK(linked(resolver(), doc, found, "الحكومة") == "gpe:saudi-arabia");
  CHECK(key_of(doc, found, "الحكومة السعودية") == "gpe:saudi-arabia");
}

TEST_CASE("resolver: unknown names are typed by what stands around them", "[extract][who][arabic]") {
  const auto doc =
      parse("ar", {"قال VERB 0 root\nاللواء NOUN 1 nsubj\nسمعان PROPN 2 appos\nالقرنفلي PROPN 3 flat",
                   "أضاف VERB 0 root\nالقرنفلي PROPN 1 nsubj", "دخل VERB 0 root\nبلدة NOUN 1 obj\nزنبقية PROPN 2 nmod",
                   "اتهم VERB 0 root\nحركة NOUN 1 obj\nياسمينة PROPN 2 nmod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  const std::string person = linked(resolver(), doc, found, "سمعان");
  CHECK(person.starts_with("name:PER:"));
  CHECK(linked(resolver(), doc, found, "اللواء") == person);
  CHECK(linked(resolver(), doc, found, "القرنفلي", 1) == person);
  CHECK(linked(resolver(), doc, found, "بلدة").starts_with("name:GPE:"));
  CHECK(linked(resolver(), doc, found, "حركة").starts_with("name:ORG:"));
}

TEST_CASE("resolver: a given name before a known surname makes somebody else", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"قالت VERB 0 root\nزهرة PROPN 1 nsubj\nأردوغان PROPN 2 flat"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "زهرة").starts_with("name:PER:"));
}

TEST_CASE("resolver: a clitic left on the word does not hide the name, one cut off wrongly neither", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"قال VERB 0 root\nوبيسكوف PROPN 1 nsubj", "قال VERB 0 root\nب ADP 3 case\n+وتين PROPN 1 obl"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(key_of(doc, found, "بيسكوف") == "per:dmitry-peskov");
  CHECK(key_of(doc, found, "بوتين") == "per:vladimir-putin");
}

TEST_CASE("resolver: two ministries with one noun", "[extract][who][arabic]") {
  const auto doc =
      parse("ar", {"اتهمت VERB 0 root\nوزارتا NOUN 1 nsubj\nالخارجية NOUN 2 nmod\nو CCONJ 5 cc\n+الدفاع NOUN 3 conj\n"
                   "في ADP 7 case\nروسيا PROPN 2 nmod\nتركيا PROPN 1 obj"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "وزارتا") == "org:ministry-of-foreign-affairs:russia");
  CHECK(linked(resolver(), doc, found, "الدفاع") == "org:ministry-of-defence:russia");
}

TEST_CASE("resolver: forces of a regime that is only called the regime", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"هدد VERB 0 root\nالنظام NOUN 1 obj\nالسوري ADJ 2 amod",
                                "تقدمت VERB 0 root\nقوات NOUN 1 nsubj\nالنظام NOUN 2 nmod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "قوات") == "org:armed-forces:syria");
  CHECK(linked(resolver(), doc, found, "النظام", 1) == "org:regime:syria");
}

TEST_CASE("resolver: a noun with another adjective is not the bare noun", "[extract][who][arabic]") {
  // The judicial system is no regime.
  const auto doc = parse("ar", {"هدد VERB 0 root\nالنظام NOUN 1 obj\nالإيراني ADJ 2 amod",
                                "انتقد VERB 0 root\nالنظام NOUN 1 obj\nالضريبي ADJ 2 amod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "النظام", 0) == "org:regime:iran");
  CHECK(linked(resolver(), doc, found, "النظام", 1).empty());
}

TEST_CASE("resolver: a repeated head noun means what was named with it", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"صوت VERB 0 root\nمجلس NOUN 1 nsubj\nالشيوخ NOUN 2 nmod\nالأميركي ADJ 2 amod",
                                "رفض VERB 0 root\nالمجلس NOUN 1 nsubj\nالقرار NOUN 1 obj"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "المجلس") == "org:senate:united-states");
  CHECK(linked(resolver(), doc, found, "القرار").empty());
}

TEST_CASE("resolver: counterparts hold the same post elsewhere", "[extract][who][arabic]") {
  const auto doc = parse(
      "ar", {"التقى VERB 0 root\nالرئيس NOUN 1 nsubj\nالفرنسي ADJ 2 amod\nنظير NOUN 1 obj\n+ه PRON 4 nmod\nالروسي ADJ 4 amod"},
      "2019-08-20");
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "الرئيس") == "per:emmanuel-macron");
  CHECK(linked(resolver(), doc, found, "نظير") == "per:vladimir-putin");
}

TEST_CASE("resolver: an owner's pronoun gives the army its country", "[extract][who][arabic]") {
  const auto doc = parse(
      "ar", {"أعلنت VERB 0 root\nإسرائيل PROPN 1 nsubj\nأن SCONJ 4 mark\nقوات NOUN 1 ccomp\n+ها PRON 4 nmod\nالجوية ADJ 4 amod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "قوات") == "org:air-force:israel");
}

TEST_CASE("resolver: institutions made of ordinary words have a name", "[extract][who][arabic]") {
  const auto doc = parse("ar", {"حذر VERB 0 root\nالمركز NOUN 1 nsubj\nالوطني ADJ 2 amod\nل ADP 5 case\n+الأعاصير NOUN 2 nmod",
                                "أضاف VERB 0 root\nالمركز NOUN 1 nsubj"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  const std::string centre = linked(resolver(), doc, found, "المركز", 0);
  CHECK(centre.starts_with("name:ORG:"));
  CHECK(linked(resolver(), doc, found, "المركز", 1) == centre);
}

TEST_CASE("resolver: a surname that the tagger takes for a word is still the person's", "[extract][who][arabic]") {
  const auto doc =
      parse("ar", {"قال VERB 0 root\nسمعان PROPN 1 nsubj\nالقرنفلي PROPN 2 flat", "غادر VERB 0 root\nالقرنفلي ADJ 1 nsubj"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "القرنفلي", 1) == linked(resolver(), doc, found, "سمعان"));
}

TEST_CASE("resolver: what a preposition brings into a name does not stand for it", "[extract][who][arabic]") {
  const auto doc =
      parse("ar", {"قصف VERB 0 root\nالتحالف NOUN 1 nsubj\nب ADP 4 case\n+قيادة NOUN 2 nmod\nالسعودية PROPN 4 nmod"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "التحالف") == "org:saudi-led-coalition");
  CHECK(linked(resolver(), doc, found, "السعودية") != "org:saudi-led-coalition");
}

TEST_CASE("resolver: quotation marks inside a name are no part of it", "[extract][who][arabic]") {
  const auto doc = parse(
      "ar",
      {"هاجم VERB 0 root\nتنظيم NOUN 1 nsubj\n\" PUNCT 4 punct\nالدولة NOUN 2 nmod\nالإسلامية ADJ 4 amod\n\" PUNCT 4 punct"});
  const auto found = resolver().resolve(doc.document, doc.sentences);
  CHECK(linked(resolver(), doc, found, "تنظيم") == "org:islamic-state");
  for (const auto& entity : found.entities) {
    for (const auto& alias : entity.aliases) CHECK((alias.mentions == 0 || alias.name.find('"') == std::string::npos));
  }
}
