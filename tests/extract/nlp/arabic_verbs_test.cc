#include "extract/nlp/arabic_verbs.h"

#include <catch2/catch.hpp>
#include <string>
#include <utility>
#include <vector>

using isnad::conllu::Sentence;
using isnad::conllu::Word;
using isnad::nlp::ArabicVerbs;

namespace {

const ArabicVerbs& verbs() {
  static const ArabicVerbs loaded = ArabicVerbs::load();
  return loaded;
}

Word word(std::string form, std::string lemma, std::string upos, int head, std::string deprel, std::string feats = "") {
  Word out;
  out.form = std::move(form);
  out.lemma = std::move(lemma);
  out.upos = std::move(upos);
  out.head = head;
  out.deprel = std::move(deprel);
  out.feats = std::move(feats);
  return out;
}

Sentence mended(std::vector<Word> words) {
  Sentence out;
  out.lang = "ar";
  out.words = std::move(words);
  verbs().apply(out);
  return out;
}

std::string lemma(const std::string& form, const std::string& guess, const std::string& feats) {
  return mended({word(form, guess, "VERB", 0, "root", feats)}).word(1).lemma;
}

}  // namespace

TEST_CASE("a lemma that is no verb becomes the verb that the form leads to") {
  CHECK(lemma("يتجه", "تجه", "Aspect=Imp") == "اتجه");
  CHECK(lemma("يصيب", "صيب", "Aspect=Imp") == "أصاب");
  CHECK(lemma("استدعت", "استدع", "Aspect=Perf") == "استدعى");
  CHECK(lemma("رأت", "رأ", "Aspect=Perf") == "رأى");
  CHECK(lemma("يرون", "ر", "Aspect=Imp") == "رأى");
  CHECK(lemma("لقوا", "لق", "Aspect=Perf") == "لقي");
  CHECK(lemma("نؤكد", "نؤكد", "Aspect=Imp") == "أكد");
}

TEST_CASE("a known lemma and a form that leads nowhere stay") {
  CHECK(lemma("يقدم", "قدم", "Aspect=Imp") == "قدم");
  CHECK(lemma("يبقبق", "بقبق", "Aspect=Imp") == "بقبق");
}

TEST_CASE("spelling that only the passive has marks it and gives the active's lemma") {
  for (const auto& [form, active] :
       {std::pair{"بيعت", "باع"}, {"قيل", "قال"}, {"أقيل", "أقال"}, {"شوهد", "شاهد"}, {"أنشئت", "أنشأ"}, {"ألغيت", "ألغى"}}) {
    const Sentence out =
        mended({word(form, "x", "VERB", 0, "root", "Aspect=Perf|Voice=Act"), word("لوحة", "لوحة", "NOUN", 1, "nsubj")});
    CAPTURE(form);
    CHECK(out.word(1).lemma == active);
    CHECK(out.word(1).feats == "Aspect=Perf|Voice=Pass");
    CHECK(out.word(2).deprel == "nsubj:pass");
  }
  CHECK(mended({word("قُتل", "قتل", "VERB", 0, "root", "Aspect=Perf")}).word(1).feats == "Aspect=Perf|Voice=Pass");
  CHECK(mended({word("قُلت", "قال", "VERB", 0, "root", "Aspect=Perf|Person=1")}).word(1).feats == "Aspect=Perf|Person=1");
  CHECK(mended({word("يدان", "دان", "VERB", 0, "root", "Aspect=Imp")}).word(1).feats == "Aspect=Imp|Voice=Pass");
}

TEST_CASE("an unvocalised verb is passive with a patient alone, active with an object or another subject") {
  const Word killed = word("قتل", "قتل", "VERB", 0, "root", "Aspect=Perf|Voice=Act");
  CHECK(mended({killed, word("جنديان", "جندي", "NOUN", 1, "nsubj")}).word(2).deprel == "nsubj:pass");
  CHECK(mended({killed, word("جندي", "جندي", "NOUN", 1, "nsubj"), word("رجلا", "رجل", "NOUN", 1, "obj")}).word(2).deprel ==
        "nsubj");
  CHECK(mended({killed, word("الجيش", "جيش", "NOUN", 1, "nsubj")}).word(2).deprel == "nsubj");
  const Word held = word("عقد", "عقد", "VERB", 0, "root", "Aspect=Perf");
  CHECK(mended({held, word("اجتماع", "اجتماع", "NOUN", 1, "nsubj")}).word(2).deprel == "nsubj:pass");
  CHECK(mended({held, word("الوزير", "وزير", "NOUN", 1, "nsubj")}).word(2).deprel == "nsubj");
}

TEST_CASE("active verbs that look like passives stay active") {
  for (const char* form : {"انتهيا", "بقيت", "سيطر", "نسي", "سئموا"}) {
    CAPTURE(form);
    CHECK(mended({word(form, "x", "VERB", 0, "root", "Aspect=Perf"), word("رجل", "رجل", "NOUN", 1, "nsubj")}).word(2).deprel ==
          "nsubj");
  }
  for (const char* form : {"يكاد", "ينال", "يلقى", "يتلقى"}) {
    CAPTURE(form);
    CHECK(mended({word(form, "x", "VERB", 0, "root", "Aspect=Imp"), word("رجل", "رجل", "NOUN", 1, "nsubj")}).word(2).deprel ==
          "nsubj");
  }
}

TEST_CASE("the network's passive stands unless its tree speaks against it") {
  const Word told = word("عرض", "عرض", "VERB", 0, "root", "Aspect=Perf|Voice=Pass");
  const Sentence passive = mended({told, word("أمس", "أمس", "NOUN", 1, "obl"), word("مقترح", "مقترح", "NOUN", 1, "nsubj")});
  CHECK(passive.word(1).feats == "Aspect=Perf|Voice=Pass");
  CHECK(passive.word(3).deprel == "nsubj:pass");
  const Sentence active = mended({told, word("الوزير", "وزير", "NOUN", 1, "nsubj"), word("مقترحا", "مقترح", "NOUN", 1, "obj")});
  CHECK(active.word(1).feats == "Aspect=Perf|Voice=Act");
  CHECK(active.word(2).deprel == "nsubj");
  // What is given is the object of a passive.
  const Word granted = word("منح", "منح", "VERB", 0, "root", "Aspect=Perf|Voice=Pass");
  const Sentence given =
      mended({granted, word("الوزير", "وزير", "NOUN", 1, "nsubj:pass"), word("وساما", "وسام", "NOUN", 1, "obj")});
  CHECK(given.word(1).feats == "Aspect=Perf|Voice=Pass");
  const Word spread = word("توزعت", "توزع", "VERB", 0, "root", "Aspect=Perf|Voice=Pass");
  CHECK(mended({spread, word("القرى", "قرية", "NOUN", 1, "nsubj:pass")}).word(2).deprel == "nsubj");
}

TEST_CASE("an active verb has no passive subject") {
  const Sentence out = mended({word("حضر", "حضر", "VERB", 0, "root", "Aspect=Perf|Voice=Act"),
                               word("الوزير", "وزير", "NOUN", 1, "nsubj:pass"), word("الحفل", "حفل", "NOUN", 1, "obj")});
  CHECK(out.word(2).deprel == "nsubj");
}
