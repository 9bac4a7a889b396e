#include "graph/render/words.h"

#include <catch2/catch.hpp>

using isnad::render::Words;

TEST_CASE("words: denied labels are grammatical", "[graph][render]") {
  const Words english("en");
  CHECK(english.denied("controls") == "does not control");
  CHECK(english.denied("accuses") == "does not accuse");
  CHECK(english.denied("denies") == "does not deny");
  CHECK(english.denied("reaches a deal with") == "does not reach a deal with");
  CHECK(english.denied("is spokesman of") == "is not spokesman of");
  CHECK(english.denied("has") == "does not have");
  CHECK(english.denied("member of") == "not member of");
  const Words arabic("ar");
  CHECK(arabic.denied("يسيطر على") == "لا يسيطر على");
  CHECK(arabic.denied("المتحدث باسم") == "نفي: المتحدث باسم");
}

TEST_CASE("words: dates as people write them", "[graph][render]") {
  CHECK(Words("en").date("2020-02-03") == "3 February 2020");
  CHECK(Words("ar").date("2020-02-13") == "13 فبراير 2020");
  CHECK(Words("en").date("2020-12") == "December 2020");
  CHECK(Words("en").date("2020") == "2020");
  CHECK(Words("en").date("2020-99-99") == "2020-99-99");
  CHECK(Words("en").date("").empty());
  CHECK(Words("en").period("2020-02-12", "2020-02-14") == "12–14 February 2020");
  CHECK(Words("en").period("2020-02-12", "2020-03-01") == "12 February 2020 – 1 March 2020");
  CHECK(Words("en").period("2020-02-12", "2020-02-12") == "12 February 2020");
  CHECK(Words("en").period("2020", "2020-02-12") == "2020 – 12 February 2020");
}

TEST_CASE("words: Arabic numbers agree with what they count", "[graph][render]") {
  const Words arabic("ar");
  CHECK(arabic.documents(1) == "مقال واحد");
  CHECK(arabic.documents(2) == "مقالان");
  CHECK(arabic.documents(3) == "3 مقالات");
  CHECK(arabic.documents(11) == "11 مقالا");
  CHECK(arabic.documents(103) == "103 مقالات");
  CHECK(Words("en").documents(1) == "1 article");
  CHECK(Words("en").documents(2) == "2 articles");
}
