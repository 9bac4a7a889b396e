#include "extract/nlp/sentence_splitter.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "extract/nlp/document_splitter.h"

namespace isnad::nlp {
namespace {

using Sentences = std::vector<std::string>;

Sentences split(const std::string& text) {
  static const WordTables kTables = WordTables::load();
  Document document;
  document.text = text;
  Sentences out;
  for (const RawSentence& sentence : DocumentSplitter(kTables).split(document)) out.emplace_back(sentence.span.of(document.text));
  return out;
}

TEST_CASE("sentences: marks end them, closing quotes go with them", "[extract][nlp]") {
  CHECK(split("وصل الرئيس إلى دمشق. وقال: \"لن نتراجع أبدا.\" هل وافقوا؟ نعم وافقوا!") ==
        Sentences{"وصل الرئيس إلى دمشق.", "وقال: \"لن نتراجع أبدا.\"", "هل وافقوا؟", "نعم وافقوا!"});
  CHECK(split("He said: “We will stay.” They left (at last).") == Sentences{"He said: “We will stay.”", "They left (at last)."});
}

TEST_CASE("sentences: whoever asks a quoted question belongs to it", "[extract][nlp]") {
  CHECK(split("\"هل تعود؟\" سأل الصحفي. «لن أعود!» صاح الوزير.") ==
        Sentences{"\"هل تعود؟\" سأل الصحفي.", "«لن أعود!» صاح الوزير."});
  CHECK(split("هل تعود؟ سأل الصحفي.") == Sentences{"هل تعود؟", "سأل الصحفي."});
  CHECK(split("وسألوا: \"هل تعود؟\" وغادروا.") == Sentences{"وسألوا: \"هل تعود؟\"", "وغادروا."});
}

TEST_CASE("sentences: a line break ends them", "[extract][nlp]") {
  CHECK(split("نار تصل إلى الحدود\n\nوصل الوفد أمس") == Sentences{"نار تصل إلى الحدود", "وصل الوفد أمس"});
  CHECK(split("Headline here\r\nBody here.") == Sentences{"Headline here", "Body here."});
}

TEST_CASE("sentences: a hard-wrapped text is no pile of fragments", "[extract][nlp]") {
  CHECK(split("The ministry said on Monday that the road to the border would stay\n"
              "closed until the end of the month. Drivers who had waited for days\n"
              "turned back in the afternoon, and a convoy of lorries with medicine\n"
              "was sent by sea.\n\nThe port is open.") ==
        Sentences{"The ministry said on Monday that the road to the border would stay\nclosed until the end of the month.",
                  "Drivers who had waited for days\nturned back in the afternoon, and a convoy of lorries with medicine\nwas "
                  "sent by sea.",
                  "The port is open."});
}

TEST_CASE("sentences: a dateline is one of its own", "[extract][nlp]") {
  CHECK(split("بيروت (رويترز) - وصل الوفد أمس.") == Sentences{"بيروت (رويترز) -", "وصل الوفد أمس."});
  CHECK(split("دبي، الإمارات العربية المتحدة (CNN)-- وصل الوفد.") ==
        Sentences{"دبي، الإمارات العربية المتحدة (CNN)--", "وصل الوفد."});
  CHECK(split("دمشق – سانا: وصل الوفد.") == Sentences{"دمشق – سانا:", "وصل الوفد."});
  CHECK(split("(CNN) -- وصل الوفد.") == Sentences{"(CNN) --", "وصل الوفد."});
  CHECK(split("(أ.ف.ب) - وصل الوفد.") == Sentences{"(أ.ف.ب) -", "وصل الوفد."});
  CHECK(split("رويترز - وصل الوفد.") == Sentences{"رويترز -", "وصل الوفد."});
  CHECK(split("BEIRUT, Lebanon (AP) — The delegation arrived.") ==
        Sentences{"BEIRUT, Lebanon (AP) —", "The delegation arrived."});
  CHECK(split("NEW YORK -- The delegation arrived.") == Sentences{"NEW YORK --", "The delegation arrived."});
}

TEST_CASE("sentences: what only looks like a dateline stays with its sentence", "[extract][nlp]") {
  for (const char* text :
       {"الرئيس السوري - الذي وصل أمس - غادر.", "حزب العمال (المحظور) أعلن الهدنة.", "EU-US talks ended.",
        "The group (Reuters reported) left.", "Talks – the third this year – ended.", "(سري للغاية) - وثيقة مسربة", "وفا -"}) {
    INFO(text);
    CHECK(split(text) == Sentences{text});
  }
}

TEST_CASE("sentences: a scraper's full stop and comma are a border, and the comma is nobody's", "[extract][nlp]") {
  CHECK(split("وصل الوفد أمس., وقال الوزير نعم\"., إلى ذلك رأى آخرون. , بالتزامن وصلت تعزيزات") ==
        Sentences{"وصل الوفد أمس.", "وقال الوزير نعم\".", "إلى ذلك رأى آخرون.", "بالتزامن وصلت تعزيزات"});
}

TEST_CASE("sentences: a missing space after the full stop", "[extract][nlp]") {
  CHECK(split("تنفذ هجمات ضد المنشآت\".وأبرمت موسكو اتفاقا") == Sentences{"تنفذ هجمات ضد المنشآت\".", "وأبرمت موسكو اتفاقا"});
  CHECK(split("The talks failed.They will resume.") == Sentences{"The talks failed.", "They will resume."});
}

TEST_CASE("sentences: abbreviations, initials, numbers and links end none", "[extract][nlp]") {
  CHECK(split("التقى د. أحمد علي مع أ. د. سامي حسن في القاهرة أمس.").size() == 1);
  CHECK(split("بلغت النسبة 3.5 في المئة حسب موقع www.example.com الإخباري.").size() == 1);
  CHECK(split("Mr. Smith met Gen. J. Doe of Acme Inc. at 5 a.m. on Jan. 5 in the U.S. capital.").size() == 1);
  CHECK(split("See www.example.com. It is free.") == Sentences{"See www.example.com.", "It is free."});
}

TEST_CASE("sentences: names of Latin letters with full stops are one abbreviation", "[extract][nlp]") {
  CHECK(split("عرضت هيئة بي. بي. سي الفيلم أمس. وقالت قناة سي بي إس. إن العرض نجح.").size() == 3);
}

TEST_CASE("sentences: full stops of abbreviations without a space, and with one before", "[extract][nlp]") {
  CHECK(split("ونقلت (سي.إن.إن) عن قناة \"أن.تي.في\" الروسية قولها ذلك.").size() == 1);
  CHECK(split("وأوضح د . جمعة حسن أن ذلك جائز.").size() == 1);
  CHECK(split("قال أتدرون . . ما الغيبة؟").size() == 1);
}

TEST_CASE("sentences: an abbreviation may close one", "[extract][nlp]") {
  CHECK(split("He lives in the U.S. He works there.") == Sentences{"He lives in the U.S.", "He works there."});
  CHECK(split("They met at 5 p.m. The talks failed.") == Sentences{"They met at 5 p.m.", "The talks failed."});
}

TEST_CASE("sentences: two full stops end a clause, not a headline's topic", "[extract][nlp]") {
  CHECK(split("نار المدينة تصل تركيا.. موسكو تتهم أنقرة") == Sentences{"نار المدينة تصل تركيا..", "موسكو تتهم أنقرة"});
  CHECK(split("صنعاء.. انتزاع مواقع من الحوثيين") == Sentences{"صنعاء.. انتزاع مواقع من الحوثيين"});
}

TEST_CASE("sentences: an ellipsis goes on before a small letter", "[extract][nlp]") {
  CHECK(split("He waited... and left. Then... Nobody came.").front() == "He waited... and left.");
}

TEST_CASE("sentences: a caption that says the same twice is kept once", "[extract][nlp]") {
  CHECK(split("تعزيزات عسكرية إلى المدينة تعزيزات عسكرية إلى المدينة\nنص آخر") ==
        Sentences{"تعزيزات عسكرية إلى المدينة", "نص آخر"});
  CHECK(split("لا لا") == Sentences{"لا لا"});
}

TEST_CASE("sentences: what sites add around articles is no sentence", "[extract][nlp]") {
  CHECK(split("وصل الوفد.\nاشترك فى النشرة البريدية لتحصل على اهم الاخبار\nتابعنا على مواقع التواصل الاجتماعى") ==
        Sentences{"وصل الوفد."});
  CHECK(split("They left.\nRead more: the full story\nFollow us on Twitter") == Sentences{"They left."});
  CHECK(split("Follow the money, he said.").size() == 1);
}

TEST_CASE("sentences: one without end is cut at a comma", "[extract][nlp]") {
  std::string text;
  for (int k = 0; k < 500; ++k) text += k % 20 == 19 ? "كلمة، " : "كلمة ";
  const Sentences sentences = split(text);
  REQUIRE(sentences.size() > 1);
  CHECK(sentences.front().ends_with("،"));
}

}  // namespace
}  // namespace isnad::nlp
