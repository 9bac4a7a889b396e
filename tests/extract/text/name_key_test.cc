#include "extract/text/name_key.h"

#include <catch2/catch.hpp>

namespace isnad::text {
namespace {

TEST_CASE("name_key: the usual spellings of a name share a key", "[extract][text]") {
  CHECK(name_key("أردوغان") == name_key("اردوغان"));
  CHECK(name_key("إردوغان") == name_key("اردوغان"));
  CHECK(name_key("حي الراشدين") == name_key("حى الراشدين"));
  CHECK(name_key("حماة") == name_key("حماه"));
  CHECK(name_key("السعودية") == name_key("سعودية"));
  CHECK(name_key("الأمم المتحدة") == name_key("أمم متحدة"));
  CHECK(name_key("رئيس الوزراء") == name_key("رييس الوزرا"));
  CHECK(name_key("مـــوسكو") == name_key("مُوسْكو"));
  CHECK(name_key("\u200Fموسكو\u200E") == name_key("موسكو"));
  CHECK(name_key("ﻣﻮﺳﻜﻮ") == name_key("موسكو"));
  CHECK(name_key("آل سعود") == name_key("ال سعود"));
  CHECK(name_key("٢٠١٨") == "2018");
  CHECK(name_key("\"حزب الله\"") == name_key("حزب الله"));
}

TEST_CASE("name_key: English case, accents, article and points do not count", "[extract][text]") {
  CHECK(name_key("The United States") == "united states");
  CHECK(name_key("U.S.") == "us");
  CHECK(name_key("Bashar al-Assad") == "bashar al assad");
  CHECK(name_key("Erdoğan") == name_key("ERDOGAN"));
  CHECK(name_key("  L’Oréal  ") == "loreal");
  CHECK(name_key("AT&T") == "at t");
}

TEST_CASE("name_key: different names keep different keys", "[extract][text]") {
  CHECK(name_key("سوريا") != name_key("روسيا"));
  CHECK(name_key("Iran") != name_key("Iraq"));
}

TEST_CASE("name_key: nothing without a letter or digit, and never nothing with one", "[extract][text]") {
  CHECK(name_key("").empty());
  CHECK(name_key("\"--\" ،").empty());
  CHECK(name_key("The The") == "the the");
  CHECK(name_key("ال") == "ال");
}

TEST_CASE("name_key: a key is its own key unless an article stands at its front", "[extract][text]") {
  for (const char* name : {"رجب طيب أردوغان", "Recep Tayyip Erdoğan", "F-16", "هيئة تحرير الشام"}) {
    CHECK(name_key(name_key(name)) == name_key(name));
  }
}

}  // namespace
}  // namespace isnad::text
