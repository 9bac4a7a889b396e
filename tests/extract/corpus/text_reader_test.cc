#include <catch2/catch.hpp>

#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

using namespace std::string_literals;
using Complaints = std::vector<std::string>;

TEST_CASE("text: the first line before a blank line is the headline and stays in the text", "[extract][corpus]") {
  const Read got = read_one("2020-02-13-idlib.txt", "عنوان الخبر\n\nقال الوزير. وأضاف.\n");
  REQUIRE(got.documents.size() == 1);
  const Document& document = got.documents[0];
  CHECK(document.title == "عنوان الخبر");
  CHECK(document.text == "عنوان الخبر\n\nقال الوزير. وأضاف.\n");
  CHECK(document.published == "2020-02-13");
  CHECK(document.id.str().size() == 16);
  CHECK(document.url.empty());
  CHECK(document.sentences.empty());
  CHECK(document.line == 0);
  CHECK(got.complaints.empty());
}

TEST_CASE("text: without a blank line there is no headline, without a date in the name no date", "[extract][corpus]") {
  const Read got = read_one("12-idlib.txt", "One.\nTwo.");
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].title.empty());
  CHECK(got.documents[0].published.empty());
}

TEST_CASE("text: the id depends on the text and the date, not on the path", "[extract][corpus]") {
  const std::string id = read_one("a.txt", "Same text.").documents.at(0).id.str();
  CHECK(read_one("b/c.txt", "Same text.").documents.at(0).id.str() == id);
  const std::string dated = read_one("2020-01-01.txt", "Same text.").documents.at(0).id.str();
  CHECK(dated != id);
  CHECK(read_one("b/2020-01-01-headline.txt", "Same text.").documents.at(0).id.str() == dated);
  CHECK(read_one("a.txt", "Other text.").documents.at(0).id.str() != id);
}

TEST_CASE("text: byte order mark and line ends of other systems", "[extract][corpus]") {
  const Read got = read_one("a.txt", "\xEF\xBB\xBFTitle\r\n\r\nOne.\rTwo.\r\n");
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == "Title\n\nOne.\nTwo.\n");
  CHECK(got.documents[0].title == "Title");
}

TEST_CASE("text: what is no text is reported with its line and passed over", "[extract][corpus]") {
  CHECK(read_one("a.txt", "").complaints == Complaints{"0: empty"});
  CHECK(read_one("a.txt", " \n\t\n").complaints == Complaints{"0: empty"});
  CHECK(read_one("a.txt", "One.\nTwo \xC7\xE1.").complaints == Complaints{"2: not valid UTF-8 at byte 9 (0xC7)"});
  CHECK(read_one("a.txt", "One.\nT\0wo"s).complaints == Complaints{"2: NUL at byte 6: not a text"});
  CHECK(read_one("a.txt", "One.\nTwo \xC7\xE1.").documents.empty());
}

TEST_CASE("text: an article past the limit is reported", "[extract][corpus]") {
  constexpr std::size_t kMost = std::size_t{4} << 20U;
  CHECK(read_one("a.txt", std::string(kMost, 'x')).documents.size() == 1);
  CHECK(read_one("a.txt", std::string(kMost + 1, 'x')).complaints ==
        Complaints{"0: a text of 4194305 bytes: more than 4 MiB are not analysed as one article"});
  CHECK(read_one("a.txt", std::string((std::size_t{64} << 20U) + 1, 'x')).complaints == Complaints{"0: longer than 64 MiB"});
}

}  // namespace isnad::corpus
