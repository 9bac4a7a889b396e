#include "extract/claims/fold.h"

#include <catch2/catch.hpp>

using namespace isnad::claims;

TEST_CASE("fold: one key for the usual spellings", "[extract][claims]") {
  CHECK(fold("أَعلَنَ") == fold("اعلن"));
  CHECK(fold("إلى") == fold("الي"));
  CHECK(fold("مسؤول") == fold("مسوول"));
  CHECK(fold("هيئة") == fold("هييه"));
  CHECK(fold("N’T") == "n't");
  CHECK(fold("قتل") != fold("قاتل"));
}

TEST_CASE("fold: the article comes off unless too little would be left", "[extract][claims]") {
  CHECK(without_article("الرييس") == "رييس");
  CHECK(without_article("الب") == "الب");
  CHECK(without_article("قال") == "قال");
}
