#include "extract/corpus/date.h"

#include <catch2/catch.hpp>

namespace isnad::corpus {

TEST_CASE("date: the day as it is written, whatever the time and zone", "[extract][corpus]") {
  CHECK(iso_date("2020-02-13") == "2020-02-13");
  CHECK(iso_date("2018-02-18T21:35:43+04:00") == "2018-02-18");
  CHECK(iso_date(" 2018-02-18 21:35 ") == "2018-02-18");
  CHECK(iso_date("20200213T094000Z") == "2020-02-13");
  CHECK(iso_date("2020/2/3") == "2020-02-03");
  CHECK(iso_date("Thu, 13 Feb 2020 23:59:59 -0800") == "2020-02-13");
  CHECK(iso_date("February 3, 2020") == "2020-02-03");
  CHECK(iso_date("2 September 2020 at 10:15") == "2020-09-02");
  CHECK(iso_date("Sept. 2, 2020") == "2020-09-02");
  CHECK(iso_date("12 MAY 2020") == "2020-05-12");
  CHECK(iso_date("12-dec-2020") == "2020-12-12");
  CHECK(iso_date("الخميس 13 فبراير/شباط 2020") == "2020-02-13");
  CHECK(iso_date("3 كانون الثاني 2021") == "2021-01-03");
  CHECK(iso_date("20 جويلية 2017") == "2017-07-20");
  CHECK(iso_date("9 تشرين الأول, 2021") == "2021-10-09");
  CHECK(iso_date("2020-02-29") == "2020-02-29");
}

TEST_CASE("date: what is none gives nothing", "[extract][corpus]") {
  for (const char* text :
       {"", " ", "soon", "2020", "2020-02", "2019-02-29", "2020-13-01", "2020-00-10", "2020-02-2020", "0020-02-13", "1581580800",
        "2020-", "2020-02-", "Feb 2020", "31 Feb 2020", "99999999", "13 مارسيليا 2020", "فبراير 2020"})
    CHECK(iso_date(text) == std::nullopt);
}

TEST_CASE("date: the year last, where the order of day and month is sure", "[extract][corpus]") {
  for (const char* text : {"13/02/2020", "13/2/2020", "13-02-2020", "13.02.2020", "02/13/2020", "13/02/2020 10:15"})
    CHECK(iso_date(text) == "2020-02-13");
  CHECK(iso_date("05/05/2020") == "2020-05-05");
  CHECK(iso_date("5.5.2020") == "2020-05-05");
  for (const char* text : {"03/02/2020", "3-2-2020", "3.2.2020", "13/02-2020", "13/02/20", "13/02/20201", "013/02/2020",
                           "13/13/2020", "31/02/2020", "29/02/2019", "13/02", "13//2020", "/13/2020", "13 02 2020", "00/13/2020"})
    CHECK(iso_date(text) == std::nullopt);
}

TEST_CASE("date: a word that only starts like a month is none", "[extract][corpus]") {
  for (const char* text : {"Market 12 2020", "12 Marching 2020", "Decision 12 2020", "Janet 1 2020", "Octo 5 2020", "Ma 5 2020"})
    CHECK(iso_date(text) == std::nullopt);
  CHECK(iso_date("Market day, 12 March 2020") == "2020-03-12");
}

TEST_CASE("date: in names and addresses", "[extract][corpus]") {
  CHECK(leading_date("2020-02-13-headline.txt") == "2020-02-13");
  CHECK(leading_date("20200213.txt") == "2020-02-13");
  CHECK(leading_date("headline-2020-02-13.txt") == std::nullopt);
  CHECK(leading_date("202002131.txt") == std::nullopt);
  CHECK(date_in_url("https://a.example/news/2020/02/13/title") == "2020-02-13");
  CHECK(date_in_url("https://a.example/2020-02-13-title.html") == "2020-02-13");
  CHECK(date_in_url("https://a.example/20200213/1") == std::nullopt);
  CHECK(date_in_url("https://a.example/news/4821") == std::nullopt);
}

}  // namespace isnad::corpus
