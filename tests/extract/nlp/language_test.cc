#include "extract/nlp/language.h"

#include <catch2/catch.hpp>
#include <string>

namespace isnad::nlp {
namespace {

TEST_CASE("language: the script of most words decides", "[extract][nlp]") {
  CHECK(document_language("قال الرئيس إن CNN نشرت الخبر") == Language::kArabic);
  CHECK(document_language("The paper إيلاف said that the talks had failed.") == Language::kEnglish);
  CHECK(document_language("12 % + 5") == Language::kEnglish);
  CHECK(document_language("") == Language::kEnglish);
}

TEST_CASE("language: links count for neither script", "[extract][nlp]") {
  CHECK(document_language("المزيد https://www.example.com/a/long/path/with/many/words/in/it") == Language::kArabic);
  CHECK(count_scripts("http://a.b/c").latin == 0);
}

TEST_CASE("language: a part without a clear script has that of its document", "[extract][nlp]") {
  CHECK(part_language("2018 - 12", Language::kArabic) == Language::kArabic);
  CHECK(part_language("موسكو Moscow", Language::kArabic) == Language::kArabic);
  CHECK(part_language("موسكو Moscow", Language::kEnglish) == Language::kEnglish);
  CHECK(part_language("The talks failed", Language::kArabic) == Language::kEnglish);
  CHECK(part_language("فشلت المحادثات", Language::kEnglish) == Language::kArabic);
}

TEST_CASE("language: vowel signs do not make one word into several", "[extract][nlp]") {
  CHECK(count_scripts("مُحَمَّد").arabic == 1);
}

}  // namespace
}  // namespace isnad::nlp
