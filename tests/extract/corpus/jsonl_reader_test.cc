#include <catch2/catch.hpp>
#include <set>

#include "extract/corpus/corpus_reader.h"
#include "graph/model/error.h"
#include "tests/extract/corpus/temporary_folder.h"

namespace isnad::corpus {

using namespace std::string_literals;
using Complaints = std::vector<std::string>;

namespace {

Complaints complaints(std::string_view line) {
  const Read got = read_one("a.jsonl", line);
  CHECK(got.documents.empty());
  return got.complaints;
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string out;
  for (std::size_t k = 0; k < times; ++k) out += piece;
  return out;
}

}  // namespace

TEST_CASE("jsonl: all fields, with a headline that the text does not repeat", "[extract][corpus]") {
  const Read got = read_one(
      "a.jsonl", R"({"id":"x-1","title":"عنوان","date":"2018-02-18T21:35:43+04:00","source":"BBC","url":"https://a.example/1",)"
                 R"("lang":"ar-EG","text":"قال الوزير.","more":{"deep":[1,{"text":"no"}]}})"
                 "\n");
  REQUIRE(got.documents.size() == 1);
  const Document& document = got.documents[0];
  CHECK(document.id.str() == "x-1");
  CHECK(document.title == "عنوان");
  CHECK(document.published == "2018-02-18");
  CHECK(document.source == "BBC");
  CHECK(document.url == "https://a.example/1");
  CHECK(document.lang == "ar");
  CHECK(document.text == "عنوان\n\nقال الوزير.");
  CHECK(document.line == 1);
  CHECK(got.complaints.empty());
}

TEST_CASE("jsonl: a headline that the text starts with is not doubled", "[extract][corpus]") {
  const Read got = read_one("a.jsonl", R"({"title":"A title","text":"A title\nand more."})");
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == "A title\nand more.");
}

TEST_CASE("jsonl: sentences are taken as they are", "[extract][corpus]") {
  const Read got = read_one(
      "a.jsonl",
      R"({"id":"d","title":"T","text":"not this","sentences":[{"id":"d#a","text":" One. "},{"text":"Two\nlines."},{"text":" "},"ثلاثة"]})");
  REQUIRE(got.documents.size() == 1);
  const Document& document = got.documents[0];
  CHECK(document.title == "T");
  CHECK(document.text == " One. \nTwo\nlines.\nثلاثة");
  REQUIRE(document.sentences.size() == 3);
  CHECK(document.sentences[0].span.of(document.text) == " One. ");
  CHECK(document.sentences[1].span.of(document.text) == "Two\nlines.");
  CHECK(document.sentences[2].span.of(document.text) == "ثلاثة");
  CHECK(document.sentences[0].id == "d#a");
  CHECK(document.sentences[1].id == "d#1");
  CHECK(document.sentences[2].id == "d#2");
}

TEST_CASE("jsonl: the id is the corpus' own, else the URL, else a hash", "[extract][corpus]") {
  const Read got = read_one("a.jsonl",
                            "{\"id\":7,\"url\":\"https://a.example/1\",\"text\":\"x\"}\n"
                            "{\"id\":\"\",\"url\":\"https://a.example/1\",\"text\":\"x\"}\n"
                            "{\"id\":null,\"text\":\"x\"}\n"
                            "{\"id\":\"two\\nlines\",\"text\":\"x\"}\n");
  REQUIRE(got.documents.size() == 4);
  CHECK(got.documents[0].id.str() == "7");
  CHECK(got.documents[1].id.str() == "https://a.example/1");
  CHECK(got.documents[2].id.str() == "296d182f994dc843");  // XXH64 of "0:0:x", seed 0
  CHECK(got.documents[3].id.str().size() == 16);
  CHECK(got.documents[3].id != got.documents[2].id);
}

TEST_CASE("jsonl: a bad line is reported with its number, the others are read", "[extract][corpus]") {
  const Read got = read_one("a.ndjson", "{\"text\":\"one\"}\r\n\n{\"text\":\n{\"text\":\"two\"}");
  REQUIRE(got.documents.size() == 2);
  CHECK(got.documents[0].line == 1);
  CHECK(got.documents[1].line == 4);
  REQUIRE(got.complaints.size() == 1);
  CHECK(got.complaints[0].starts_with("3: broken JSON at byte"));
}

TEST_CASE("jsonl: each fault has its own words", "[extract][corpus]") {
  CHECK(complaints("") == Complaints{"0: empty"});
  CHECK(complaints(R"({"title":"x"})") == Complaints{R"(1: no "text" and no "sentences" with words in them)"});
  CHECK(complaints(R"({"text":" ","title":"x"})") == Complaints{R"(1: no "text" and no "sentences" with words in them)"});
  CHECK(complaints(R"({"sentences":[]})") == Complaints{R"(1: no "text" and no "sentences" with words in them)"});
  CHECK(complaints(R"({"text":["x"]})") == Complaints{R"(1: "text" is not a string)"});
  CHECK(complaints(R"({"text":{"a":1}})") == Complaints{R"(1: "text" is not a string)"});
  CHECK(complaints(R"({"text":5})") == Complaints{R"(1: "text" is not a string)"});
  CHECK(complaints(R"({"text":true})") == Complaints{R"(1: "text" is not a string)"});
  CHECK(complaints(R"({"sentences":"x"})") == Complaints{R"(1: "sentences" is not a list)"});
  CHECK(complaints(R"({"sentences":{"text":"x"}})") == Complaints{R"(1: "sentences" is not a list)"});
  CHECK(complaints(R"({"sentences":[5]})") == Complaints{R"(1: "sentences" holds something that is no sentence)"});
  CHECK(complaints(R"({"sentences":[["x"]]})") == Complaints{R"(1: "sentences" holds something that is no sentence)"});
  CHECK(complaints(R"({"sentences":[{"text":5}]})") == Complaints{R"(1: "text" is not a string)"});
  CHECK(complaints(R"([{"text":"x"}])") == Complaints{"1: a JSON list where one object is expected"});
  CHECK(complaints(R"("text")") == Complaints{"1: no JSON object"});
  CHECK(complaints("{\"text\":\"\xFF\"}") == Complaints{"1: not valid UTF-8 at byte 9 (0xFF)"});
  CHECK(complaints("{\"text\":\"x\0\"}"s) == Complaints{"1: NUL at byte 10: not a text"});
  CHECK(complaints(R"({"text":"x"} y)").at(0).starts_with("1: broken JSON at byte 14"));
  CHECK(complaints(R"({"text":"\ud800"})").at(0).starts_with("1: broken JSON at byte"));
}

TEST_CASE("jsonl: an escaped NUL becomes a space", "[extract][corpus]") {
  CHECK(read_one("a.jsonl", R"({"text":"one\u0000two\u0000"})").documents.at(0).text == "one two");
}

TEST_CASE("jsonl: a date that is none costs the date, not the article", "[extract][corpus]") {
  const Read got = read_one(
      "a.jsonl", "{\"text\":\"x\",\"date\":\"last week\"}\n{\"text\":\"x\",\"date\":20200213}\n{\"text\":\"x\",\"date\":\"\"}");
  REQUIRE(got.documents.size() == 3);
  CHECK(got.documents[0].published.empty());
  CHECK(got.documents[1].published == "2020-02-13");
  CHECK(got.documents[2].published.empty());
  CHECK(got.complaints ==
        Complaints{"1: \"last week\" is not understood as a date (YYYY-MM-DD is); the article is kept without one"});
}

TEST_CASE("jsonl: an unreadable date is a warning, strict or not", "[extract][corpus]") {
  const TemporaryFolder folder;
  const auto file =
      folder.write("a.jsonl", "{\"text\":\"x\",\"date\":\"03/02/2020\"}\n{\"text\":\"x\",\"date\":\"13/02/2020\"}\n{}\n");
  Diagnostics lenient;
  std::vector<std::string> dates;
  const auto sink = [&](Document&& document) {
    dates.push_back(document.published);
    return true;
  };
  read_corpus({file}, lenient, sink);
  CHECK(dates == std::vector<std::string>{"", "2020-02-13"});
  CHECK(lenient.count() == 1);
  REQUIRE(lenient.sorted().size() == 2);
  CHECK(lenient.sorted()[0].warning);
  CHECK_FALSE(lenient.sorted()[1].warning);
  Diagnostics strict(true);
  dates.clear();
  CHECK_THROWS_WITH(read_corpus({file}, strict, sink), Catch::Contains("no \"text\""));
  CHECK(dates.size() == 2);
}

TEST_CASE("jsonl: the same text from two outlets or of two days is two documents, in any order", "[extract][corpus]") {
  const std::vector<std::string> lines = {R"({"source":"A","date":"2020-02-13","text":"x"})",
                                          R"({"source":"B","date":"2020-02-13","text":"x"})",
                                          R"({"source":"A","date":"2020-02-14","text":"x"})",
                                          R"({"date":"2020-02-13","text":"x"})",
                                          R"({"source":"A","text":"x"})",
                                          R"({"text":"A2020-02-13x"})",
                                          R"({"source":"A","text":"2020-02-13x"})"};
  std::string forth;
  std::string back;
  for (const std::string& line : lines) {
    forth += line + "\n";
    back.insert(0, line + "\n");
  }
  const auto ids = [](const Read& got) {
    std::set<std::string> out;
    for (const Document& document : got.documents) out.insert(document.id.str());
    return out;
  };
  CHECK(ids(read_one("a.jsonl", forth)).size() == lines.size());
  CHECK(ids(read_one("a.jsonl", forth)) == ids(read_one("b.jsonl", back)));
  CHECK(ids(read_one("a.jsonl", lines[0] + "\n" + lines[0])).size() == 1);
}

TEST_CASE("jsonl: an id of a sentence that would break a line of output gives way to its hash", "[extract][corpus]") {
  const Read got = read_one(
      "a.jsonl", R"({"id":"d","sentences":[{"id":"a\nb","text":"1"},{"id":"a\tb","text":"2"},{"id":"\u001b[1m","text":"3"},)"
                 R"({"id":" \n","text":"4"},{"id":" s 5 ","text":"5"},{"id":")" +
                     std::string(513, 'x') + R"(","text":"6"}]})");
  REQUIRE(got.documents.size() == 1);
  const auto& sentences = got.documents[0].sentences;
  REQUIRE(sentences.size() == 6);
  for (const std::size_t n : {0U, 1U, 2U, 5U}) {
    CHECK(sentences[n].id.size() == 16);
    CHECK(sentences[n].id.find_first_not_of("0123456789abcdef") == std::string::npos);
  }
  CHECK(sentences[0].id != sentences[1].id);
  CHECK(sentences[3].id == "d#3");
  CHECK(sentences[4].id == "s 5");
  CHECK(got.complaints.empty());
}

TEST_CASE("jsonl: no two sentences of a document have the same id", "[extract][corpus]") {
  const Read got =
      read_one("a.jsonl", R"({"id":"d","sentences":[{"id":"s","text":"1"},{"id":"s","text":"2"},"3",{"id":"d#2","text":"4"},)"
                          R"({"id":"d#2.2","text":"5"},{"id":"s","text":"6"}]})");
  REQUIRE(got.documents.size() == 1);
  std::vector<std::string> ids;
  for (const SentenceSpan& sentence : got.documents[0].sentences) ids.push_back(sentence.id);
  CHECK(ids == std::vector<std::string>{"s", "d#1", "d#2.3", "d#2", "d#2.2", "d#5"});
  CHECK(got.complaints == Complaints{R"(1: several sentences have the "id" "s"; all but the first are named by their number)"});
}

TEST_CASE("jsonl: a text past its limit is passed over, a line of that length is not", "[extract][corpus]") {
  constexpr std::size_t kMost = std::size_t{4} << 20U;
  const std::string half(kMost / 2, 'x');
  const std::string most(kMost, 'x');
  const Read got = read_one("a.jsonl", R"({"text":")" + most + "\"}\n" + R"({"text":"x)" + most + "\"}\n" + R"({"sentences":[")" +
                                           half + R"(",")" + half + "\"]}\n" + R"({"note":")" + most + R"(","text":"after"})");
  REQUIRE(got.documents.size() == 2);
  CHECK(got.documents[0].text.size() == kMost);
  CHECK(got.documents[1].text == "after");
  CHECK(got.complaints == Complaints{"2: a text of 4194305 bytes: more than 4 MiB are not analysed as one article",
                                     "3: a text of 4194305 bytes: more than 4 MiB are not analysed as one article"});
}

TEST_CASE("jsonl: endless nesting and endless lines are passed over", "[extract][corpus]") {
  const std::string bomb = R"({"text":"x","y":)" + repeated("[", 1000000) + repeated("]", 1000000) + "}";
  const std::string objects = R"({"text":"x","y":)" + repeated(R"({"a":)", 200000);
  const std::string endless = R"({"text":")" + std::string(std::size_t{65} << 20U, 'x') + "\"}";
  const Read got = read_one("a.jsonl", bomb + "\n" + objects + "\n" + endless + "\n{\"text\":\"after\"}\n");
  REQUIRE(got.documents.size() == 1);
  CHECK(got.documents[0].text == "after");
  CHECK(got.complaints ==
        Complaints{"1: JSON nested deeper than 64", "2: JSON nested deeper than 64", "3: a line longer than 64 MiB"});
}

TEST_CASE("jsonl: strict stops at the first bad line", "[extract][corpus]") {
  const TemporaryFolder folder;
  const auto file = folder.write("a.jsonl", "{\"text\":\"one\"}\n{}\n{\"text\":\"two\"}\n");
  Diagnostics strict(true);
  std::size_t documents = 0;
  const auto count = [&](Document&&) { return ++documents != 0; };
  CHECK_THROWS_AS(read_corpus({file}, strict, count), FormatError);
  CHECK(documents == 1);
}

}  // namespace isnad::corpus
