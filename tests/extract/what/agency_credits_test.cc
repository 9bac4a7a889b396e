#include "extract/what/agency_credits.h"

#include <catch2/catch.hpp>
#include <string>

namespace {

std::string credited(const std::string& text) {
  static const isnad::what::AgencyCredits credits;
  isnad::Document document;
  document.text = text;
  return std::string(credits.of(document));
}

const std::string kBody = "وصل الوفد إلى العاصمة مساء أمس وأجرى محادثات مع الوزير حول فتح الطريق.\n";

}  // namespace

TEST_CASE("agencies: a dateline credits, with a dash or in brackets", "[extract][what][agencies]") {
  CHECK(credited("القاهرة - رويترز: " + kBody) == "Reuters");
  CHECK(credited("الوفد يصل\nدبي - أ ف ب - " + kBody) == "AFP");
  CHECK(credited("OSLO (Reuters) - The delegation arrived.") == "Reuters");
  CHECK(credited("أوسلو (أ.ف.ب) " + kBody) == "AFP");
}

TEST_CASE("agencies: a source line or the last line credits", "[extract][what][agencies]") {
  CHECK(credited(kBody + "المصدر: وكالة سانا") == "SANA");
  CHECK(credited(kBody + "رويترز") == "Reuters");
  CHECK(credited("The delegation arrived.\nSource: AP, staff\n") == "Associated Press");
  CHECK(credited(kBody + "(أ ف ب)\n") == "AFP");
}

TEST_CASE("agencies: a report that quotes an agency is the outlet's own", "[extract][what][agencies]") {
  CHECK(credited("ونقلت رويترز عن مصدر قوله إن الوفد وصل.\n" + kBody).empty());
  CHECK(credited("The delegation arrived, according to Reuters.").empty());
  CHECK(credited("The delegation left on Monday - Reuters said it was late - for Oslo.").empty());
  CHECK(credited("وقالت وكالة الأنباء (وفا) إن الوفد وصل.\n" + kBody).empty());
  CHECK(credited(kBody + "وأكدت ذلك وكالة الأنباء السورية (سانا) في بيان لها مساء اليوم.").empty());
  CHECK(credited(kBody + kBody).empty());
  CHECK(credited("").empty());
}

TEST_CASE("agencies: far inside a long text a name is no credit", "[extract][what][agencies]") {
  std::string text;
  for (int i = 0; i < 20; ++i) text += kBody;
  text += "(Reuters)";
  for (int i = 0; i < 20; ++i) text += kBody;
  CHECK(credited(text).empty());
}
